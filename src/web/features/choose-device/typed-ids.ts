/** By what a device is named (§1.1): its asset, or both keys. */
export type Way = 'asset' | 'keys'

/** The boxes in their order on the screen. */
export const noIds = { assetId: '', productKey: '', deviceKey: '', point: '' }
export type IdName = keyof typeof noIds
export type TypedIds = Record<IdName, string>

/** Characters; no id of EnOS comes near. */
const longest = 256

const needed: Record<Way, readonly IdName[]> = { asset: ['assetId'], keys: ['productKey', 'deviceKey'] }

export const trimmed = ({ assetId, productKey, deviceKey, point }: TypedIds): TypedIds => ({
  assetId: assetId.trim(),
  productKey: productKey.trim(),
  deviceKey: deviceKey.trim(),
  point: point.trim(),
})

export type Problem = 'missing' | 'tooLong'

/** What is wrong with which box, in the order of the boxes; those of the other way do not count. */
export function problemsOf(by: Way, typed: TypedIds): Partial<Record<IdName, Problem>> {
  const ids = trimmed(typed)
  const problems: Partial<Record<IdName, Problem>> = {}
  for (const name of [...needed[by], 'point'] as const) {
    if (ids[name].length > longest) problems[name] = 'tooLong'
    else if (ids[name] === '' && name !== 'point') problems[name] = 'missing'
  }
  return problems
}
