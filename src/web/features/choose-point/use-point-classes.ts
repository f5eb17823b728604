import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import type { Measurepoint } from '#contract/enos/thing-model.ts'
import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import type { PointClass } from '#contract/panel/role.ts'
import { permissionToSetQuery } from '../../api/queries.ts'

/** Points whose class is asked for: of a model with more, only the chosen one's. */
const most = 24
/** ms: the list shows a mark, the editor asks anew. */
const freshFor = 5 * 60_000

/** Of which points the class is to be asked for. */
export const toAsk = (points: Measurepoint[], chosen: string): string[] => {
  const writable = points.filter(({ isWritable }) => isWritable).map(({ identifier }) => identifier)
  return writable.length <= most ? writable : writable.filter((identifier) => identifier === chosen)
}

const classesOf = (results: UseQueryResult<PermissionToSet>[]) => results.map(({ data }) => data?.pointClass)

/** The classes of a device's points by their id, as far as they are known. */
export function usePointClasses(
  orgId: string,
  assetId: string,
  points: Measurepoint[],
  chosen: string,
): ReadonlyMap<string, PointClass | undefined> {
  const asked = toAsk(points, chosen)
  const classes = useQueries({
    queries: asked.map((identifier) => ({
      ...permissionToSetQuery(orgId, { assetId }, identifier),
      staleTime: freshFor,
      refetchInterval: false as const,
    })),
    combine: classesOf,
  })
  return new Map(asked.map((identifier, index) => [identifier, classes[index]]))
}
