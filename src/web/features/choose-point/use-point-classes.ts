import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Measurepoint } from '#contract/enos/thing-model.ts'
import type { PointClass } from '#contract/panel/role.ts'
import { permissionToSetQuery } from '../../api/queries.ts'
import { useIdle } from '../../ui/use-idle.ts'

/** Points whose class is asked for: of a model with more, only the chosen one's. */
const most = 24
/** Few: a browser has six connections to one server, and the rest of the screen needs some. */
const atOnce = 3
/** ms: the list shows a mark, the editor asks anew. */
const freshFor = 5 * 60_000

/** Of which points the class is to be asked for. */
export const toAsk = (points: Measurepoint[], chosen: string): string[] => {
  const writable = points.filter(({ isWritable }) => isWritable).map(({ identifier }) => identifier)
  return writable.length <= most ? writable : writable.filter((identifier) => identifier === chosen)
}

/** The classes of a device's points by their id, as far as they are known. */
export function usePointClasses(
  orgId: string,
  assetId: string,
  points: Measurepoint[],
  chosen: string,
): ReadonlyMap<string, PointClass | undefined> {
  const asked = toAsk(points, chosen)
  const isIdle = useIdle()
  const client = useQueryClient()
  const classOf = async (identifier: string): Promise<PointClass | undefined> => {
    const query = permissionToSetQuery(orgId, { assetId }, identifier)
    const known = () => client.getQueryData(query.queryKey)
    // What could not be asked is as it was known last, or has no mark; the editor tells why.
    return (await client.fetchQuery({ ...query, staleTime: freshFor }).catch(known))?.pointClass
  }
  const { data: classes } = useQuery({
    queryKey: ['point-classes', orgId, assetId, asked],
    queryFn: async () => {
      const known: (PointClass | undefined)[] = []
      for (let index = 0; index < asked.length; index += atOnce) {
        known.push(...(await Promise.all(asked.slice(index, index + atOnce).map(classOf))))
      }
      return known
    },
    enabled: asked.length > 0 && isIdle,
    staleTime: freshFor,
  })
  return new Map(asked.map((identifier, index) => [identifier, classes?.[index]]))
}
