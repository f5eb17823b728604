import type { Device } from '#contract/enos/device.ts'
import type { StringI18n } from '#contract/enos/string-i18n.ts'

/** Without case and accents, so that `zurich` finds `Zürich`. */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const allNames = ({ defaultValue, i18nValue }: StringI18n) =>
  [defaultValue, ...Object.values(i18nValue)].filter((name) => typeof name === 'string')

const textOf = ({ deviceName, assetId, productKey, deviceKey, modelId, productName }: Device) =>
  [
    ...allNames(deviceName),
    assetId,
    `${productKey}/${deviceKey}`,
    `${productKey} / ${deviceKey}`,
    modelId,
    ...allNames(productName),
  ]
    .map(folded)
    .join('\n')

/** The words of a search box; every one of them must be found. */
export const searchWords = (search: string): string[] => folded(search).split(/\s+/).filter(Boolean)

/**
 * The devices in which every word occurs: in the name in any language, an id or key, the model, the product or the
 * place. Those whose name begins with what was typed come first; otherwise the order stays.
 */
export function searchDevices(devices: Device[], search: string, placeOf: (device: Device) => string): Device[] {
  const words = searchWords(search)
  const typed = words.join(' ')
  const found = devices.filter((device) => {
    const text = `${textOf(device)}\n${folded(placeOf(device))}`
    return words.every((word) => text.includes(word))
  })
  const begins = ({ deviceName }: Device) => allNames(deviceName).some((name) => folded(name).startsWith(typed))
  return [...found.filter(begins), ...found.filter((device) => !begins(device))]
}
