import { afterAll, describe, expect, it } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import type { KnownProduct } from '../mqtt/ports.ts'
import { createCodec } from './quickjs-codec.ts'

const product = (script: string | null, productKey = 'pkBytes'): KnownProduct => ({
  productKey,
  productSecret: null,
  dynamicActivation: false,
  dataFormat: 'Custom',
  script,
})

/** One byte of length, then the text; the same backwards. */
const framed = product(`
  function jsonStrToRawData(jsonStr) {
    var bytes = [jsonStr.length]
    for (var i = 0; i < jsonStr.length; i++) bytes.push(jsonStr.charCodeAt(i))
    return bytes
  }
  function rawDataToJsonStr(rawData) {
    if (!Array.isArray(rawData)) throw new Error('no array')
    return String.fromCharCode.apply(null, rawData.slice(1))
  }
`)

const codec = createCodec()
afterAll(() => codec.stop())

/** What the failure of an encoding says. */
async function problemOf(script: string | null): Promise<string> {
  const error = await codec.encode(product(script), '{"id":"1"}').catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Failure)
  expect(error).toMatchObject({ failure: 'cannotEncode', code: 11810 })
  return error instanceof Failure ? error.message : ''
}
const encoding = (body: string) => `function jsonStrToRawData(jsonStr) { ${body} }`

describe('a data parsing script (§5.7)', () => {
  it('turns the JSON of a command into bytes, and bytes into JSON', async () => {
    const bytes = await codec.encode(framed, '{"id":"1"}')
    expect([...bytes]).toEqual([10, ...Buffer.from('{"id":"1"}')])
    expect(await codec.decode(framed, bytes)).toBe('{"id":"1"}')
  })

  it('may give a Uint8Array, and be a constant', async () => {
    const script = 'const jsonStrToRawData = (s) => Uint8Array.of(0, 127, 255)'
    expect([...(await codec.encode(product(script), '{}'))]).toEqual([0, 127, 255])
  })

  it.each([
    ['throws', "throw new TypeError('no such point')", 'threw TypeError: no such point'],
    ['throws something odd', 'throw null', 'threw Error: null'],
    ['returns nothing', '', 'returned nothing'],
    ['returns null', 'return null', 'returned nothing'],
    ['returns no bytes', 'return []', 'returned no bytes'],
    ['returns text', "return 'abc'", 'returned a string instead of an array of bytes'],
    ['returns an object', 'return {a: 1}', 'returned an object instead of an array of bytes'],
    ['returns a promise', 'return Promise.resolve([1])', 'returned an object instead of an array of bytes'],
    ['returns 256', 'return [0, 256]', 'returned something that is no byte at index 1'],
    ['returns -1', 'return [-1]', 'returned something that is no byte at index 0'],
    ['returns 1.5', 'return [1.5]', 'returned something that is no byte at index 0'],
    ['returns a digit as text', "return ['1']", 'returned something that is no byte at index 0'],
    ['returns holes', 'return new Array(3)', 'returned something that is no byte at index 0'],
    ['never ends', 'for (;;) {}', 'ran longer than 1000 ms'],
    ['never ends and catches', 'for (;;) try { for (;;) {} } catch (e) {}', 'ran longer than 1000 ms'],
    ['calls itself for ever', 'return jsonStrToRawData(jsonStr) + 1', 'threw InternalError: stack overflow'],
    ['takes all memory', "return 'x'.repeat(1e9)", 'threw InternalError: out of memory'],
  ])('that %s gives 11810 and says so', async (_, body, sentence) => {
    expect(await problemOf(encoding(body))).toBe(
      `the data parsing script of product pkBytes: jsonStrToRawData ${sentence}`,
    )
  })

  it('that is missing, incomplete or not JavaScript gives 11810', async () => {
    expect(await problemOf(null)).toBe('product pkBytes has no data parsing script')
    expect(await problemOf('var unrelated = 1')).toContain('jsonStrToRawData is not defined')
    expect(await problemOf('function (')).toContain('threw SyntaxError')
  })

  it('breaks nothing for the next call, whatever it does to the engine', async () => {
    await problemOf(encoding("JSON.parse('['.repeat(100000))"))
    await problemOf(encoding('var a = []; for (;;) a.push(new Array(1000).fill(1))'))
    expect((await codec.encode(framed, '{}')).length).toBe(3)
  })

  it('meets nothing but the language', async () => {
    const script = encoding(`
      var outside = ['process', 'require', 'fetch', 'setTimeout', 'WebAssembly', 'std', 'os', 'print']
      return [outside.filter(function (name) { return typeof globalThis[name] !== 'undefined' }).length]
    `)
    expect([...(await codec.encode(product(script), '{}'))]).toEqual([0])
  })

  it('remembers nothing from one call to the next', async () => {
    const script = `var calls = 0; ${encoding('globalThis.kept = (globalThis.kept || 0) + 1; return [++calls, kept]')}`
    await codec.encode(product(script), '{}')
    expect([...(await codec.encode(product(script), '{}'))]).toEqual([1, 1])
  })

  it('cannot make its rubbish look like bytes', async () => {
    const script = encoding(`
      Array.isArray = function () { return true }
      Uint8Array = ArrayBuffer = function () { return { byteLength: 1 } }
      return [999]
    `)
    expect(await problemOf(script)).toContain('no byte at index 0')
  })

  it.each([
    ['no text', 'return {id: 1}'],
    ['nothing', ''],
    ['an error', "throw new Error('bad frame')"],
    ['no end', 'for (;;) {}'],
  ])('whose decoding gives %s leaves the payload unread', async (_, body) => {
    const script = product(`function rawDataToJsonStr(rawData) { ${body} }`)
    expect(await codec.decode(script, Uint8Array.of(1, 2))).toBeNull()
    expect(await codec.decode(product(null), Uint8Array.of(1, 2))).toBeNull()
  })

  it('reads and writes half a megabyte, and no more than a message holds', async () => {
    const script = product(`
      function jsonStrToRawData(s) { var n = Number(s), a = new Uint8Array(n); a.fill(7); return a }
      function rawDataToJsonStr(rawData) { return String(rawData.length) }
    `)
    const bytes = await codec.encode(script, String(512 * 1024))
    expect(bytes.length).toBe(512 * 1024)
    expect(await codec.decode(script, bytes)).toBe(String(512 * 1024))
    const tooMuch = codec.encode(script, String(512 * 1024 + 1))
    await expect(tooMuch).rejects.toMatchObject({ code: 11810, message: expect.stringContaining('more than 524288') })
  })

  it('works a thousand times in a row', { timeout: 120_000 }, async () => {
    for (let call = 0; call < 1000; call += 1) {
      expect([...(await codec.encode(framed, `${call % 10}`))]).toEqual([1, 48 + (call % 10)])
    }
  })

  it('that never ends holds up its own product only', async () => {
    const endless = product(encoding('for (;;) {}'), 'pkEndless')
    await codec.encode(framed, '{}')
    const first = codec.encode(endless, '{}').catch(({ message }) => String(message))
    const second = codec.encode(endless, '{}').catch(({ message }) => String(message))
    let [calls, hasEnded] = [0, false]
    void second.finally(() => {
      hasEnded = true
    })
    while (!hasEnded) {
      await codec.encode(framed, '{}')
      calls += 1
    }
    expect(calls).toBeGreaterThan(5)
    expect(await first).toContain('ran longer than 1000 ms')
    expect(await second).toContain('ran longer than 1000 ms')
  })
})
