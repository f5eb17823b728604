/*
 * Layout of JSON text without reading it: digits, escapes and order stay as they were written,
 * because only the blanks between tokens are touched.
 */

const tokensOf = (text: string): string[] => text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs) ?? []

/** Valid JSON without blanks between its tokens. */
export const compactJson = (text: string): string => tokensOf(text).join('')

/** Valid JSON with one member or element a line. */
export function formatJson(text: string): string {
  const tokens = tokensOf(text)
  let written = ''
  let depth = 0
  const newLine = () => `\n${'  '.repeat(depth)}`
  tokens.forEach((token, index) => {
    const isEmptied = (token === '}' && tokens[index - 1] === '{') || (token === ']' && tokens[index - 1] === '[')
    if (token === '}' || token === ']') depth -= 1
    if (token === '}' || token === ']') written += isEmptied ? token : newLine() + token
    else if (token === ':') written += ': '
    else if (token === ',') written += token + newLine()
    else {
      const opens = token === '{' || token === '['
      if (opens) depth += 1
      const next = tokens[index + 1]
      written += opens && next !== '}' && next !== ']' ? token + newLine() : token
    }
  })
  return written
}
