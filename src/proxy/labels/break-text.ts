/** A letter of these scripts is as wide as it is high. */
const isWide = (letter: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u.test(letter)

/** In em of a proportional font, rather too much than too little: text that is cut off by the edge says something else. */
const widthOf = (letter: string): number => (isWide(letter) ? 1 : /[A-ZMWmw@%]/.test(letter) ? 0.78 : 0.58)

/** In em of a font whose letters are all as wide. */
export const monoWidth = (letter: string): number => (isWide(letter) ? 1 : 0.61)

/**
 * Breaks a text into lines, at blanks where there are any, else anywhere; an SVG does not do it by itself.
 * @param width in em of its font.
 * @param most lines; a longer text ends with `…`.
 */
export function breakText(text: string, width: number, most: number, letterWidth = widthOf): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const letters = [...text.trim().replaceAll(/\s+/g, ' ')]
  for (const [index, letter] of letters.entries()) {
    const next = letterWidth(letter)
    if (used + next <= width) {
      line += letter
      used += next
      continue
    }
    if (lines.length === most - 1) {
      const room = [...line]
      while (room.length > 0 && used + widthOf('…') > width) used -= letterWidth(room.pop() ?? '')
      return [...lines, `${room.join('').trimEnd()}…`]
    }
    const blank = letter === ' ' || isWide(letter) ? -1 : line.lastIndexOf(' ')
    const isEarly = blank > 0 && blank < line.length - 1 && index > 0
    lines.push((isEarly ? line.slice(0, blank) : line).trimEnd())
    line = `${isEarly ? line.slice(blank + 1) : ''}${letter === ' ' ? '' : letter}`
    used = [...line].reduce((sum, one) => sum + letterWidth(one), 0)
  }
  return line ? [...lines, line] : lines
}
