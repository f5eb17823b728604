import { Failure } from '#contract/enos/failure.ts'
import {
  aliveEventName,
  aliveInterval,
  type Changes,
  helloEventName,
  helloEventSchema,
  operationEventName,
} from '#contract/panel/event.ts'
import { type Operation, operationSchema } from '#contract/panel/operation.ts'
import { createPauses } from './create-pauses.ts'
import { readEvents, type ServerEvent } from './read-events.ts'

/** How changes reach the panel: at once, by asking every few seconds, or not at all. */
export type Connection = 'live' | 'polling' | 'lost'

/** ms */
export const usualPace = {
  /** For the stream to say hello, before questions are asked instead. */
  hello: 5000,
  /** For the stream to say hello at all: what holds it back may still let go. */
  helloAtMost: 60_000,
  /** Without a word of a stream that has said hello: more than two of its heartbeats. */
  silence: 2.4 * aliveInterval,
  /** Between two questions. */
  poll: 2500,
  /** For an answer to a question. */
  answer: 8000,
  /** Before another attempt at the stream: the least, doubled by each that fails, and the most. */
  retry: 1000,
  retryAtMost: 30_000,
}

export interface FollowParts {
  /** @param after the revision that was told last; undefined for what comes from now on. */
  openEvents(after: number | undefined, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>
  askChanges(after: number | undefined, signal: AbortSignal): Promise<Changes>
  receive(operation: Operation): void
  /** Told that what was read before may have changed unheard. */
  startAnew(): void
  /** How changes reach the panel as it begins; it trusts that it is live. */
  begins?: Connection
  /** Told when it is another than before. */
  tell(connection: Connection): void
  /** Whether anybody is looking; nothing is asked while not. */
  isVisible(): boolean
  pace?: typeof usualPace
}

/** The server is there, and says itself why it does not answer: the person has to sign in first, or was too quick. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Failure && (error.failure === 'notSignedIn' || error.failure === 'tooManyRequests')

/** Streams that may end in a row before questions are asked beside the next. */
const trustedEnds = 2

/**
 * Follows all changes by the stream of events, and by asking for as long as that is not to be trusted: proxies on the way
 * hold it back, refuse it, cut it off, or are gone without a word. Both go on from the same revision, so none is lost.
 */
export function followChanges(parts: FollowParts) {
  const { openEvents, askChanges, receive, startAnew, tell, isVisible, pace = usualPace } = parts
  const { pause, wake } = createPauses()
  let isStopped = false
  let attempt = new AbortController()
  let question = new AbortController()
  /** The revision up to which everything was told. */
  let seen: number | undefined
  /** Streams that have ended since one was last known to live. */
  let ends = 0
  /** Whether the stream alone is enough. */
  let isTrusted = true
  let isAsking = false
  let told: Connection = parts.begins ?? 'live'
  /** Whether the last question had no answer: then the stream's end was no fault of its own. */
  let wasAway = false

  function become(connection: Connection): void {
    if (connection === told || isStopped) return
    told = connection
    tell(connection)
  }

  function trust(): void {
    isTrusted = true
    become('live')
  }

  function distrust(): void {
    isTrusted = false
    if (!isAsking) void ask()
  }

  /** @param after what the other side was to go on from. A record that has not come so far is another one. */
  function begin(after: number | undefined, newest: number): void {
    if (after !== undefined && newest >= after) return
    seen = newest
    startAnew()
  }

  const advance = (revision: number): void => {
    seen = Math.max(seen ?? 0, revision)
  }

  function hear(after: number | undefined, { name, data }: ServerEvent): void {
    if (name === helloEventName) {
      begin(after, helloEventSchema.parse(JSON.parse(data)).revision)
      if (ends < trustedEnds) trust()
    } else if (name === aliveEventName) {
      ends = 0
      trust()
    } else if (name === operationEventName) {
      const { success, data: operation } = operationSchema.safeParse(JSON.parse(data))
      if (!success) return
      receive(operation)
      advance(operation.revision)
    }
  }

  /** One stream from its opening to its end. */
  async function listenOnce(): Promise<void> {
    const own = new AbortController()
    attempt = own
    const after = seen
    const impatience = setTimeout(distrust, pace.hello)
    let watchdog = setTimeout(() => own.abort(), pace.helloAtMost)
    try {
      for await (const event of readEvents(await openEvents(after, own.signal))) {
        if (isStopped) return
        clearTimeout(impatience)
        clearTimeout(watchdog)
        watchdog = setTimeout(() => {
          // What came meanwhile was not heard: no second chance before questions are asked.
          ends = trustedEnds
          own.abort()
        }, pace.silence)
        hear(after, event)
      }
    } catch {
      // Why a stream ended does not matter: the next attempt shows whether there is one.
    } finally {
      clearTimeout(impatience)
      clearTimeout(watchdog)
      own.abort()
    }
  }

  async function listen(): Promise<void> {
    while (!isStopped) {
      await listenOnce()
      ends++
      if (isStopped || ends < trustedEnds) continue
      distrust()
      await pause(Math.min(pace.retry * 2 ** (ends - trustedEnds), pace.retryAtMost))
    }
  }

  async function askOnce(): Promise<void> {
    const own = new AbortController()
    question = own
    const watchdog = setTimeout(() => own.abort(), pace.answer)
    try {
      for (let isMore = true; isMore && !isStopped; ) {
        const after = seen
        const { items, revision, newest } = await askChanges(after, own.signal)
        begin(after, newest)
        for (const operation of items) receive(operation)
        advance(revision)
        isMore = revision < newest
      }
    } finally {
      clearTimeout(watchdog)
    }
  }

  async function askAndTell(): Promise<void> {
    const answer = await askOnce().then(
      () => 'polling' as const,
      (error) => (isRefusal(error) ? null : ('lost' as const)),
    )
    // The stream may have come while this was asked.
    if (isTrusted || isStopped) return
    if (answer) become(answer)
    if (answer === 'polling' && wasAway) tryAgain()
    wasAway = answer !== 'polling'
  }

  /** Asks every few seconds until the stream is to be trusted. */
  async function ask(): Promise<void> {
    isAsking = true
    while (!isTrusted && !isStopped) {
      if (isVisible()) await askAndTell()
      if (!isTrusted && !isStopped) await pause(pace.poll)
    }
    isAsking = false
  }

  function tryAgain(): void {
    ends = 0
    attempt.abort()
    wake()
  }

  void listen()
  return {
    /** Tries at once what would be tried later. */
    retry(): void {
      if (!isTrusted) tryAgain()
    },
    /** Finds out at once whether the server is still there: something says that it may not be. */
    doubt(): void {
      if (!isTrusted) return
      ends = trustedEnds
      attempt.abort()
      distrust()
    },
    /** Asks at once, where it is asked at all: somebody looks again. */
    wake,
    stop(): void {
      isStopped = true
      attempt.abort()
      question.abort()
      wake()
    },
  }
}
