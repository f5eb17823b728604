import { expect, it } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import { createRefusalLog } from './log-refusals.ts'
import { aSend } from './operations/rules.suite.ts'
import { builtIn } from './people/built-in.ts'

const asker = { person: builtIn('Ada'), signIn: null }

function start() {
  const lines: unknown[] = []
  return { lines, ...createRefusalLog({ warn: (...line: unknown[]) => void lines.push(line) }) }
}

it('a refused send is one line: who, which point, why and by which rule; no value', async () => {
  const { lines, permit } = start()
  const { identify, decide } = permit(asker, {
    identify: async () => ({ deviceAssetId: 'a1' }),
    decide: async () => {
      throw new Failure('outsideLimits', '99 is more', { data: { rule: 'Heat', limit: '1', value: '99' } })
    },
  })
  const send = aSend({ gatewayId: 'enos', body: '{"value":99}' })
  expect(await identify(send)).toEqual({ deviceAssetId: 'a1' })
  await expect(decide(send)).rejects.toMatchObject({ failure: 'outsideLimits' })
  expect(lines).toEqual([
    [
      {
        person: 'Ada',
        personId: 'local',
        call: 'setMeasurepoint',
        gatewayId: 'enos',
        assetId: 'a1',
        productKey: undefined,
        deviceKey: undefined,
        measurepointId: 'p',
        failure: 'outsideLimits',
        rule: 'Heat',
      },
      'refused',
    ],
  ])
  expect(JSON.stringify(lines)).not.toContain('99')
})

it('what is no refusal is nothing to log, and goes on', async () => {
  const { lines, logged } = start()
  expect(await logged(asker, { call: 'getDevice' }, async () => 1)).toBe(1)
  const mistake = () => Promise.reject(new TypeError('ours'))
  await expect(logged(asker, { call: 'getDevice' }, mistake)).rejects.toThrow('ours')
  expect(lines).toEqual([])
})
