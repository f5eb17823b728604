import { commandStates } from '#contract/enos/command.ts'
import { inFlight, isCached, type Live } from './live.ts'
import { failureOf, settle } from './settle.ts'

/** Sends nothing more and lets what is in flight end within `grace` ms; see {@link Commands.stop}. */
export async function stop(live: Live, grace: number): Promise<void> {
  live.stopping = true
  for (const queue of live.queues.values()) {
    for (const item of [...queue.waiting]) {
      if (isCached(item)) continue
      const failure = failureOf(item.command, 'notSentInTime', 'Command is not sent: the service is stopping')
      void settle(live, queue, item, commandStates.failed, failure)
    }
  }
  await nothingInFlight(live, grace)
  // From here on replies find no queue: what is still in flight stays in state 4, for the next run to judge.
  live.queues.clear()
  for (const item of live.commands.values()) {
    item.takeBack()
    if (item.command.state !== commandStates.sent) continue
    item.end(failureOf(item.command, 'noAnswerInTime', 'Command is sent, but the service stops before the reply'))
  }
  const ending = [...live.commands.values()].filter(({ command }) => command.state !== commandStates.created)
  await Promise.all(ending.map(({ ended }) => ended))
  await live.recorder.stop()
}

/** Whoever frees a queue dispatches it: that is when to look. */
function nothingInFlight(live: Live, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const takeBack = live.clock.at(live.clock.now() + grace, resolve)
    const look = (): void => {
      if ([...live.queues.values()].some((queue) => inFlight(queue) !== null)) return
      takeBack()
      resolve()
    }
    live.dispatch = look
    look()
  })
}
