/** Part of a sentence: what is named in it stands by itself, in whatever direction it is written. */
export interface Piece {
  text: string
  /** null for the words around what is named. */
  kind: 'strong' | 'quiet' | null
}

type SetOff = (part: string) => string

/** What makes a sentence, given how to set off what is named in it: what stands out, and what does not. */
export type Wording = (strong: SetOff, quiet: SetOff) => string

/** For private use (Unicode, plane 15), so in no text. They never leave this file. */
const begin = { strong: '\u{F0000}', quiet: '\u{F0001}' }
const end = '\u{F0002}'
const setOff =
  (kind: keyof typeof begin): SetOff =>
  (part) =>
    part === '' ? '' : `${begin[kind]}${part}${end}`

const plain: SetOff = (part) => part

/**
 * A sentence in pieces, with what is named in it set off: in any language, whatever the order of its words.
 * @param sentence as it is to be read, to the character; in one piece where the wording makes another one of it.
 */
export function piecesOf(word: Wording, sentence = word(plain, plain)): Piece[] {
  const marked = word(setOff('strong'), setOff('quiet'))
  const pieces = marked
    .split(/([\u{F0000}\u{F0001}][^\u{F0002}]*)\u{F0002}/u)
    .filter((text) => text !== '')
    .map((text): Piece => {
      if (text.startsWith(begin.strong)) return { text: text.slice(begin.strong.length), kind: 'strong' }
      if (text.startsWith(begin.quiet)) return { text: text.slice(begin.quiet.length), kind: 'quiet' }
      return { text, kind: null }
    })
  return pieces.map(({ text }) => text).join('') === sentence ? pieces : [{ text: sentence, kind: null }]
}
