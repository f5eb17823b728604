import { describe, expect, it } from 'vitest'
import { createFiguresAccess } from './may-read-figures.ts'

const host = '127.0.0.1:8787'
const token = 'a-token-of-some-length'

describe('without a token', () => {
  const refusal = createFiguresAccess({ token: null, isBehindOthers: false })

  it.for([
    ['127.0.0.1', host],
    ['::ffff:127.0.0.1', 'localhost:8787'],
    ['::1', '[::1]:8787'],
  ] as const)('a program of this machine reads the figures: %s asking %s', ([remoteAddress, asked]) => {
    expect(refusal({ remoteAddress, headers: { host: asked } })).toBe(null)
  })

  it.for([
    ['10.1.2.3', host],
    ['::ffff:10.1.2.3', host],
    [undefined, host],
    ['127.0.0.1', 'setpoint.plant.example'],
    ['127.0.0.1', '127.0.0.1.example'],
    ['127.0.0.1', undefined],
    ['127.0.0.1', ':::'],
  ] as const)('nobody else does: %s asking %s', ([remoteAddress, asked]) => {
    expect(refusal({ remoteAddress, headers: { host: asked } })?.status).toBe(403)
  })

  it('nobody does where something stands in front: all would look as if they were here', () => {
    const behind = createFiguresAccess({ token: null, isBehindOthers: true })
    expect(behind({ remoteAddress: '127.0.0.1', headers: { host } })?.status).toBe(403)
  })
})

describe('with a token', () => {
  const refusal = createFiguresAccess({ token, isBehindOthers: true })
  const asking = (authorization?: string) =>
    refusal({ remoteAddress: '127.0.0.1', headers: { host, authorization } })?.status ?? 'reads'

  it('only who brings it reads the figures, from wherever', () => {
    expect(asking(`Bearer ${token}`)).toBe('reads')
    expect(asking(`bearer  ${token}`)).toBe('reads')
    const headers = { host: 'setpoint.plant.example', authorization: `Bearer ${token}`, via: '1.1 front' }
    expect(refusal({ remoteAddress: '10.1.2.3', headers })).toBe(null)
    for (const other of [undefined, '', token, 'Bearer', `Bearer ${token}x`, `Bearer ${token.slice(1)}`]) {
      expect([other, asking(other)]).toEqual([other, 401])
    }
  })

  it('is not told what is missing of it', () => {
    expect(JSON.stringify(refusal({ remoteAddress: '::1', headers: { host } }))).not.toContain(token)
  })
})
