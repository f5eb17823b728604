import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const fleetSchema = z.object({
  orgId: z.string(),
  applications: z.array(z.object({ accessKey: z.string(), secretKey: z.string() })).min(1),
  assetTrees: z.array(z.object({ treeId: z.string() })),
})

/**
 * Two gateways in one file: the embedded EnOS, and the same once more by its address, under another name and as
 * production.
 * @param connectPort where the embedded EnOS will listen.
 * @returns the file's path.
 */
export function writeGatewaysFile(folder: string, connectPort: number): string {
  const { orgId, applications, assetTrees } = fleetSchema.parse(JSON.parse(readFileSync('fleets/demo.json', 'utf8')))
  const plant = {
    id: 'plant',
    name: 'Kestrel Ridge',
    kind: 'production',
    url: `http://127.0.0.1:${connectPort}`,
    accessKey: applications[0]?.accessKey,
    secretKey: applications[0]?.secretKey,
    orgId,
    treeIds: assetTrees.map(({ treeId }) => treeId),
  }
  const file = join(folder, 'gateways.json')
  writeFileSync(file, JSON.stringify([{ id: 'embedded', name: 'Practice', kind: 'embedded' }, plant]), { mode: 0o600 })
  return file
}
