/** A text in an expression: in the quotes that do not stand in it (§2.4). */
const quoted = (text: string): string =>
  text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", "''")}'`

export const oneOf = (field: string, value: string): string => `${field} = ${quoted(value)}`

export const idsExpression = (assetIds: string[]): string => `assetId in (${assetIds.map(quoted).join(', ')})`

/** §3.2: a name is searched in each language for itself. */
const names = ['deviceName', 'deviceName.en_US', 'deviceName.zh_CN']
/** §3.2: ids are found whole only. */
const ids = ['assetId', 'deviceKey', 'productKey']

/** The devices in whose name, in one language, every word occurs; or of which an id is just what was typed (§2.4, §3.2). */
export function foundExpression(search: string): string {
  const typed = search.trim()
  const words = typed.split(/\s+/)
  // `and` binds closer than `or`: no parentheses, which §2.4 does not name.
  const byName = names.map((name) => words.map((word) => `${name} like ${quoted(word)}`).join(' and '))
  // As copied from beside the device's name: "product key / device key".
  const [productKey = '', deviceKey = '', ...rest] = typed.split(/\s*\/\s*/)
  const byKeys =
    productKey && deviceKey && rest.length === 0
      ? [`${oneOf('productKey', productKey)} and ${oneOf('deviceKey', deviceKey)}`]
      : []
  return [...byName, ...ids.map((id) => oneOf(id, typed)), ...byKeys].join(' or ')
}
