import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type Command, commandStates } from '#contract/enos/command.ts'
import type { Device } from '#contract/enos/device.ts'
import { commandsQuery } from '../../api/commands-query.ts'
import { operationsQuery } from '../../api/queries.ts'
import { useNow } from '../../ui/use-now.ts'
import { type Forecast, type ForecastFacts, forecastOf } from './forecast.ts'
import { answersOf } from './forecast-answers.ts'
import { frontOf } from './forecast-front.ts'
import type { Sending } from './sending-of.ts'
import { selectorOf, type Target } from './target.ts'
import { usePointOperations } from './use-point-operations.ts'

/** As many as the list of commands under the control screen asks for: it is one question for both. */
const newestOfDevice = 10

/** ms that a device has had its status; null where EnOS does not tell, or tells of another one. */
function statusAgeOf({ status, lastOfflineTime, lastOnlineTime }: Device, now: number): number | null {
  return status === 'offline' && lastOfflineTime > 0 && lastOfflineTime >= lastOnlineTime
    ? Math.max(0, now - lastOfflineTime)
    : null
}

/** What is to be expected of a send, with all that it was concluded from; null while that is being asked. */
export function useForecast(target: Target, sending: Sending): { forecast: Forecast; facts: ForecastFacts } | null {
  const { orgId, device } = target
  const now = useNow(5000)
  const selector = selectorOf(device)
  // By state, since what is unfinished may be older than the newest that the device was sent.
  const created = useQuery(commandsQuery(orgId, selector, `state = ${commandStates.created}`))
  const sent = useQuery(commandsQuery(orgId, selector, `state = ${commandStates.sent}`))
  const ofPoint = usePointOperations(target)
  const ofDevice = useInfiniteQuery({ ...operationsQuery(selector, newestOfDevice), placeholderData: undefined })
  if (created.isPending || sent.isPending || ofDevice.isPending) return null
  const commands: Command[] | null = created.data && sent.data ? [...created.data, ...sent.data] : null
  const facts: ForecastFacts = {
    ...sending,
    status: device.status,
    statusAge: statusAgeOf(device, now),
    front: commands && frontOf(commands, now),
    answers: answersOf(ofPoint, ofDevice.data?.pages.flatMap(({ items }) => items) ?? []),
  }
  return { forecast: forecastOf(facts), facts }
}
