import { Failure } from '#contract/enos/failure.ts'
import { type ExactJson, isExactNumber, parseExact, stringifyExact } from '#contract/value/exact.ts'
import type { ReadCall } from './read-call.ts'

type Members = Record<string, ExactJson>

/** Ids that are written into an expression, and into a list; with more, only the answer is limited, and counts are the gateway's. */
const mostInExpression = 2000
const mostInList = 10_000

const membersOf = (json: ExactJson | undefined): Members =>
  typeof json === 'object' && json !== null && !Array.isArray(json) && !isExactNumber(json) ? json : {}

const textsOf = (json: ExactJson | undefined): string[] =>
  Array.isArray(json) ? json.filter((one) => typeof one === 'string') : []

const literal = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g

/** @throws Failure invalidArgument unless every quote and bracket is closed: the condition before it has to hold for all. */
function assertClosed(bare: string): void {
  let depth = 0
  for (const sign of bare) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (depth < 0 || sign === "'" || sign === '"') depth = Number.NaN
  }
  if (depth !== 0) throw new Failure('invalidArgument', 'Invalid Argument expression: a quote or bracket is not closed')
}

/** The expression of §2.4 that finds what `expression` does, among these assets only. */
function among(expression: string, assetIds: readonly string[]): string {
  const own = `assetId in (${assetIds.map((id) => `'${id}'`).join(',')})`
  if (expression.trim() === '') return own
  const bare = expression.replaceAll(literal, ' ')
  assertClosed(bare)
  // Brackets only where they are needed: §2.4 does not promise that every release reads them.
  return /\bor\b/i.test(bare) ? `${own} and (${expression})` : `${own} and ${expression}`
}

/** Answers have to say of which asset each row is. */
const withAssetId = (body: Members): Members => {
  const { projection } = body
  const isEnough = !Array.isArray(projection) || projection.length === 0 || projection.includes('assetId')
  return isEnough ? body : { ...body, projection: [...projection, 'assetId'] }
}

const relations = ['isParentOfAssetId', 'isChildOfAssetId', 'isAncestorOfAssetId', 'isDescendantOfAssetId']

/** @throws Failure outsidePlaces where all assets that the filter names are outside, or the one it starts from. */
function narrowFilter(filter: Members, within: ReadonlySet<string>): Members {
  const outside = new Failure('outsidePlaces', 'the asset is outside the places of this person')
  const isOutside = (id: ExactJson | undefined) => typeof id === 'string' && id !== '' && !within.has(id)
  if (relations.some((relation) => isOutside(filter[relation]))) throw outside
  const asked = Array.isArray(filter.assetIds) ? textsOf(filter.assetIds).filter((id) => within.has(id)) : [...within]
  if (asked.length === 0) throw outside
  return asked.length > mostInList ? filter : { ...filter, assetIds: asked }
}

/**
 * A search that finds nothing but these assets and their devices, as far as its body can say so (§2.4, §3.1):
 * pages and counts are then those of what is within. What it finds has to be sifted all the same.
 * @throws Failure outsidePlaces where it starts from an asset outside.
 */
export function narrowSearch(read: ReadCall, within: ReadonlySet<string>): ReadCall {
  const body = withAssetId(membersOf(parseExact(read.body)))
  if (read.name === 'searchRelatedAsset') {
    const filter = narrowFilter(membersOf(body.filter), within)
    return { ...read, body: stringifyExact({ ...body, filter }) }
  }
  const assetIds = [...within]
  const isWritable = assetIds.length <= mostInExpression && assetIds.every((id) => !/['"\\]/.test(id))
  if (!isWritable) return { ...read, body: stringifyExact(body) }
  const expression = among(typeof body.expression === 'string' ? body.expression : '', assetIds)
  return { ...read, body: stringifyExact({ ...body, expression }) }
}
