/** A unit that people take for another: typed = meant × `times` + `plus`; or, the other way about, meant = typed × `times`. */
export interface Slip {
  times: string
  plus: string
  inverse: boolean
  /** 1 / `times`, where that has an end; null where it would be rounded. */
  back: string | null
  /** What was probably typed, as for people. */
  inUnit: string
}

/** One unit of the point is so many of the other. */
const many = (inUnit: string, times: string, back: string | null, plus = '0'): Slip => ({
  times,
  plus,
  inverse: false,
  back,
  inUnit,
})
/** One of the other is so many of the point's. */
const few = (inUnit: string, times: string): Slip => ({ times, plus: '0', inverse: true, back: null, inUnit })

/** The unit of a point → the units that are mistaken for it. */
const rows: Record<string, Slip[]> = {
  '%': [few('0…1', '100')],
  '°C': [many('°F', '1.8', null, '32'), many('K', '1', '1', '273.15')],
  K: [many('°F', '1.8', null, '-459.67')],
  'm/s': [many('km/h', '3.6', null)],
  'km/h': [few('m/s', '3.6')],
  kWh: [many('MJ', '3.6', null)],
  MJ: [few('kWh', '3.6')],
  bar: [many('kPa', '100', '0.01'), few('MPa', '10')],
  kPa: [few('bar', '100')],
  s: [many('ms', '1000', '0.001'), few('min', '60'), few('h', '3600')],
  min: [many('s', '60', null), few('h', '60')],
  h: [many('min', '60', null), many('s', '3600', null)],
  ms: [few('s', '1000')],
  rpm: [few('1/s', '60')],
  '1/min': [few('1/s', '60')],
  'L/min': [many('L/h', '60', null), few('L/s', '60')],
  'm³/h': [many('L/h', '1000', '0.001')],
  'mL/h': [few('L/h', '1000')],
}

const prefixes = ['m', '', 'k', 'M', 'G']
const prefixed = ['W', 'var', 'VA', 'Wh', 'V', 'A', 'Hz', 'N', 'Nm', 'Pa', 'g', 'W/min']

/** `kW` → W and MW: three places up and down, for every unit that is used with prefixes. */
function prefixSlips(unit: string): Slip[] {
  const base = prefixed.find((name) => unit.endsWith(name) && prefixes.includes(unit.slice(0, -name.length)))
  if (base === undefined) return []
  const place = prefixes.indexOf(unit.slice(0, -base.length))
  const [smaller, larger] = [prefixes[place - 1], prefixes[place + 1]]
  return [
    ...(smaller === undefined ? [] : [many(`${smaller}${base}`, '1000', '0.001')]),
    ...(larger === undefined ? [] : [few(`${larger}${base}`, '1000')]),
  ]
}

/** The slips that are likely for a unit, as for people; none for a unit that is not known. */
export const slipsOf = (unit: string): Slip[] => [
  ...(Object.hasOwn(rows, unit) ? (rows[unit] ?? []) : []),
  ...prefixSlips(unit),
]
