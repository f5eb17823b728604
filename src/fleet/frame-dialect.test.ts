import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { ExactNumber, parseExact } from '#contract/value/exact.ts'
import { replyTopic, topics } from '#contract/wire/topics.ts'
import type { Message } from './dialect.ts'
import { parseFleet } from './fleet-file.ts'
import { frameDialect } from './frame-dialect.ts'

const file = readFileSync(new URL('../../fleets/demo.json', import.meta.url), 'utf8')
const scripts = z
  .object({ products: z.array(z.object({ productKey: z.string(), script: z.string().optional() })) })
  .parse(JSON.parse(file))
const scriptOf = (key: string) => scripts.products.find(({ productKey }) => productKey === key)?.script ?? ''

/** Runs a function of a product's script, as EnOS does (§5.7), in at most `timeout` ms. */
const callScript = (productKey: string, name: string, input: unknown, timeout = 20_000): unknown =>
  runInNewContext(`${scriptOf(productKey)}\n${name}(input)`, { input }, { timeout })

const device = { productKey: 'ds2000', deviceKey: 'dosing-1' }
const simulate = parseFleet(file).devices.find(({ deviceKey }) => deviceKey === 'dosing-1')?.simulate
const dialect = frameDialect(simulate?.registers ?? {})(device)

const set = (params: string) => `{"id":"2500000000000000002","version":"1.0","method":"m","params":${params}}`
const encode = (params: string): Buffer => {
  const bytes = z.array(z.number()).parse(callScript('ds2000', 'jsonStrToRawData', set(params)))
  return Buffer.from(bytes)
}
const decode = ({ payload }: Message): string => {
  if (typeof payload === 'string') throw new Error('a frame is bytes')
  return String(callScript('ds2000', 'rawDataToJsonStr', [...payload]))
}

describe('the frames of a dosing unit', () => {
  it('carry a set command through the script of the product, digits kept', () => {
    const frame = encode('{"DOS.RateSet":12.50}')
    expect(frame.toString()).toBe('$SET,2500000000000000002,RATE,12.50*71\r\n')
    const request = dialect.readSet(topics.downRaw(device), frame)
    expect(request).toEqual({ id: '2500000000000000002', values: { 'DOS.RateSet': new ExactNumber('12.50') } })
  })

  it('carry switches, choices and plain texts', () => {
    const read = (params: string) => dialect.readSet(topics.downRaw(device), encode(params))?.values
    expect(read('{"DOS.Run":false}')).toEqual({ 'DOS.Run': false })
    expect(read('{"DOS.Mode":2}')).toEqual({ 'DOS.Mode': new ExactNumber('2') })
    expect(read('{"DOS.Batch":"NaOCl-26-119"}')).toEqual({ 'DOS.Batch': 'NaOCl-26-119' })
  })

  it('carry the answer and the report back', () => {
    const reply = dialect.reply({ id: '2500000000000000002', code: 2041, message: 'valve jammed' })
    expect(reply).toMatchObject({ topic: replyTopic(topics.downRaw(device)), qos: 0 })
    expect(decode(reply)).toBe('{"id":"2500000000000000002","code":2041,"data":{},"message":"valve jammed"}')
    const report = dialect.report({ 'DOS.Rate': new ExactNumber('420.0'), 'DOS.Batch': 'A-1' }, 3, 1_700_000_000_000)
    expect(report).toMatchObject({ topic: topics.upRaw(device), qos: 0 })
    expect(parseExact(decode(report))).toEqual(
      parseExact(
        '{"id":"3","version":"1.0","method":"thing.measurepoint.post","params":{"measurepoints":{"DOS.Batch":"A-1","DOS.Rate":420.0},"time":1700000000000}}',
      ),
    )
  })

  it('cannot hold a rate above 999, nor a text with signs of their own', () => {
    expect(encode('{"DOS.RateSet":999}').toString()).toContain(',RATE,999*')
    expect(() => encode('{"DOS.RateSet":999.01}')).toThrow('at most 999')
    expect(() => encode('{"DOS.Batch":"a,b"}')).toThrow('letters and digits only')
  })

  it('are not heard when damaged, or on another topic', () => {
    const frame = encode('{"DOS.RateSet":12.50}')
    expect(dialect.readSet(topics.set(device), frame)).toBeNull()
    expect(dialect.readSet(topics.downRaw(device), Buffer.from(frame.toString().replace('12.50', '92.50')))).toBeNull()
    expect(dialect.readSet(topics.downRaw(device), Buffer.from('rubbish'))).toBeNull()
  })
})

describe('the broken scripts of the practice bench', () => {
  it('never end, or return what is no byte, on the way down only', () => {
    expect(() => callScript('ds2000endless', 'jsonStrToRawData', set('{"DOS.RateSet":1}'), 500)).toThrow(/timed out/)
    expect(callScript('ds2000rubbish', 'jsonStrToRawData', set('{"DOS.RateSet":1}'))).toEqual([36, 300, -1, 'SET'])
    for (const key of ['ds2000endless', 'ds2000rubbish']) {
      const { payload } = dialect.reply({ id: '1', code: 200 })
      expect(callScript(key, 'rawDataToJsonStr', [...Buffer.from(payload)])).toContain('"code":200')
    }
  })
})
