export interface Piece {
  text: string
  strong: boolean
}

/**
 * A sentence in pieces, with the given words in it standing out, each where it first occurs after the one before.
 * Works in any language, because it looks for the words and not for their place.
 */
export function emphasised(sentence: string, words: string[]): Piece[] {
  const pieces: Piece[] = []
  let rest = sentence
  const push = (text: string, strong: boolean) => text !== '' && pieces.push({ text, strong })
  for (const word of words.filter((word) => word !== '')) {
    const place = rest.indexOf(word)
    if (place < 0) continue
    push(rest.slice(0, place), false)
    push(word, true)
    rest = rest.slice(place + word.length)
  }
  push(rest, false)
  return pieces
}
