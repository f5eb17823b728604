import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseExact } from '#contract/value/exact.ts'
import { readConfig } from './connect/config.ts'
import { readFleetFile } from './connect/fleet-file/read-fleet-file.ts'
import { startConnect } from './connect/start-connect.ts'
import { startFleet } from './fleet/start-fleet.ts'
import { readProxyConfig } from './proxy/config.ts'
import type { GatewayConfig } from './proxy/gateway-config.ts'
import { wantsEmbedded } from './proxy/read-gateways-file.ts'
import { startProxy } from './proxy/start-proxy.ts'
import { readPackage } from './read-package.ts'

type Environment = Record<string, string | undefined>
type Stop = () => Promise<void>

/** The embedded EnOS with its simulated devices, as a gateway like any other. */
async function startEmbedded(
  environment: Environment,
  fleetFile: string,
  version: string,
  stops: Stop[],
): Promise<GatewayConfig> {
  const fleet = readFleetFile(fleetFile)
  const [application] = fleet.applications
  if (!application) throw new Error(`${fleetFile}: applications: at least one is needed, for the panel`)
  const connect = await startConnect({ ...readConfig(environment), version }, { fleet })
  stops.push(connect.stop)
  const devices = await startFleet({ fleet: parseExact(readFileSync(fleetFile, 'utf8')), mqttUrl: connect.mqttUrl })
  stops.push(devices.stop)
  const { accessKey, secretKey } = application
  const treeIds = fleet.assetTrees.map(({ treeId }) => treeId)
  const { orgId } = fleet
  return {
    id: 'embedded',
    address: connect.url,
    accessKey,
    secretKey,
    orgId,
    treeIds,
    name: 'Embedded EnOS',
    kind: 'embedded',
  }
}

/**
 * Starts the panel's server; without `ENOS_URL`, or where `GATEWAYS_FILE` asks for it, also the embedded EnOS and the
 * devices of `FLEET_FILE`.
 * What had started is stopped again where a later part fails.
 * @throws Error that says which setting, file or port is wrong.
 */
export async function start(environment: Environment): Promise<{ url: string; stop: Stop }> {
  const { folder, version } = readPackage()
  const stops: Stop[] = []
  const stop: Stop = async () => {
    for (const one of stops.splice(0).reverse()) await one()
  }
  try {
    const fleetFile = environment.FLEET_FILE || join(folder, 'fleets', 'demo.json')
    const { ENOS_URL, GATEWAYS_FILE } = environment
    const isWanted = GATEWAYS_FILE?.trim() ? wantsEmbedded(GATEWAYS_FILE.trim()) : !ENOS_URL?.trim()
    const embedded = isWanted ? await startEmbedded(environment, fleetFile, version, stops) : undefined
    const config = readProxyConfig({ WEB_DIR: join(folder, 'dist', 'web'), ...environment }, embedded)
    const proxy = await startProxy({ ...config, version })
    stops.push(proxy.stop)
    return { url: proxy.url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
