/**
 * The text of a JSON number with its digits grouped as the locale does: every digit, trailing zero and exponent
 * stays as written, because only the whole part passes through `Intl`, as a BigInt.
 */
export function formatNumber(text: string, locale: string): string {
  const [, sign, whole = '0', fraction, exponent = ''] = /^(-?)(\d+)(?:\.(\d+))?(.*)$/.exec(text) ?? []
  const format = new Intl.NumberFormat(locale, { numberingSystem: 'latn' })
  const mark = (type: 'minusSign' | 'decimal') =>
    format.formatToParts(-1.5).find((part) => part.type === type)?.value ?? ''
  return [
    sign && mark('minusSign'),
    format.format(BigInt(whole)),
    fraction && mark('decimal') + fraction,
    exponent,
  ].join('')
}
