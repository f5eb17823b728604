import * as z from 'zod'
import { deviceAt, orgId, treeId } from './make-large-fleet.ts'

const answerSchema = z.object({
  code: z.literal(0),
  data: z.unknown(),
  pagination: z.object({ totalSize: z.number() }).optional(),
})

export interface LookUp {
  title: string
  /** ms, one for each round. */
  took: number[]
  /** Of how many records the answer speaks. */
  found: number | undefined
}

const search = (expression: string, pageSize = 100) => ({ expression, pagination: { pageNo: 1, pageSize } })
const devices = '/connect-service/v2.1/devices?action=search'
const related = `/asset-tree-service/v2.1/asset-nodes?action=searchRelatedAsset&treeId=${treeId}`

/** The calls that the panel makes of a large fleet, each about a device in the middle of it. */
const calls = (count: number): [title: string, address: string, body: object][] => {
  const { assetId, deviceKey, name, siteId, rowId } = deviceAt(Math.floor(count / 2))
  const row = Array.from({ length: 200 }, (_, index) => `'${deviceAt(index * 7).assetId}'`)
  return [
    ['first page of all', devices, { pagination: { pageNo: 1, pageSize: 200 } }],
    ['last page of all', devices, { pagination: { pageNo: Math.floor(count / 200), pageSize: 200 } }],
    ['by a part of a name, many', devices, search(`deviceName like 'WTG-1'`)],
    ['by a whole name', devices, search(`deviceName like '${name}'`)],
    [
      'as the panel searches',
      devices,
      search(
        ['deviceName', 'deviceName.en_US', 'deviceName.zh_CN']
          .map((field) => `${field} like '${name.slice(0, -1)}'`)
          .concat([`assetId = '${name}'`, `deviceKey = '${name}'`])
          .join(' or '),
      ),
    ],
    ['by device key', devices, search(`deviceKey = '${deviceKey}'`)],
    ['by asset id', devices, search(`assetId = '${assetId}'`)],
    ['by 200 asset ids', devices, search(`assetId in (${row.join(',')})`, 200)],
    ['by status', devices, search(`status = 'online'`)],
    ['roots of the tree', related, { filter: { isChildOfAssetId: '' }, pagination: { pageNo: 1, pageSize: 200 } }],
    ['children of a site', related, { filter: { isChildOfAssetId: siteId } }],
    ['children of a row', related, { filter: { isChildOfAssetId: rowId } }],
    ['parent of a device', related, { filter: { isParentOfAssetId: assetId } }],
    ['all below a site', related, { filter: { isDescendantOfAssetId: siteId } }],
    ['of the tree by name', related, { filter: { nameLike: { locale: 'en_US', value: 'Site 01' } } }],
  ]
}

/**
 * Makes each call through the proxy, some rounds one after the other.
 * @throws Error where one is refused.
 */
export async function measureLookUps(url: string, count: number, rounds: number): Promise<LookUp[]> {
  const results: LookUp[] = []
  for (const [title, address, body] of calls(count)) {
    const took: number[] = []
    let found: number | undefined
    for (let round = 0; round <= rounds; round++) {
      const start = performance.now()
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${url}${address}&orgId=${orgId}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      const answer = answerSchema.parse(await response.json())
      // The first warms up.
      if (round > 0) took.push(performance.now() - start)
      found = answer.pagination?.totalSize
    }
    results.push({ title, took, found })
  }
  return results
}
