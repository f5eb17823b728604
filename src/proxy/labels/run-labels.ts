import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Failure } from '#contract/enos/failure.ts'
import { readProxyConfig } from '../config.ts'
import { findingOf } from '../doctor/finding.ts'
import { createCall } from '../enos/call.ts'
import type { GatewayConfig } from '../gateway-config.ts'
import { drawDocument, drawPage, pagesOf } from './draw-sheet.ts'
import { type LabelPlace, labelOf } from './label.ts'
import { mostLabels, readDevices } from './read-devices.ts'

export const labelsUsage = `Usage: setpoint labels --out FILE [--url https://setpoint.plant.example] [--gateway ID]
                       [--asset ID]… [--product KEY] [--format html|svg]
  Draws labels with QR codes that open a device in the panel; the devices are read from the gateway that the settings name.
  --url      where people open the panel; PANEL_URL unless given
  --gateway  which one, where GATEWAYS_FILE names several
  --asset    only these devices, as often as needed; --product only those of one product; else all, up to ${mostLabels}
  --format   html: one document to print, or to save as PDF from the browser; svg: a file for each page of 24`

type Environment = Record<string, string | undefined>

/** Stands for the embedded EnOS, which runs only inside of the program that starts it. */
const noEmbedded: GatewayConfig = {
  id: 'embedded',
  name: 'Embedded EnOS',
  kind: 'embedded',
  address: '',
  accessKey: '',
  secretKey: '',
  orgId: '',
  treeIds: [],
}

function readUrl(given: string | undefined): URL {
  if (given === undefined) throw new Error(`--url: where do people open the panel? Give it here or as PANEL_URL`)
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) {
    throw new Error(`--url: must be like https://setpoint.plant.example, without a path: ${given} is not`)
  }
  return url
}

function choose(gateways: readonly GatewayConfig[], id: string | undefined): GatewayConfig {
  const ids = gateways.map((gateway) => gateway.id).join(', ')
  const gateway = gateways.length === 1 && id === undefined ? gateways[0] : gateways.find((one) => one.id === id)
  if (!gateway && id === undefined) throw new Error(`--gateway: there are several, name one of ${ids}`)
  if (!gateway) throw new Error(`--gateway: there is no ${id}; there is ${ids}`)
  if (gateway.address) return gateway
  throw new Error('the embedded EnOS has no devices that hang on a wall: name a gateway with ENOS_URL or GATEWAYS_FILE')
}

type Format = 'html' | 'svg'

function formatOf(given: string | undefined, file: string): Format {
  if (given === 'html' || given === 'svg') return given
  if (given === 'pdf') throw new Error('--format: html or svg; a browser prints the html and saves it as PDF')
  if (given !== undefined) throw new Error(`--format: must be html or svg, not ${given}`)
  return file.toLowerCase().endsWith('.svg') ? 'svg' : 'html'
}

/** `labels.svg` for one page, else `labels-1.svg` and so on. */
const pageFile = (file: string, index: number, count: number): string =>
  count === 1 ? file : file.replace(/(\.[^./\\]*)?$/, (suffix) => `-${index + 1}${suffix}`)

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new Error(`--out: ${file} cannot be written: ${error instanceof Error ? error.message : error}`)
  }
}

async function devicesOf(gateway: GatewayConfig, assetIds: string[], productKey: string | undefined) {
  const { call, stop } = createCall(gateway.address, gateway, gateway.route)
  try {
    return await readDevices(call, gateway.orgId, { assetIds, productKey })
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const { text, mend } = findingOf(error)
    throw new Error(`the devices of ${gateway.name} cannot be read: ${text}\n  → ${mend}`, { cause: error })
  } finally {
    stop()
  }
}

/**
 * The command `labels`.
 * @param print takes one line, which never holds a key.
 * @returns its exit code, 0.
 * @throws Error with the sentence that says why there are no labels.
 */
export async function runLabels(
  args: string[],
  environment: Environment,
  print: (line: string) => void,
): Promise<number> {
  const text = { type: 'string' } as const
  const asset = { type: 'string', multiple: true, default: [] as string[] } as const
  const own = { url: text, gateway: text, product: text, format: text, out: text, help: { type: 'boolean' } } as const
  const { values } = parseArgs({ args, options: { ...own, asset } })
  if (values.help) {
    print(labelsUsage)
    return 0
  }
  const file = values.out
  if (!file) throw new Error(`--out: which file shall be written?\n${labelsUsage}`)
  const format = formatOf(values.format, file)
  const { gateways, panelUrl } = readProxyConfig(environment, noEmbedded)
  const { origin } = readUrl(values.url ?? panelUrl?.origin)
  const gateway = choose(gateways, values.gateway)

  const devices = await devicesOf(gateway, values.asset, values.product)
  if (devices.length === 0) {
    const which = values.product === undefined ? '' : ` of the product ${values.product}`
    throw new Error(`${gateway.name} has no devices${which} in the organisation ${gateway.orgId}: nothing was written`)
  }
  const place: LabelPlace = { url: origin, gateway: gateways.length > 1 ? gateway : null }
  const pages = pagesOf(devices.map((device) => labelOf(device, place))).map(drawPage)
  const title = `${devices.length} ${devices.length === 1 ? 'label' : 'labels'} of ${gateway.name}`
  if (format === 'html') write(file, drawDocument(pages, title))
  else for (const [index, page] of pages.entries()) write(pageFile(file, index, pages.length), page)
  const [first = file, last = file] = [pageFile(file, 0, pages.length), pageFile(file, pages.length - 1, pages.length)]
  const where = format === 'html' || first === last ? file : `${first} to ${last}`
  print(`${title}, on ${pages.length} ${pages.length === 1 ? 'page' : 'pages'}: ${where}`)
  return 0
}
