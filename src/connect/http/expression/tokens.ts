import { Failure } from '#contract/enos/failure.ts'

/** A piece of a search expression (§2.4). `word` is a field, a keyword or a bare literal. */
export interface Token {
  kind: 'word' | 'number' | 'text' | 'symbol' | 'end'
  /** The text's content without its quotes; of the rest the characters themselves. */
  text: string
  /** Where it begins, counted from 1 for people. */
  position: number
}

const patterns: [Token['kind'] | 'blank', RegExp][] = [
  ['blank', /\s+/y],
  ['number', /-?\d+(\.\d+)?(?![\p{L}\p{N}_.])/uy],
  ['word', /[\p{L}_][\p{L}\p{N}_-]*(\.[\p{L}\p{N}_-]+)*/uy],
  ['text', /'(?:[^']|'')*'|"(?:[^"]|"")*"/y],
  ['symbol', /!=|<>|<=|>=|[=<>(),]/y],
]

/** Longer ones are no search that a person or a panel writes. */
const maximumLength = 4096

export const expressionFailure = (problem: string): Failure => new Failure('invalidArgument', `expression: ${problem}`)

/** A quote inside a text is written twice. */
function unquoted(text: string): string {
  const quote = text.charAt(0)
  return text.slice(1, -1).replaceAll(quote + quote, quote)
}

/** @throws Failure invalidArgument at the first character that begins no token. */
export function tokensOf(expression: string): Token[] {
  if (expression.length > maximumLength) throw expressionFailure(`it must have at most ${maximumLength} characters`)
  const tokens: Token[] = []
  let index = 0
  while (index < expression.length) {
    const start = index
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = start
      const [found] = pattern.exec(expression) ?? []
      if (found === undefined) continue
      index = start + found.length
      if (kind !== 'blank') {
        tokens.push({ kind, text: kind === 'text' ? unquoted(found) : found, position: start + 1 })
      }
      break
    }
    if (index === start) {
      const character = expression.charAt(start)
      const why = character === "'" || character === '"' ? 'a text that is never closed' : `unexpected ${character}`
      throw expressionFailure(`${why} at position ${start + 1}`)
    }
  }
  tokens.push({ kind: 'end', text: 'the end', position: expression.length + 1 })
  return tokens
}
