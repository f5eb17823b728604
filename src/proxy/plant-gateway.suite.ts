import { envelope, type Received, type Script, startScriptedGateway, text } from './scripted-gateway.suite.ts'

/** A plant with two halves: north with a hall of two heaters, south with one. */
export const treeId = 'plant'
const below: Record<string, string[]> = {
  site: ['north', 'hall', 'h1', 'h2', 'south', 's1'],
  north: ['hall', 'h1', 'h2'],
  hall: ['h1', 'h2'],
  south: ['s1'],
}
const assetIds = ['site', ...(below.site ?? [])]
const deviceIds = ['h1', 'h2', 's1']

const name = (defaultValue: string) => ({ defaultValue, i18nValue: {} })
const assetOf = (assetId: string) => ({
  ...{ assetId, name: name(assetId), modelId: 'Heater', label: deviceIds.includes(assetId) ? '0' : '1' },
})
const deviceOf = (assetId: string) => ({
  ...{ assetId, productKey: 'pk', productName: name('Heater'), deviceKey: `dk-${assetId}`, modelId: 'Heater' },
  ...{ deviceName: name(assetId), status: 'online', createTime: 1_700_000_000_000 },
})
/** The waiting command of each device. */
export const commandIdOf = (assetId: string): string => `250000000000000000${deviceIds.indexOf(assetId)}`
const commandOf = (assetId: string) => ({
  ...{ commandId: commandIdOf(assetId), assetId, productKey: 'pk', deviceKey: `dk-${assetId}`, state: 1 },
  ...{ createTime: 1_700_000_000_000, commandType: 1, commandName: name('Power'), timeout: 30, pendingTtl: 600 },
  ...{ tslIdentifier: 'p', inputData: 1 },
})
const model = {
  ...{ modelId: 'Heater', name: name('Heater') },
  measurepoints: {
    p: { identifier: 'p', name: name('Power'), dataType: 'DOUBLE', signalType: 'AO' },
    q: { identifier: 'q', name: name('Pressure'), dataType: 'DOUBLE', signalType: 'AO' },
    r: { identifier: 'r', name: name('Trip'), dataType: 'DOUBLE', signalType: 'AO' },
  },
}

const page = (data: unknown[]): Script =>
  // Written by hand: a value's digits have to arrive as they are.
  text(
    `{"code":0,"msg":"OK","big":12345678901234567890,"data":${JSON.stringify(data)},"pagination":{"pageNo":1,"pageSize":100,"totalSize":${data.length}}}`,
  )
const notFound = envelope(99404)

/** The device that a call names (§1.1). */
const namedIn = ({ query }: Received): string | undefined =>
  deviceIds.find((id) => query.get('assetId') === id || query.get('deviceKey') === `dk-${id}`)

interface Search {
  expression?: string
  filter?: { assetIds?: string[]; isChildOfAssetId?: string; isDescendantOfAssetId?: string }
}
const searchIn = ({ body }: Received): Search => JSON.parse(body || '{}')
const amongIn = ({ expression = '' }: Search): string[] | undefined =>
  /assetId in \(([^)]*)\)/
    .exec(expression)?.[1]
    ?.split(',')
    .map((id) => id.slice(1, -1))

const searched = (ids: string[], received: Received, careless: boolean): string[] => {
  const among = amongIn(searchIn(received))
  return careless || !among ? ids : ids.filter((id) => among.includes(id))
}

/** Answers a call about the device that it names. */
const about =
  (answer: (assetId: string) => Script): Script =>
  (received, response) => {
    const assetId = namedIn(received)
    return (assetId ? answer(assetId) : notFound)(received, response)
  }

/** One action of several services, told apart by their paths. */
const byPath =
  (scripts: Record<string, Script>): Script =>
  (received, response) =>
    (Object.entries(scripts).find(([path]) => received.path.endsWith(path))?.[1] ?? notFound)(received, response)

/**
 * A gateway before the plant, which knows every call of the endpoint table.
 * @param careless answers searches with all there is, whatever was asked for.
 */
export function startPlantGateway({ careless = false } = {}) {
  return startScriptedGateway({
    setMeasurepoint: about((assetId) => envelope(0, { commandId: commandIdOf(assetId) })),
    queryLatest: about(() => text('{"code":0,"data":[{"id":"p","time":"1700000000000","value":1.0}]}')),
    // The one call that has no action.
    '': (received, response) => {
      const named: string[] = careless ? deviceIds : JSON.parse(received.body).assetIds.split(',')
      const items = named.map((assetId) => `{"assetId":"${assetId}","timestamp":1700000000000,"p":1.0}`)
      text(`{"code":0,"data":{"items":[${items.join()}]}}`)(received, response)
    },
    cancel: about((assetId) => envelope(0, [commandOf(assetId)])),
    get: byPath({
      '/commands': about((assetId) => envelope(0, commandOf(careless ? 's1' : assetId))),
      '/devices': about((assetId) => envelope(0, deviceOf(assetId))),
      '/assets': (received, response) => {
        const assetId = received.query.get('assetId') ?? ''
        return (assetIds.includes(assetId) ? envelope(0, assetOf(assetId)) : notFound)(received, response)
      },
      '/thing-models': envelope(0, model),
    }),
    search: byPath({
      '/commands': about((assetId) => page((careless ? deviceIds : [assetId]).map(commandOf))),
      '/devices': (received, response) =>
        page(searched(deviceIds, received, careless).map(deviceOf))(received, response),
      '/thing-models': page([model]),
    }),
    searchAsset: (received, response) => page(searched(assetIds, received, careless).map(assetOf))(received, response),
    searchRelatedAsset: (received, response) => {
      const { filter = {} } = searchIn(received)
      const start = filter.isDescendantOfAssetId ?? filter.isChildOfAssetId
      const found = start === undefined ? assetIds : (below[start] ?? [])
      const among = careless ? undefined : filter.assetIds
      return page(found.filter((id) => !among || among.includes(id)).map(assetOf))(received, response)
    },
  })
}
