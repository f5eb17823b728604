import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Failure } from '#contract/enos/failure.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { findOperation, type Send, sendSet } from '../../api/call.ts'
import { receiveOperation } from '../../api/live.ts'
import { askUntilKnown, isLostContact } from '../../api/ask-until-known.ts'

/**
 * Where a send stands.
 * - `sending`: asked of the server, not answered. `asking`: the answer was lost; what became of it is being asked.
 * - `notRecorded`: the server knows nothing of it. `rejected`: the server refused it before anything left.
 * - `known`: it has an operation, which tells the rest.
 */
export type Sending =
  | { phase: 'idle' }
  | { phase: 'sending' | 'notRecorded'; send: Send; since: number }
  /** `isLost`: the contact broke under our hands; else the page was loaded anew. */
  | { phase: 'asking'; send: Send; since: number; isLost: boolean }
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
    unsettled ? { phase: 'asking', send: unsettled, since: now(), isLost: false } : { phase: 'idle' },
  )
  const isMounted = useRef(false)
  const isBusy = useRef(false)

  const settle = useCallback(
    (send: Send, operation: Operation) => {
      receiveOperation(client, operation)
      setSending({ phase: 'known', send, operation })
    },
    [client],
  )

  const ask = useCallback(
    async (send: Send, since: number, isLost: boolean) => {
      setSending({ phase: 'asking', send, since, isLost })
      const isWanted = () => isMounted.current
      const operation = await askUntilKnown(send.idempotencyKey, { find: findOperation, wait, isWanted })
      if (operation === undefined) return
      if (operation) settle(send, operation)
      else setSending({ phase: 'notRecorded', send, since })
    },
    [settle],
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
        if (!(error instanceof Failure) || isLostContact(error)) return await ask(wanted, since, true)
        // A refusal is only believed where nothing was recorded under the key.
        const recorded = await findOperation(wanted.idempotencyKey).catch(() => undefined)
        if (recorded) settle(wanted, recorded)
        else if (recorded === null) setSending({ phase: 'rejected', send: wanted, failure: error })
        else await ask(wanted, since, true)
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
    if (first.current) void ask(first.current, Date.now(), false)
    first.current = null
  }, [ask])

  const clear = useCallback(() => setSending({ phase: 'idle' }), [])
  return { sending, send, clear }
}
