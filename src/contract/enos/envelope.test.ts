import { describe, expect, it } from 'vitest'
import { parseExact } from '../value/exact.ts'
import { envelopeSchema } from './envelope.ts'

const read = (text: string) => envelopeSchema.parse(parseExact(text))

describe('the envelope reader', () => {
  it('reads the core spec, the 2.1 cloud and the token service into one shape', () => {
    const data = { commandId: '2078724684846989312' }
    expect(
      read(`{"code":0,"msg":"Success","submsg":null,"requestId":"7d86","data":{"commandId":"2078724684846989312"}}`),
    ).toMatchObject({ code: 0, msg: 'Success', requestId: '7d86', data })
    expect(read(`{"code":0,"msg":"OK","requestId":"7d86","data":{"commandId":"2078724684846989312"}}`)).toMatchObject({
      code: 0,
      msg: 'OK',
      data,
    })
    expect(read(`{"status":0,"msg":"SUCCESS","business":"apim-token-service","data":{"expire":7200}}`).code).toBe(0)
  })

  it.each(['code', 'status', 'stauts', 'apim_status'])('reads the code from `%s`, as number or text', (name) => {
    expect(read(`{"${name}":11915,"msg":"m"}`).code).toBe(11915)
    expect(read(`{"${name}":"11915","msg":"m"}`).code).toBe(11915)
  })

  it('reads what is missing as nothing, and keeps the digits of data', () => {
    expect(read('{"code":99400}')).toEqual({ code: 99400, msg: '', requestId: '', data: null, pagination: undefined })
    const { data } = read('{"code":0,"data":[{"value":1.0}]}')
    expect(JSON.stringify(data)).toContain('1.0')
  })

  it('refuses what is no envelope', () => {
    for (const text of ['{}', '[]', '"OK"', '{"code":"x"}', '{"code":1.5}', 'null']) {
      expect(envelopeSchema.safeParse(parseExact(text)).success).toBe(false)
    }
  })
})
