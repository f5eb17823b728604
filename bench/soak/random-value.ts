import {
  type ItemTypeName,
  readEnum,
  readItemType,
  readMaxLength,
  readMembers,
  type ValueDefinition,
} from '../../src/contract/enos/thing-model.ts'
import { checkValue } from '../../src/contract/value/check-value.ts'
import { type ExactJson, ExactNumber } from '../../src/contract/value/exact.ts'
import type { Random } from './random.ts'

/** Letters that go through every format, also a frame's. */
const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-'
const odd = ['"', '\\', '/', ' ', '{', '}', ',', ':', '\n', 'é', '上', '🌀', '\u2028', '%', '&']

function randomText(random: Random, bytes: number): string {
  const letters = Array.from({ length: random.whole(1, Math.min(bytes, 24)) }, () => plain[random.whole(0, 63)] ?? 'a')
  if (bytes >= 40 && random.chance(0.3))
    letters.splice(random.whole(0, letters.length), 0, odd[random.whole(0, 14)] ?? '"')
  return letters.join('')
}

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0

/** A number in the limits, in one of the ways in which it can be written: what was typed is what has to arrive. */
function randomNumber(random: Random, { minimum, maximum, step, dataType }: ValueDefinition): ExactNumber {
  const [least, most] = [Number(minimum?.value ?? -1_000_000), Number(maximum?.value ?? 1_000_000)]
  if (step) {
    const by = Number(step.value)
    const base = Number(minimum?.value ?? 0)
    const count = random.whole(minimum ? 0 : Math.ceil(least / by), Math.floor((most - base) / by))
    return new ExactNumber(
      (base + count * by).toFixed(Math.max(decimalsOf(step.value), decimalsOf(minimum?.value ?? ''))),
    )
  }
  if (dataType === 'INT') return new ExactNumber(String(random.whole(Math.ceil(least), Math.floor(most))))
  const text = (least + random.next() * (most - least)).toFixed(random.whole(1, 9))
  const more = random.weighted({ '': 6, '0': 2, '00000000000000000000': 1, e0: 1, 'E+0': 1 })
  return new ExactNumber(text + more)
}

const randomDay = (random: Random): string => {
  const two = (least: number, most: number) => String(random.whole(least, most)).padStart(2, '0')
  const day = `${random.whole(1970, 2199)}-${two(1, 12)}-${two(1, 28)}`
  return random.chance(0.5) ? day : `${day} ${two(0, 23)}:${two(0, 59)}:${two(0, 59)}`
}

function draw(random: Random, definition: ValueDefinition): ExactJson {
  switch (definition.dataType) {
    case 'INT':
    case 'FLOAT':
    case 'DOUBLE':
      return randomNumber(random, definition)
    case 'BOOL':
      return random.pick<ExactJson>([true, false, new ExactNumber('0'), new ExactNumber('1')])
    case 'ENUM': {
      const { enumType, enumDesc } = readEnum(definition)
      const keys = Object.keys(enumDesc)
      const key = keys[random.whole(0, keys.length - 1)] ?? ''
      return enumType === 'INT' && /^-?\d+$/.test(key) ? new ExactNumber(key) : key
    }
    case 'STRING':
      return randomText(random, readMaxLength(definition))
    case 'DATE':
      return randomDay(random)
    case 'TIMESTAMP':
      return new ExactNumber(String(random.whole(0, 4_000_000_000_000)))
    case 'ARRAY': {
      const item: ValueDefinition & { dataType: ItemTypeName } = { ...definition, dataType: readItemType(definition) }
      return Array.from({ length: random.whole(0, 9) }, () => draw(random, item))
    }
    case 'STRUCT':
      return Object.fromEntries(
        readMembers(definition)
          .filter(({ required }) => required || random.chance(0.5))
          .map((member) => [member.identifier, draw(random, member)]),
      )
    case 'FILE':
      // Nobody can set one: refused at the door, and nothing is stored.
      return 'files/none.pdf'
  }
}

/** A value that fits the definition, but for FILE, of which none does. */
export function randomValue(random: Random, definition: ValueDefinition): ExactJson {
  for (let tries = 0; tries < 30; tries++) {
    const value = draw(random, definition)
    if (definition.dataType === 'FILE' || checkValue(definition, value).length === 0) return value
  }
  throw new Error(`no value fits ${definition.dataType}`)
}
