import type { Measurepoint } from '#contract/enos/thing-model.ts'

/** SI prefixes by EnOS's names of multipliers (§3.3). */
const prefixes: Record<string, string> = {
  YOTTA: 'Y',
  ZETTA: 'Z',
  EXA: 'E',
  PETA: 'P',
  TERA: 'T',
  GIGA: 'G',
  MEGA: 'M',
  KILO: 'k',
  HECTO: 'h',
  DECA: 'da',
  ONE: '',
  DECI: 'd',
  CENTI: 'c',
  MILLI: 'm',
  MICRO: 'µ',
  NANO: 'n',
  PICO: 'p',
  FEMTO: 'f',
  ATTO: 'a',
  ZEPTO: 'z',
  YOCTO: 'y',
}

/** A unit as people write it, e.g. `kW` for kilo watt; empty for none. A multiplier that is not known stands in front as it is. */
export function unitText(unit: Measurepoint['unit']): string {
  if (!unit) return ''
  return `${prefixes[unit.multiplier] ?? `${unit.multiplier} `}${unit.unitId}`
}
