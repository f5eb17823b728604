import { Failure } from '#contract/enos/failure.ts'
import { isLoopbackHost } from '#service/is-loopback-host.ts'
import type { GatewayConfig } from '../gateway-config.ts'
import type { ClockDifference } from '../operations/clock-difference.ts'
import type { Gateway, Witness } from '../operations/ports.ts'
import { createCall } from './call.ts'
import { createCommandsSince } from './commands-since.ts'
import { createGateway } from './gateway.ts'
import { createLatest } from './latest-value.ts'

/** A gateway on this machine goes by our clock, unless its answers say otherwise: then it is one behind a tunnel. */
const isHere = ({ address, route }: GatewayConfig): boolean =>
  isLoopbackHost(new URL(address).hostname) && !route?.outgoingProxy

function open(config: GatewayConfig, answersAgain: () => void) {
  const enos = createCall(config.address, config, config.route, answersAgain)
  return {
    config,
    call: enos.call,
    state: enos.state,
    stop: enos.stop,
    ...createGateway(enos.call),
    latest: createLatest(enos.call),
    commandsSince: createCommandsSince(enos.call),
    clockDifference: (): ClockDifference | null => {
      const measured = enos.clockDifference()
      const agrees = measured !== null && Math.abs(measured.ahead) <= measured.margin
      return agrees && isHere(config) ? { ahead: 0, margin: 0 } : measured
    },
  }
}
/** One configured gateway: signed calls, and the rules' view of them. */
export type OpenGateway = ReturnType<typeof open>

/**
 * All configured gateways; for the rules they are one, which sends each operation where it belongs.
 * @param answersAgain told of a gateway that answers after a call that got none.
 */
export function createGateways(
  configs: readonly GatewayConfig[],
  answersAgain: (gatewayId: string) => void = () => {},
) {
  const gateways = new Map(configs.map((config) => [config.id, open(config, () => answersAgain(config.id))]))

  /**
   * @param id undefined or empty stands for the one there is.
   * @throws Failure gatewayUnknown where it is not configured, or left out and there are several.
   */
  function named(id: string | undefined): OpenGateway {
    const [first] = gateways.values()
    const found = id ? gateways.get(id) : gateways.size === 1 ? first : undefined
    if (found) return found
    const known = [...gateways.keys()].join(', ')
    throw new Failure('gatewayUnknown', id ? `there is no gateway ${id}, but ${known}` : `name one of ${known}`)
  }

  /** Of an operation; those of before there could be several belong to the first. */
  const gatewayOf = ({ gatewayId }: { gatewayId?: string | undefined }): OpenGateway =>
    named(gatewayId ?? [...gateways.keys()][0])

  /** undefined where the gateway is not configured any more. */
  const configured = (id: string | undefined) => gateways.get(id ?? [...gateways.keys()][0] ?? '')

  const rules: Gateway & Omit<Witness, 'definitionOf'> = {
    set: async (send, leaving) => await gatewayOf(send).set(send, leaving),
    getCommand: async (operation) => await gatewayOf(operation).getCommand(operation),
    latest: async (operation) => await gatewayOf(operation).latest(operation),
    commandsSince: async (operation, since) => await gatewayOf(operation).commandsSince(operation, since),
    clockDifference: ({ gatewayId }) => configured(gatewayId)?.clockDifference() ?? null,
  }

  return {
    ...rules,
    named,
    all: () => [...gateways.values()],
    stop: () => {
      for (const { stop } of gateways.values()) stop()
    },
  }
}
export type Gateways = ReturnType<typeof createGateways>
