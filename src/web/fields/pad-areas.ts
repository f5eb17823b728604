interface PadShape {
  /** A point and an exponent can be typed. */
  isDecimal: boolean
  mayBeNegative: boolean
}

const rowsOf = (rows: string[]): string => rows.map((row) => `"${row}"`).join(' ')

/** Where the keys stand, as CSS grid areas: four rows as on a machine's own panel, and three where there is no height. */
export function padAreas({ isDecimal, mayBeNegative }: PadShape): { tall: string; flat: string } {
  const right = mayBeNegative ? 'sign' : 'done'
  const tall = [
    'k7 k8 k9 erase',
    'k4 k5 k6 clear',
    `k1 k2 k3 ${right}`,
    isDecimal ? 'k0 point exponent done' : 'k0 k0 k0 done',
  ]
  const extras = isDecimal
    ? mayBeNegative
      ? 'point exponent sign'
      : 'point point exponent'
    : mayBeNegative
      ? 'sign sign sign'
      : 'k0 k0 k0'
  const last = isDecimal || mayBeNegative ? 'k0 done done' : 'done done done'
  return {
    tall: rowsOf(tall),
    flat: rowsOf(['k7 k8 k9 erase erase clear', `k4 k5 k6 ${extras}`, `k1 k2 k3 ${last}`]),
  }
}
