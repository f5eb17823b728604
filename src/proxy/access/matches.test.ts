import { describe, expect, it } from 'vitest'
import { fitsPattern, matches } from './matches.ts'
import type { Target } from './ports.ts'

it.each([
  ['WTG.Mode', 'WTG.Mode', true],
  ['WTG.Mode', 'WTG.Modes', false],
  ['WTG.Mode', 'WTGxMode', false],
  ['WTG.Mode', 'wtg.mode', false],
  ['*', '', true],
  ['*', 'anything', true],
  ['WTG.*', 'WTG.', true],
  ['WTG.*', 'WTG', false],
  ['*.Mode', 'PCS.Mode', true],
  ['*.Mode', 'PCS.Mode2', false],
  ['*Set*', 'PCS.PSetNow', true],
  ['a*b*a', 'aba', true],
  ['a*a', 'a', false],
  ['ab*ba', 'aba', false],
  ['**', 'x', true],
  ['', 'x', false],
])('the pattern %j fits the id %j: %s', (pattern, id, is) => {
  expect(fitsPattern(pattern, id)).toBe(is)
})

it('a pattern of many stars takes no long time', () => {
  expect(fitsPattern('*a'.repeat(2000), `${'a'.repeat(100_000)}b`)).toBe(false)
})

const target: Target = { gatewayId: 'plant', assetId: 'a1', productKey: 'pk', deviceKey: 'dk', modelId: 'PMP-1' }

describe('a rule', () => {
  const ask = async (rule: Parameters<typeof matches>[0], modelId = 'PMP-1') => {
    const asked: string[] = []
    const found = await matches(
      rule,
      {
        gatewayId: 'plant',
        measurepointId: 'PMP.Speed',
        target: async () => {
          asked.push('target')
          return { ...target, modelId }
        },
      },
      {
        isWithin: async (_gatewayId, assetId, assetIds) => {
          asked.push('place')
          return assetIds.includes(`over-${assetId}`)
        },
      },
    )
    return [found, asked]
  }

  it('without conditions is about every point, and asks nothing', async () => {
    expect(await ask({})).toEqual([true, []])
  })

  it.each([
    [{ points: ['X', 'PMP.*'] }, true],
    [{ points: ['X'] }, false],
    [{ gateways: ['plant'] }, true],
    [{ gateways: ['test*'] }, false],
    [{ points: ['X'], models: ['PMP-1'], assetIds: ['over-a1'] }, false],
  ] as const)('asks nothing where the call itself tells: %o → %s', async (rule, is) => {
    const { points, gateways } = { points: undefined, gateways: undefined, ...rule }
    const more = 'models' in rule ? { models: [...rule.models], assetIds: [...rule.assetIds] } : {}
    expect(
      await ask({
        ...(points ? { points: [...points] } : {}),
        ...(gateways ? { gateways: [...gateways] } : {}),
        ...more,
      }),
    ).toEqual([is, []])
  })

  it('is about a model only where the device is of it', async () => {
    expect(await ask({ models: ['PMP-*'] })).toEqual([true, ['target']])
    expect(await ask({ models: ['VLV-1'], assetIds: ['over-a1'] })).toEqual([false, ['target']])
  })

  it('cannot be told to hold or not where EnOS names no model', async () => {
    await expect(ask({ models: ['*'] }, '')).rejects.toMatchObject({ failure: 'targetUnknown' })
    expect(await ask({ points: ['X'], models: ['*'] }, '')).toEqual([false, []])
  })

  it('is about places only where the device lies within', async () => {
    expect(await ask({ assetIds: ['over-a1'] })).toEqual([true, ['target', 'place']])
    expect(await ask({ assetIds: ['other'] })).toEqual([false, ['target', 'place']])
  })
})
