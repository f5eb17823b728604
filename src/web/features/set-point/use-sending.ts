import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Failure } from '#contract/enos/failure.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { askUntilKnown, isLostContact } from '../../api/ask-until-known.ts'
import { findOperation, type Send, sendSet } from '../../api/call.ts'
import { createPauses } from '../../api/create-pauses.ts'
import { receiveOperation } from '../../api/live.ts'
import { sessionQuery } from '../../api/queries.ts'
import { useConnected } from '../../ui/use-connected.ts'

/** The contact broke under our hands, or the page was loaded anew, or the server refused to answer before a sign-in. */
export type WhyAsking = 'lost' | 'reload' | 'refused'

/**
 * Where a send stands.
 * - `sending`: asked of the server, not answered. `asking`: the answer was lost; what became of it is being asked.
 * - `notRecorded`: the server knows nothing of it. `rejected`: the server refused it before anything left.
 * - `known`: it has an operation, which tells the rest.
 */
export type Sending =
  | { phase: 'idle' }
  | { phase: 'sending' | 'notRecorded'; send: Send; since: number }
  | { phase: 'asking'; send: Send; since: number; why: WhyAsking }
  | { phase: 'rejected'; send: Send; failure: Failure }
  | { phase: 'known'; send: Send; operation: Operation }

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/**
 * Sends once, and finds out what became of it. Never repeats a send: a lost answer is asked for.
 * @param unsettled a send of before a reload, of which this tab does not know what became.
 * @param now the server's time, ms since the epoch.
 */
export function useSending(unsettled: Send | null, now: () => number) {
  const client = useQueryClient()
  const [sending, setSending] = useState<Sending>(() =>
    unsettled ? { phase: 'asking', send: unsettled, since: now(), why: 'reload' } : { phase: 'idle' },
  )
  const isMounted = useRef(false)
  const isBusy = useRef(false)
  const [pauses] = useState(createPauses)
  const connected = useConnected()
  const { data: session } = useQuery(sessionQuery())
  // The connection is back, or the person has signed in: what the server was not there to say is asked at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them is a reason.
  useEffect(() => pauses.wake(), [pauses, connected, session])

  const settle = useCallback(
    (send: Send, operation: Operation) => {
      receiveOperation(client, operation)
      setSending({ phase: 'known', send, operation })
    },
    [client],
  )

  const ask = useCallback(
    async (send: Send, since: number, why: WhyAsking, refusal?: Failure) => {
      setSending({ phase: 'asking', send, since, why })
      const operation = await askUntilKnown(send.idempotencyKey, {
        find: findOperation,
        wait: (milliseconds, isAway) => (isAway ? pauses.pause(milliseconds) : wait(milliseconds)),
        isWanted: () => isMounted.current,
        // A request that was refused is no longer on its way.
        ...(refusal ? { sureAfter: 1 } : {}),
      })
      if (operation === undefined) return
      if (operation) settle(send, operation)
      else if (refusal) setSending({ phase: 'rejected', send, failure: refusal })
      else setSending({ phase: 'notRecorded', send, since })
    },
    [settle, pauses],
  )

  const send = useCallback(
    async (wanted: Send, since: number) => {
      // A second press while the first is under way does nothing.
      if (isBusy.current) return
      isBusy.current = true
      setSending({ phase: 'sending', send: wanted, since })
      try {
        settle(wanted, await sendSet(wanted))
      } catch (error) {
        if (!(error instanceof Failure) || isLostContact(error)) return await ask(wanted, since, 'lost')
        // A refusal is only believed where nothing was recorded under the key.
        const recorded = await findOperation(wanted.idempotencyKey).catch(() => undefined)
        if (recorded) settle(wanted, recorded)
        else if (recorded === null) setSending({ phase: 'rejected', send: wanted, failure: error })
        else await ask(wanted, since, 'refused', error)
      } finally {
        isBusy.current = false
      }
    },
    [ask, settle],
  )

  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])

  const first = useRef(unsettled)
  useEffect(() => {
    if (first.current) void ask(first.current, Date.now(), 'reload')
    first.current = null
  }, [ask])

  const clear = useCallback(() => setSending({ phase: 'idle' }), [])
  return { sending, send, clear }
}
