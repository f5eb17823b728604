import type { Logger } from 'pino'
import { Failure } from '#contract/enos/failure.ts'
import { refusalSchema } from '#contract/panel/refusal.ts'
import type { Permit } from './operations/ports.ts'
import type { Asker } from './people/ports.ts'

/** What a person wanted to do; no values. */
interface Wanted {
  call: string
  gatewayId?: string | undefined
  assetId?: string | undefined
  productKey?: string | undefined
  deviceKey?: string | undefined
  measurepointId?: string | undefined
}

/** Writes a line for whatever a person may not do: nothing of it is on record. */
export function createRefusalLog(logger: Pick<Logger, 'warn'>) {
  async function logged<T>({ person }: Asker, wanted: Wanted, decide: () => Promise<T>): Promise<T> {
    try {
      return await decide()
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const { rule } = refusalSchema.safeParse(error.data).data ?? {}
      logger.warn({ person: person.name, personId: person.id, ...wanted, failure: error.failure, rule }, 'refused')
      throw error
    }
  }

  return {
    logged,
    /** A permit whose refusals are logged. */
    permit(asker: Asker, { identify, decide }: Permit): Permit {
      const of = ({
        gatewayId,
        assetId,
        productKey,
        deviceKey,
        measurepointId,
      }: Wanted | Parameters<typeof decide>[0]) => ({
        call: 'setMeasurepoint',
        gatewayId,
        assetId: assetId || undefined,
        productKey: productKey || undefined,
        deviceKey: deviceKey || undefined,
        measurepointId,
      })
      return {
        identify: (send) => logged(asker, of(send), () => identify(send)),
        decide: (send) => logged(asker, of(send), () => decide(send)),
      }
    },
  }
}
