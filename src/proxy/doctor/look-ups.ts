import type * as z from 'zod/mini'
import { type EndpointName, endpoints } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import { failureNamed } from '#contract/enos/failures.ts'
import { type Permission, permissions } from '#contract/enos/permission.ts'
import type { Call, EnosCall } from '../enos/call.ts'
import { readAnswer } from '../enos/read-answer.ts'
import type { GatewayConfig } from '../gateway-config.ts'
import { type Finding, findingOf, skipped, well } from './finding.ts'

const firstOnly = JSON.stringify({ pagination: { pageNo: 1, pageSize: 1 } })

/** @throws Failure where the answer is not a success with the data that the call promises. */
async function ask<N extends EndpointName>(call: Call, enosCall: EnosCall & { name: N }) {
  const envelope = readAnswer(await call(enosCall))
  if (envelope.code !== 0) {
    const failure = failureNamed(envelope.code, 'command', 'service', 'token') ?? 'unreadableAnswer'
    throw new Failure(failure, `${envelope.code} ${envelope.msg}`)
  }
  const schema: z.ZodMiniType<unknown, unknown> = endpoints[enosCall.name].data
  if (!schema.safeParse(envelope.data).success) throw new Failure('unreadableAnswer', 'the answer has another form')
  return envelope
}

/**
 * One harmless look-up for each permission (§3), each at most one record; nothing is changed.
 * @returns a line for each: the permission's name and what was found.
 */
export async function* lookUps(call: Call, { orgId, treeIds }: GatewayConfig): AsyncGenerator<[string, Finding]> {
  const title = (permission: Permission): string => permissions[permission]
  const tried = async (run: () => Promise<string>): Promise<Finding> => {
    try {
      return well(await run())
    } catch (error) {
      return findingOf(error)
    }
  }
  let device: { assetId: string } | undefined

  yield [
    title('device.read'),
    await tried(async () => {
      const { data, pagination } = await ask(call, { name: 'searchDevice', query: { orgId }, body: firstOnly })
      device = endpoints.searchDevice.data.safeParse(data).data?.[0]
      return `${pagination?.totalSize ?? (device ? 'some' : 0)} devices`
    }),
  ]
  yield [
    title('asset.read'),
    await tried(async () => {
      const { pagination } = await ask(call, { name: 'searchAsset', query: { orgId }, body: firstOnly })
      return `${pagination?.totalSize ?? 'some'} assets`
    }),
  ]
  for (const treeId of treeIds) {
    const name = 'searchRelatedAsset'
    yield [
      `Asset tree ${treeId}`,
      await tried(async () => {
        await ask(call, { name, query: { orgId, treeId }, body: firstOnly })
        return 'is there'
      }),
    ]
  }
  yield [
    title('model.read'),
    await tried(async () => {
      const { pagination } = await ask(call, { name: 'searchThingModel', query: { orgId }, body: firstOnly })
      return `${pagination?.totalSize ?? 'some'} thing models`
    }),
  ]
  if (!device) {
    yield [title('asset.control'), skipped('not tried: there is no device to ask the commands of')]
    return
  }
  const { assetId } = device
  yield [
    title('asset.control'),
    await tried(async () => {
      await ask(call, { name: 'searchCommand', query: { orgId, assetId }, body: firstOnly })
      return `may be set: the commands of ${assetId} can be listed`
    }),
  ]
}
