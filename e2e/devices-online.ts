import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { figureIn } from '../bench/soak/truth/figures.ts'

const fleetSchema = z.object({
  devices: z.array(
    z.object({
      disabled: z.boolean().optional(),
      simulate: z
        .object({
          stayInactive: z.boolean().optional(),
          schedule: z.object({ online: z.number() }).optional(),
        })
        .optional(),
    }),
  ),
})

/** How many devices of a fleet file connect, by themselves or behind a gateway. */
export const connectingDevices = (fleetFile: string): number =>
  fleetSchema
    .parse(JSON.parse(readFileSync(fleetFile, 'utf8')))
    .devices.filter(
      ({ disabled, simulate }) => simulate && !disabled && !simulate.stayInactive && simulate.schedule?.online !== 0,
    ).length

/** How often devices have connected: some leave again by themselves, so that those who are there tell less. */
export async function connectedSoFar(enosUrl: string): Promise<number> {
  try {
    const figures = await (await fetch(`${enosUrl}/metrics`)).text()
    return figureIn(figures, 'setpoint_device_sign_ins_total') ?? 0
  } catch {
    return 0
  }
}
