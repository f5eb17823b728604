import * as z from 'zod'
import { batchEntrySchema, postParamsSchema, type UpstreamRequest } from '#contract/wire/payloads.ts'
import { replyCodes } from '#contract/wire/reply-codes.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import { addressKey } from '../registry/organisation.ts'
import { type Answer, accepted, refused } from './answer.ts'
import type { Connection } from './connection.ts'
import type { Directory, ReportedValue } from './ports.ts'
import { readPoints } from './read-points.ts'
import type { Sessions } from './sessions.ts'

const batchSchema = z.array(batchEntrySchema)
const aboutPost = 'params must be {measurepoints: {…}, time?: ms}'

/** What devices report: points, one time or many, new or old data (§5.3). */
export function createMeasurepoints(directory: Directory, sessions: Sessions) {
  const modelOf = (device: DeviceAddress) => directory.model(device)

  function post(device: DeviceAddress, { params }: UpstreamRequest): Answer {
    const { data: report } = postParamsSchema.safeParse(params)
    if (!report) return refused(replyCodes.badPost, aboutPost)
    const { values, problems } = readPoints(modelOf(device), report.measurepoints, report.time || Date.now())
    if (problems.length > 0) return refused(replyCodes.valueDoesNotFit, problems.join(' '))
    directory.report(device, values)
    return accepted()
  }

  /** Whether a batch of `poster` may speak of `device` (§5.3). */
  function mayReport(poster: DeviceAddress, connection: Connection, device: DeviceAddress, offlineToo: boolean) {
    if (addressKey(device) === addressKey(poster) || sessions.speaksFor(connection, device)) return true
    return offlineToo && directory.subDevices(poster).some((sub) => addressKey(sub) === addressKey(device))
  }

  /** One entry that does not fit rejects them all, unless the request says to skip it: nothing is kept then (§5.3). */
  function postBatch(device: DeviceAddress, request: UpstreamRequest, connection: Connection): Answer {
    const { data: entries } = batchSchema.safeParse(request.params)
    if (!entries) return refused(replyCodes.badPost, `params must be a list; in each entry ${aboutPost}`)
    const reports: { target: DeviceAddress; values: ReportedValue[] }[] = []
    for (const entry of entries) {
      const { productKey = device.productKey, deviceKey = device.deviceKey } = entry
      const target = { productKey, deviceKey }
      if (!mayReport(device, connection, target, request.allowOfflineSubDevice)) {
        return refused(replyCodes.subDeviceOffline, `${deviceKey}: no sub-device that is online here`)
      }
      const { values, problems } = readPoints(modelOf(target), entry.measurepoints, entry.time || Date.now())
      if (problems.length > 0 && !request.skipInvalidMeasurepoints) {
        return refused(replyCodes.valueDoesNotFit, `${deviceKey}: ${problems.join(' ')}`)
      }
      reports.push({ target, values })
    }
    for (const { target, values } of reports) directory.report(target, values)
    return accepted()
  }

  return { post, postBatch }
}
