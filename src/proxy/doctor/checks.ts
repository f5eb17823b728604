import { lookup } from 'node:dns/promises'
import { createCall } from '../enos/call.ts'
import { createExchange } from '../enos/exchange.ts'
import { clockDifferenceOf } from '../enos/gateway-state.ts'
import { createToken } from '../enos/token.ts'
import type { GatewayConfig } from '../gateway-config.ts'
import { doubtful, type Finding, findingOf, skipped, well, wrong } from './finding.ts'
import { lookUps } from './look-ups.ts'

/** s; §4.2 leaves open how much EnOS permits: from here on it is worth a word, and from there it will hurt. */
const clockDoubtful = 5
const clockWrong = 300

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '')

function checkAddress({ address }: GatewayConfig): Finding {
  const { protocol, pathname } = new URL(address)
  if (pathname !== '/') return doubtful(address, 'the API gateway has no path as a rule: leave it out of ENOS_URL')
  if (protocol === 'https:') return well(address)
  return doubtful(`${address} is not encrypted: everybody on the way can read`, 'use https:// in ENOS_URL (§4)')
}

async function checkName({ address, route }: GatewayConfig): Promise<Finding> {
  const proxy = route?.outgoingProxy
  const name = bare(new URL(proxy ?? address).hostname)
  try {
    const found = await lookup(name, { all: true })
    const text = `${name} is ${found.map((one) => one.address).join(', ')}`
    return well(proxy ? `${text}; the gateway’s name is looked up by this outgoing proxy` : text)
  } catch (error) {
    return findingOf(error)
  }
}

function clockFinding(difference: number | null): Finding {
  if (difference === null) return skipped('the gateway does not tell its time')
  const text = `the gateway’s clock is ${Math.abs(difference)} s ${difference < 0 ? 'behind' : 'ahead'}`
  const mend = 'let this machine take its time from the network (NTP)'
  if (Math.abs(difference) >= clockWrong) return wrong(text, mend)
  return Math.abs(difference) > clockDoubtful ? doubtful(text, mend) : well(text)
}

/**
 * Everything that has to be right before a command can be sent, from the outside in. What builds on
 * something that is wrong is not tried. Sends no command and changes nothing.
 */
export async function* checks(gateway: GatewayConfig): AsyncGenerator<[title: string, finding: Finding]> {
  const { address, route = {} } = gateway
  yield ['Address', checkAddress(gateway)]
  const name = await checkName(gateway)
  yield ['DNS', name]
  if (name.verdict === 'wrong') return

  const { exchange, stop } = createExchange(route)
  const { call, stop: stopCalls } = createCall(address, gateway, route)
  try {
    const reach = address.startsWith('https:') ? 'TLS' : 'Connection'
    try {
      const url = new URL(`${address}/`)
      const answer = await exchange({ method: 'GET', url, headers: {}, body: '', timeout: 10_000, alone: true })
      yield [reach, well(`answers${reach === 'TLS' ? ', and its certificate is trusted' : ''}`)]
      yield ['Clock', clockFinding(clockDifferenceOf(answer))]
    } catch (error) {
      yield [reach, findingOf(error)]
      return
    }
    try {
      await createToken(address, gateway, exchange).current()
      yield ['Credentials', well('the gateway gives a token for ENOS_ACCESS_KEY')]
    } catch (error) {
      yield ['Credentials', findingOf(error)]
      return
    }
    yield* lookUps(call, gateway)
  } finally {
    stop()
    stopCalls()
  }
}
