import { correction, generate } from 'lean-qr'
import { breakText, monoWidth } from './break-text.ts'
import type { Label } from './label.ts'

/** mm */
export const labelSize = { width: 70, height: 37 } as const

/** mm: the code with the four light modules around it that the standard asks for. */
const code = { left: 3, top: 4, size: 29 }
const quiet = 4
const text = { left: 33.5, right: 67, top: 4.5, bottom: 33.5 }
const column = text.right - text.left

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML cannot hold, and what would turn the line around, is left out. */
const unprintable = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

export const escapeXml = (words: string): string =>
  words.replaceAll(unprintable, '').replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '')

/** Dark modules as one path, in modules from the corner of the light border; a row's neighbours are one bar. */
function codePath(address: string): { path: string; modules: number } {
  const bitmap = generate(address, { minCorrectionLevel: correction.M })
  let path = ''
  for (let y = 0; y < bitmap.size; y++) {
    for (let x = 0; x < bitmap.size; x++) {
      let length = 0
      while (bitmap.get(x + length, y)) length++
      if (length > 0) path += `M${x + quiet} ${y + quiet}h${length}v1h-${length}z`
      x += length
    }
  }
  return { path, modules: bitmap.size + 2 * quiet }
}

interface Part {
  words: string
  kind: 'name' | 'other' | 'id' | 'small'
  /** mm */
  size: number
  most: number
}

function partsOf({ names, productKey, deviceKey, assetId, place }: Label): Part[] {
  const [name = deviceKey || assetId, ...others] = names
  return [
    { words: name, kind: 'name', size: 3.5, most: 2 },
    ...others.map((words): Part => ({ words, kind: 'other', size: 2.9, most: 1 })),
    { words: assetId, kind: 'id', size: 3, most: 2 },
    { words: `${productKey} / ${deviceKey}`, kind: 'small', size: 2.1, most: 2 },
    { words: place, kind: 'small', size: 2.1, most: 1 },
  ]
}

/** One label of {@link labelSize}, as SVG in mm with its corner at 0 0. */
export function drawLabel(label: Label): string {
  const { path, modules } = codePath(label.address)
  const scale = code.size / modules
  let y: number = text.top
  const lines = partsOf(label).flatMap(({ words, kind, size, most }) => {
    const width = column / size
    const isMono = kind === 'id' || kind === 'small'
    const drawn = breakText(words, width, most, isMono ? monoWidth : undefined).map((line) => {
      y += size * 1.16
      return `<text class="${kind}" x="${text.left}" y="${y.toFixed(2)}" font-size="${size}">${escapeXml(line)}</text>`
    })
    y += size * 0.32
    return drawn
  })
  return [
    `<path transform="translate(${code.left} ${code.top}) scale(${scale.toFixed(5)})" d="${path}"/>`,
    ...lines,
  ].join('\n')
}
