import { describe, expect, it } from 'vitest'
import { chooseCode, readCode } from './read-code.ts'

const origin = 'https://setpoint.plant.example'
const one = { origin, gatewayId: 'enos', gatewayIds: ['enos'] }
const two = { origin, gatewayId: 'test', gatewayIds: ['plant', 'test'] }

describe('a link of this panel', () => {
  it('names a device, and pre-fills no more than a link does', () => {
    const link = `${origin}/?asset=6Bt59ySj&point=WTG.Limit&value=1.50&ttl=60&timeout=9&q=x&send=1`
    expect(readCode(link, one)).toEqual({
      kind: 'device',
      target: { assetId: '6Bt59ySj', point: 'WTG.Limit', value: '1.50', ttl: 60, timeout: 9 },
    })
    expect(readCode(` ${origin}/?pk=P1&dk=D1\n`, one)).toMatchObject({
      kind: 'device',
      target: { productKey: 'P1', deviceKey: 'D1' },
    })
  })

  it('means the gateway that it names, and without one the first, as in the address bar', () => {
    expect(readCode(`${origin}/at/test/?asset=a`, two)).toMatchObject({ kind: 'device' })
    expect(readCode(`${origin}/at/plant/?asset=a`, two)).toMatchObject({ kind: 'otherGateway', gatewayId: 'plant' })
    expect(readCode(`${origin}/?asset=a`, two)).toMatchObject({ kind: 'otherGateway', gatewayId: 'plant' })
    expect(readCode(`${origin}/at/gone/?asset=a`, two)).toEqual({ kind: 'unknownGateway', gatewayId: 'gone' })
    expect(readCode(`${origin}/at/enos/?asset=a`, one)).toMatchObject({ kind: 'device' })
  })

  it.each(['/', '/operations/abc', '/errors?asset=a', '/?asset=', '/?pk=P1', '/?asset=a%20b', '/at/enos'])(
    'to %s names no device',
    (path) => expect(readCode(origin + path, one)).toEqual({ kind: 'notOurs' }),
  )
})

it.each([
  ['https://elsewhere.example/?asset=6Bt59ySj', 'elsewhere.example'],
  ['http://setpoint.plant.example/?asset=6Bt59ySj', 'setpoint.plant.example'],
  ['https://setpoint.plant.example:8443/?asset=a', 'setpoint.plant.example:8443'],
  ['https://setpoint.plant.example.evil.example/?asset=a', 'setpoint.plant.example.evil.example'],
  ['https://setpoint.plant.example@evil.example/?asset=a', 'evil.example'],
  ['HTTPS://EVIL.example/', 'evil.example'],
])('%s is of a foreign host', (text, host) => expect(readCode(text, one)).toEqual({ kind: 'foreign', host }))

it.each([
  ['6Bt59ySj', { assetId: '6Bt59ySj' }],
  [' 6Bt59ySj ', { assetId: '6Bt59ySj' }],
  ['3Vfjb9hp/pump-7', { productKey: '3Vfjb9hp', deviceKey: 'pump-7' }],
  ['3Vfjb9hp / pump-7', { productKey: '3Vfjb9hp', deviceKey: 'pump-7' }],
  ['3Vfjb9hp&泵-7', { productKey: '3Vfjb9hp', deviceKey: '泵-7' }],
])('%s names a device by its ids', (text, target) => {
  expect(readCode(text, one)).toEqual({ kind: 'device', target })
})

it.each([
  '',
  'pk&dk&secret',
  'a/b/c',
  'two words',
  'javascript:alert(1) //',
  'WIFI:S:plant net;',
  '/path',
  'x'.repeat(257),
  'https://',
])('%j is no code of ours', (text) => expect(readCode(text, one)).toEqual({ kind: 'notOurs' }))

it('takes the panel’s own link before the maker’s codes beside it, and nothing where it could be several', () => {
  const link = `${origin}/?asset=a`
  expect(chooseCode([link], one)).toBe(link)
  expect(chooseCode(['SN 4711', `${link} `, link], one)).toBe(link)
  expect(chooseCode([link, `${origin}/?asset=b`], one)).toBeNull()
  expect(chooseCode(['6Bt59ySj', 'SN4711'], one)).toBeNull()
  expect(chooseCode([' '], one)).toBeNull()
})
