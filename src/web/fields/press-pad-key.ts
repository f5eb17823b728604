/** What a key of the number pad does to the text, by the names that the keys have. */
export type PadKey =
  | '0'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | 'point'
  | 'exponent'
  | 'sign'
  | 'erase'
  | 'clear'

/** A text in a box with what is selected of it; start and end are the same where that is nothing. */
export interface BoxText {
  text: string
  start: number
  end: number
}

const caretAt = (text: string, caret: number): BoxText => ({ text, start: caret, end: caret })

/** The sign of the exponent where the caret stands behind its letter, else the sign of the number. */
function changeSign({ text, start, end }: BoxText): BoxText {
  const letter = text.search(/[eE]/)
  const at = letter >= 0 && start > letter ? letter + 1 : 0
  const isSigned = text[at] === '-' || text[at] === '+'
  const sign = text[at] === '-' ? '' : '-'
  const moved = (place: number) => Math.max(at, place + sign.length - (isSigned ? 1 : 0))
  return {
    text: text.slice(0, at) + sign + text.slice(at + (isSigned ? 1 : 0)),
    start: start < at ? start : moved(start),
    end: end < at ? end : moved(end),
  }
}

/**
 * The text after a key of the pad was pressed. Every other digit stays as it was typed; what could never become a JSON
 * number (a second point, a point in the exponent, an exponent of nothing) changes nothing.
 */
export function pressPadKey(before: BoxText, key: PadKey): BoxText {
  const { text, start, end } = before
  const [head, tail] = [text.slice(0, start), text.slice(end)]
  const put = (piece: string) => caretAt(head + piece + tail, head.length + piece.length)
  switch (key) {
    case 'clear':
      return caretAt('', 0)
    case 'erase':
      return start < end ? put('') : caretAt(head.slice(0, -1) + tail, Math.max(0, start - 1))
    case 'sign':
      return changeSign(before)
    case 'point': {
      if (/[.eE]/.test(head) || tail.includes('.')) return before
      // JSON wants a digit on either side: the one before is written along, as a person would.
      return put(/\d$/.test(head) ? '.' : '0.')
    }
    case 'exponent':
      return /\d$/.test(head) && !/[eE]/.test(head + tail) && !tail.includes('.') ? put('e') : before
    default:
      return put(key)
  }
}
