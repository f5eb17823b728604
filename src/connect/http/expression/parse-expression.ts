import { expressionFailure, type Token, tokensOf } from './tokens.ts'

export const operators = ['=', '!=', '<', '<=', '>', '>=', 'in', 'like', 'exists', 'not exists'] as const
export type Operator = (typeof operators)[number]

/** `field operator values`; `exists` has no value, `in` has some, the rest have one. */
export interface Condition {
  kind: 'condition'
  field: string
  operator: Operator
  values: string[]
}
export type Expression = Condition | { kind: 'and' | 'or'; parts: Expression[] }

const comparisons: Record<string, Operator> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

/** Far more than a person writes, far less than the stack holds. */
const maximumDepth = 50

/**
 * Reads the language of §2.4:
 * or := and ("or" and)* · and := one ("and" one)* · one := "(" or ")" | ["not"] "exists" "(" field ")"
 * | field comparison literal | field "like" literal | field "in" "(" literal ("," literal)* ")"
 * @throws Failure invalidArgument naming the place and what would be right.
 */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text)
  let next = 0
  let depth = 0
  const peek = (): Token => tokens[next] ?? { kind: 'end', text: 'the end', position: text.length + 1 }
  const take = (): Token => {
    const token = peek()
    next += 1
    return token
  }
  const wrong = (expected: string, { text: found, position }: Token): never => {
    throw expressionFailure(`expected ${expected} but found ${found} at position ${position}`)
  }
  const isKeyword = ({ kind, text: word }: Token, keyword: string): boolean =>
    kind === 'word' && word.toLowerCase() === keyword
  const isSymbol = ({ kind, text: found }: Token, symbol: string): boolean => kind === 'symbol' && found === symbol

  function expectSymbol(symbol: string): void {
    const token = take()
    if (!isSymbol(token, symbol)) wrong(symbol, token)
  }
  function field(): string {
    const token = take()
    return token.kind === 'word' ? token.text : wrong('the name of a field', token)
  }
  function literal(): string {
    const token = take()
    const bare = isKeyword(token, 'true') || isKeyword(token, 'false')
    return token.kind === 'text' || token.kind === 'number' || bare
      ? token.text
      : wrong('a quoted text or a number', token)
  }
  function list(): string[] {
    expectSymbol('(')
    const values = [literal()]
    while (isSymbol(peek(), ',')) {
      take()
      values.push(literal())
    }
    expectSymbol(')')
    return values
  }
  function exists(operator: 'exists' | 'not exists'): Condition {
    expectSymbol('(')
    const name = field()
    expectSymbol(')')
    return { kind: 'condition', field: name, operator, values: [] }
  }
  function one(): Expression {
    const token = peek()
    if (isSymbol(token, '(')) {
      take()
      depth += 1
      if (depth > maximumDepth) throw expressionFailure(`more than ${maximumDepth} parentheses stand in each other`)
      const inner = joined('or')
      expectSymbol(')')
      depth -= 1
      return inner
    }
    if (isKeyword(token, 'exists')) {
      take()
      return exists('exists')
    }
    if (isKeyword(token, 'not')) {
      take()
      const word = take()
      return isKeyword(word, 'exists') ? exists('not exists') : wrong('exists', word)
    }
    const name = field()
    const word = take()
    const condition = (operator: Operator, values: string[]): Condition => ({
      kind: 'condition',
      field: name,
      operator,
      values,
    })
    if (isKeyword(word, 'in')) return condition('in', list())
    if (isKeyword(word, 'like')) return condition('like', [literal()])
    const comparison = word.kind === 'symbol' ? comparisons[word.text] : undefined
    return comparison ? condition(comparison, [literal()]) : wrong(`one of ${operators.slice(0, 8).join(' ')}`, word)
  }
  function joined(kind: 'and' | 'or'): Expression {
    const part = (): Expression => (kind === 'or' ? joined('and') : one())
    const first = part()
    const parts = [first]
    while (isKeyword(peek(), kind)) {
      take()
      parts.push(part())
    }
    return parts.length === 1 ? first : { kind, parts }
  }

  const expression = joined('or')
  if (peek().kind !== 'end') wrong('and, or, or the end', peek())
  return expression
}
