import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fitsPattern } from './matches.ts'
import { policyJsonSchema } from './policy-json-schema.ts'
import { readPolicy } from './read-policy.ts'

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const policyOf = (text: string) => {
  const result = readPolicy(text)
  if ('mistakes' in result) throw new Error(result.mistakes.join('\n'))
  return result.policy
}
const mistakesOf = (policy: unknown) => {
  const result = readPolicy(typeof policy === 'string' ? policy : JSON.stringify(policy))
  return 'mistakes' in result ? result.mistakes : []
}
const limit = (change: object) => ({ limits: [{ rule: 'r', ...change }] })
const hours = (change: object) => limit({ hours: { from: '08:00', to: '18:00', timezone: 'UTC', ...change } })

describe('a policy file', () => {
  it('may be empty: all points are routine, nothing is limited', () => {
    expect(policyOf('{}')).toEqual({ contact: '', grants: [], pointClasses: [], limits: [] })
  })

  it('keeps the digits of its numbers, written as numbers or as text', () => {
    const text = `{"limits":[
      {"rule":"a","minimum":-0.10,"maximum":123456789012345678901234567890.1},
      {"rule":"b","minimum":"-0.10","maximum":"1e400","leastInterval":30}]}`
    expect(policyOf(text).limits).toEqual([
      { rule: 'a', minimum: '-0.10', maximum: '123456789012345678901234567890.1' },
      { rule: 'b', minimum: '-0.10', maximum: '1e400', leastInterval: 30 },
    ])
  })

  it('says every day where hours name none', () => {
    expect(policyOf(JSON.stringify(hours({}))).limits[0]?.hours?.days).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it.each([
    [{ limit: [] }, 'the file: Unrecognized key: "limit"'],
    [limit({ maximum: 1, point: ['x'] }), 'limits[0]: Unrecognized key: "point"'],
    [{ limits: [{ maximum: 1 }] }, 'limits[0].rule: Invalid input: expected string, received undefined'],
    [limit({}), 'limits[0]: limits nothing: give minimum, maximum, largestStep, leastInterval, hours'],
    [limit({ maximum: 'much' }), 'limits[0].maximum: must be a number, or a decimal text such as "0.1"'],
    [limit({ maximum: '0x10' }), 'limits[0].maximum: must be a number, or a decimal text such as "0.1"'],
    [limit({ minimum: '2', maximum: '1.99' }), 'limits[0].minimum: is greater than the maximum'],
    [limit({ largestStep: 0 }), 'limits[0].largestStep: must be greater than 0'],
    [limit({ largestStep: -1 }), 'limits[0].largestStep: must be greater than 0'],
    [limit({ leastInterval: 0.5 }), 'limits[0].leastInterval: Invalid input: expected int, received number'],
    [limit({ leastInterval: 0 }), 'limits[0].leastInterval: Too small: expected number to be >=1'],
    [limit({ maximum: 1, points: [] }), 'limits[0].points: Too small: expected array to have >=1 items'],
    [
      limit({ maximum: 1, assetIds: ['a*'] }),
      'limits[0].assetIds[0]: must be the id of an asset: * stands for nothing here',
    ],
    [hours({ from: '24:00' }), 'limits[0].hours.from: must be a time such as "07:30"'],
    [hours({ to: '8:00' }), 'limits[0].hours.to: must be a time such as "18:30", at most "24:00"'],
    [hours({ to: '08:00' }), 'limits[0].hours.to: must differ from `from`; "00:00" to "24:00" is all day'],
    [
      hours({ timezone: 'Berlin' }),
      'limits[0].hours.timezone: must be an offset such as "+01:00" or a name such as "Europe/Berlin"',
    ],
    [hours({ days: [0] }), 'limits[0].hours.days[0]: Too small: expected number to be >=1'],
    [hours({ days: [1, 1] }), 'limits[0].hours.days: names a day twice'],
    [
      { pointClasses: [{ rule: 'r', class: 'harmless' }] },
      'pointClasses[0].class: Invalid option: expected one of "routine"|"confirm"|"critical"',
    ],
    [
      {
        pointClasses: [
          { rule: 'r', class: 'confirm' },
          { rule: 'r', class: 'routine' },
        ],
      },
      'pointClasses[1].rule: "r" names a rule above',
    ],
    [
      { grants: [{ claim: 'groups', value: 'x', role: 'owner' }] },
      'grants[0].role: Invalid option: expected one of "viewer"|"operator"|"engineer"|"administrator"',
    ],
    [[], 'the file: Invalid input: expected object, received array'],
  ])('is refused with the path of the mistake: %j', (policy, mistake) => {
    expect(mistakesOf(policy)).toEqual([mistake])
  })

  it('is refused with every mistake at once, but no more than can be read', () => {
    const rule = { rule: '', maximum: 'x' }
    expect(mistakesOf({ limits: [rule, rule] })).toHaveLength(5)
    expect(mistakesOf({ limits: Array.from({ length: 50 }, () => rule) }).at(-1)).toMatch(/^… and \d+ more$/)
  })

  it('that is no JSON is refused', () => {
    expect(mistakesOf('{"limits":[')).toEqual([expect.stringContaining('the file is not JSON: ')])
    expect(mistakesOf('{"limits":[],"limits":[1]}')).toEqual([expect.stringContaining('the file is not JSON: ')])
    expect(mistakesOf('')).toHaveLength(1)
  })
})

it('the JSON Schema in docs is the one of the code; if not: npm run policy-schema', () => {
  expect(JSON.parse(read('docs/policy.schema.json'))).toEqual(JSON.parse(JSON.stringify(policyJsonSchema())))
})

describe('the example in docs', () => {
  const policy = policyOf(read('docs/policy.example.json'))
  const { thingModels, assetTrees }: { thingModels: DemoModel[]; assetTrees: unknown } = JSON.parse(
    read('fleets/demo.json'),
  )
  interface DemoModel {
    modelId: string
    measurepoints: Record<string, unknown>
  }

  it.each([...policy.pointClasses, ...policy.limits])('is about points of the demo fleet: $rule', (rule) => {
    const { models = ['*'], points = ['*'], assetIds = [] } = rule
    const fits = (patterns: string[], id: string) => patterns.some((pattern) => fitsPattern(pattern, id))
    const found = thingModels
      .filter(({ modelId }) => fits(models, modelId))
      .flatMap(({ measurepoints }) => Object.keys(measurepoints).filter((id) => fits(points, id)))
    expect(found).not.toEqual([])
    for (const assetId of assetIds) expect(JSON.stringify(assetTrees)).toContain(`"assetId":"${assetId}"`)
  })
})
