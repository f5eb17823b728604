import type * as z from 'zod/mini'
import type { Device } from '#contract/enos/device.ts'
import { endpoints } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import { failureNamed } from '#contract/enos/failures.ts'
import type { Call, EnosCall } from '../enos/call.ts'
import { readAnswer } from '../enos/read-answer.ts'

/** Which devices; nothing chosen: all of the organisation. */
export interface Choice {
  assetIds: readonly string[]
  productKey: string | undefined
}

const pageSize = 500
/** Devices; a document of more labels is one that no browser opens. */
export const mostLabels = 5000

/** @throws Failure where the answer is not a success with the data that the call promises. */
async function ask<T>(call: Call, enosCall: EnosCall, schema: z.ZodMiniType<T, unknown>) {
  const envelope = readAnswer(await call(enosCall))
  if (envelope.code !== 0) {
    const failure = failureNamed(envelope.code, 'command', 'service', 'token') ?? 'unreadableAnswer'
    throw new Failure(failure, `${envelope.code} ${envelope.msg}`)
  }
  const { success, data } = schema.safeParse(envelope.data)
  if (!success) throw new Failure('unreadableAnswer', 'the answer has another form')
  return { data, total: envelope.pagination?.totalSize }
}

async function readOne(call: Call, orgId: string, assetId: string): Promise<Device> {
  try {
    const query = { orgId, assetId }
    return (await ask(call, { name: 'getDevice', query, body: '' }, endpoints.getDevice.data)).data
  } catch (error) {
    if (!(error instanceof Failure) || error.failure !== 'notFound') throw error
    throw new Error(`--asset: there is no device ${assetId} in the organisation ${orgId}`, { cause: error })
  }
}

async function readAll(call: Call, orgId: string, isChosen: (device: Device) => boolean): Promise<Device[]> {
  // By asset: a device that moves to another page while they are read is not there twice.
  const devices = new Map<string, Device>()
  let seen = 0
  for (let pageNo = 1; ; pageNo++) {
    const body = JSON.stringify({ pagination: { pageNo, pageSize } })
    const enosCall = { name: 'searchDevice', query: { orgId }, body } as const
    const { data: page, total } = await ask(call, enosCall, endpoints.searchDevice.data)
    seen += page.length
    for (const device of page) if (isChosen(device)) devices.set(device.assetId, device)
    if (devices.size > mostLabels) {
      throw new Error(`there are more than ${mostLabels} devices: choose some with --product or --asset`)
    }
    // A gateway may give less on a page than it is asked for.
    const isLast = page.length === 0 || (total === undefined ? page.length < pageSize : seen >= total)
    if (isLast) return [...devices.values()]
  }
}

/**
 * The chosen devices of an organisation (§3.2), in the order of their names, or as they were named one by one.
 * @throws Error with the sentence that says which cannot be had; Failure where the gateway does not answer.
 */
export async function readDevices(call: Call, orgId: string, { assetIds, productKey }: Choice): Promise<Device[]> {
  if (assetIds.length === 0) {
    const isChosen = (device: Device) => productKey === undefined || device.productKey === productKey
    const devices = await readAll(call, orgId, isChosen)
    const { compare } = new Intl.Collator('en', { numeric: true })
    return devices.sort((one, other) => compare(one.deviceName.defaultValue, other.deviceName.defaultValue))
  }
  const devices: Device[] = []
  for (const assetId of new Set(assetIds)) {
    const device = await readOne(call, orgId, assetId)
    if (productKey !== undefined && device.productKey !== productKey) {
      throw new Error(`--asset ${assetId} is not of the product ${productKey} but of ${device.productKey}`)
    }
    devices.push(device)
  }
  return devices
}
