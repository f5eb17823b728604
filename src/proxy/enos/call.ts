import { type EndpointName, endpoints } from '#contract/enos/endpoints.ts'
import { createClockBounds } from './clock-bounds.ts'
import { createExchange, type Incoming, type Outgoing } from './exchange.ts'
import { createGatewayState } from './gateway-state.ts'
import { isTokenRejection } from './read-answer.ts'
import { createHoldBack } from './retry-after.ts'
import type { Route } from './route.ts'
import { type Application, signedHeaders } from './sign.ts'
import { createToken } from './token.ts'

export interface EnosCall {
  name: EndpointName
  /** What the row's `query` read; numbers are written in decimal. */
  query: Record<string, string | number | undefined>
  /** The exact text; empty for none. */
  body: string
  /** ms for the whole answer. */
  timeout?: number
  /** Called when the first byte may leave, once for each try. */
  leaving?: () => void
}

const queryOf = (action: string | null, query: EnosCall['query']): [string, string][] => [
  ...(action ? [['action', action] as [string, string]] : []),
  ...Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  ),
]

// Not URLSearchParams: it writes a blank as `+`, which not every server reads back as a blank.
const queryText = (query: [string, string][]): string =>
  query.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')

/** Both change something: no connection that may be dead, no second try, no waiting. */
const changes = (name: EndpointName): boolean => name === 'setMeasurepoint' || name === 'cancelCommand'

/**
 * Signed calls of one application to one gateway.
 * @param address origin and base path, without a slash at the end.
 * @param answersAgain called at the first answer after a call that got none.
 */
export function createCall(
  address: string,
  application: Application,
  route: Route = {},
  answersAgain: () => void = () => {},
) {
  const { exchange, exchangeReading, stop } = createExchange(route)
  const state = createGatewayState(answersAgain)
  const clock = createClockBounds()
  const holdBack = createHoldBack()

  async function observed(answer: Promise<Incoming>): Promise<Incoming> {
    try {
      const incoming = await answer
      clock.heard(incoming)
      state.heard(incoming)
      holdBack.heard(incoming)
      return incoming
    } catch (error) {
      state.failed(error)
      throw error
    }
  }
  const token = createToken(address, application, (outgoing: Outgoing) => observed(exchange(outgoing)))

  function once({ name, query, body, timeout = 15_000, leaving }: EnosCall, accessToken: string): Promise<Incoming> {
    const { method, path, action } = endpoints[name]
    const pairs = queryOf(action, query)
    const outgoing: Outgoing = {
      method,
      url: new URL(`${address}${path}?${queryText(pairs)}`),
      headers: signedHeaders(application, { accessToken, query: pairs, body, timestamp: Date.now() }),
      body,
      timeout,
      alone: changes(name),
      leaving,
    }
    return observed(changes(name) ? exchange(outgoing) : exchangeReading(outgoing))
  }

  async function withToken(enosCall: EnosCall): Promise<Incoming> {
    const accessToken = await token.current()
    const incoming = await once(enosCall, accessToken)
    if (!isTokenRejection(incoming)) return incoming
    return await once(enosCall, await token.after(accessToken))
  }

  return {
    /**
     * One signed call; its HTTP answer as it came.
     * A call that was turned away for its token is made once more with a new one (§4.4): no service has seen it.
     * A look-up waits for as long as a 429 asks, and is then asked once more; what changes something never is.
     * @throws Failure gatewayUnreachable where nothing left, connectionLost where it may have, or why there is no token.
     */
    async call(enosCall: EnosCall): Promise<Incoming> {
      if (changes(enosCall.name)) return await withToken(enosCall)
      await holdBack.passed()
      const incoming = await withToken(enosCall)
      if (incoming.status !== 429 || !incoming.headers['retry-after']) return incoming
      await holdBack.passed()
      return await withToken(enosCall)
    },
    /** How the gateway does, by what the calls have shown. */
    state: state.read,
    /** How its clock compares with ours; null where no answer has told. */
    clockDifference: clock.read,
    stop,
  }
}
export type Call = ReturnType<typeof createCall>['call']
