import { type EndpointName, endpoints } from '#contract/enos/endpoints.ts'
import { createExchange, type Incoming } from './exchange.ts'
import { isTokenRejection } from './read-answer.ts'
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

/**
 * Signed calls of one application to one gateway.
 * @param address origin and base path, without a slash at the end.
 */
export function createCall(address: string, application: Application) {
  const exchange = createExchange()
  const token = createToken(address, application, exchange)

  function once({ name, query, body, timeout = 15_000, leaving }: EnosCall, accessToken: string): Promise<Incoming> {
    const { method, path, action } = endpoints[name]
    const pairs = queryOf(action, query)
    // Both change something: no connection that may be dead, no second try.
    const changes = name === 'setMeasurepoint' || name === 'cancelCommand'
    return (changes ? exchange.exchange : exchange.exchangeReading)({
      method,
      url: new URL(`${address}${path}?${queryText(pairs)}`),
      headers: signedHeaders(application, { accessToken, query: pairs, body, timestamp: Date.now() }),
      body,
      timeout,
      alone: changes,
      leaving,
    })
  }

  return {
    /**
     * One signed call; its HTTP answer as it came.
     * A call that was turned away for its token is made once more with a new one (§4.4): no service has seen it.
     * @throws Failure gatewayUnreachable where nothing left, connectionLost where it may have, or why there is no token.
     */
    async call(enosCall: EnosCall): Promise<Incoming> {
      const accessToken = await token.current()
      const incoming = await once(enosCall, accessToken)
      if (!isTokenRejection(incoming)) return incoming
      return await once(enosCall, await token.after(accessToken))
    },
    stop: exchange.stop,
  }
}
export type Call = ReturnType<typeof createCall>['call']
