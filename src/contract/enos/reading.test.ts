import { describe, expect, it } from 'vitest'
import { isExactNumber, parseExact, stringifyExact } from '../value/exact.ts'
import { assetSchema } from './asset.ts'
import { commandSchema } from './command.ts'
import { deviceSchema } from './device.ts'
import { endpointNamed, endpoints, isTokenCall } from './endpoints.ts'
import { latestValueSchema } from './latest-value.ts'
import { readBoolTexts, readEnum, readItemType, readMaxLength, readMembers, thingModelSchema } from './thing-model.ts'

const command = (more: string) =>
  commandSchema.parse(
    parseExact(`{"commandId":"2500000000000000002","commandType":1,"commandName":{"defaultValue":"T","i18nValue":{}},
      "timeout":30,"pendingTtl":600,"state":1,"tslIdentifier":"t",${more}}`),
  )

describe('the tolerant reader', () => {
  it('reads createTime as number and as text, and createLocaltime in both spellings', () => {
    expect(command('"createTime":1700000000000,"createLocaltime":"a"')).toMatchObject({
      createTime: 1_700_000_000_000,
      createLocaltime: 'a',
    })
    expect(command('"createTime":"1700000000000","createLocalTime":"b"')).toMatchObject({
      createTime: 1_700_000_000_000,
      createLocaltime: 'b',
    })
  })

  it('keeps the digits of inputData and a 19-digit id, even where a release writes it as a number', () => {
    const { inputData, commandId } = commandSchema.parse(
      parseExact(
        '{"commandId":2500000000000000003,"createTime":1,"commandType":1,"commandName":null,"timeout":30,"pendingTtl":0,"state":"5","inputData":1.0}',
      ),
    )
    expect(stringifyExact(inputData)).toBe('1.0')
    expect(commandId).toBe('2500000000000000003')
  })

  it('reads null as never, and both words for a disabled device', () => {
    const device = (status: string) =>
      deviceSchema.parse(
        parseExact(`{"assetId":"a","productKey":"p","deviceKey":"d","status":"${status}",
        "deviceName":{"defaultValue":"D"},"productName":"P","lastOnlineTime":null,"measurepointLastUpdate":"5"}`),
      )
    expect(device('disable')).toMatchObject({ status: 'disabled', lastOnlineTime: 0, measurepointLastUpdate: 5 })
    expect(device('online').productName.defaultValue).toBe('P')
    expect(() => device('asleep')).toThrow()
  })

  it('reads desc and description of an asset, and a latest value with its exact digits', () => {
    expect(assetSchema.parse({ assetId: 'a', name: 'n', desc: 'd' }).description).toBe('d')
    expect(assetSchema.parse({ assetId: 'a', name: 'n', description: 'e' }).description).toBe('e')
    const { value, time } = latestValueSchema.parse(parseExact('{"id":"t","time":"1700000000500","value":21.50}'))
    expect([stringifyExact(value), time]).toEqual(['21.50', 1_700_000_000_500])
  })

  it('reads a definition given as an object, as JSON text, and as null', () => {
    const model = thingModelSchema.parse(
      parseExact(`{"modelId":"m","name":"M","measurepoints":{
        "a":{"identifier":"a","name":"A","dataType":"enum","dataDefinition":"{\\"enumType\\":\\"INT\\",\\"enumDesc\\":{\\"0\\":\\"off\\"}}"},
        "b":{"identifier":"b","name":"B","dataType":"STRING","dataDefinition":{"maxLength":16}},
        "c":{"identifier":"c","name":"C","dataType":"DOUBLE","dataDefinition":null,"minimum":0.10,"unit":{"unitId":"W","multiplier":"KILO"}},
        "d":{"identifier":"d","name":"D","dataType":"ARRAY","dataDefinition":{"itemType":"float"}},
        "e":{"identifier":"e","name":"E","dataType":"BOOL","dataDefinition":{"boolDesc":{"true":"on"}}},
        "f":{"identifier":"f","name":"F","dataType":"STRUCT","isWritable":false,"dataDefinition":{"items":[
          {"identifier":"low","name":"Low","dataType":"INT","dataDefinition":{},"unit":"°C","required":true}]}}}}`),
    ).measurepoints
    const { a, b, c, d, e, f } = model
    if (!a || !b || !c || !d || !e || !f) throw new Error('a point is missing')
    expect(readEnum(a)).toMatchObject({ enumType: 'INT', enumDesc: { '0': { defaultValue: 'off' } } })
    expect([readMaxLength(b), readMaxLength(c)]).toEqual([16, 1024])
    expect([isExactNumber(c.minimum) && c.minimum.value, c.unit?.multiplier, c.isWritable]).toEqual([
      '0.10',
      'KILO',
      true,
    ])
    expect([readItemType(d), readBoolTexts(e)]).toEqual(['FLOAT', { true: 'on', false: '' }])
    expect([readMembers(f)[0]?.unit?.unitId, readMembers(f)[0]?.required, f.isWritable]).toEqual(['°C', true, false])
  })
})

describe('the endpoint table', () => {
  it('finds a row by method, path and action, and nothing else', () => {
    expect(endpointNamed('POST', '/connect-service/v2.1/commands', 'setMeasurepoint')).toBe('setMeasurepoint')
    expect(endpointNamed('GET', '/connect-service/v2.1/commands', 'setMeasurepoint')).toBeUndefined()
    expect(endpointNamed('POST', '/connect-service/v2.1/commands', 'invokeService')).toBeUndefined()
    expect(endpointNamed('POST', '/apim-token-service/v2.0/token/get', null)).toBe('getToken')
    expect(isTokenCall('getToken') && !isTokenCall('getCommand')).toBe(true)
  })

  const set = (query: Record<string, string | undefined>) =>
    endpoints.setMeasurepoint.query.safeParse({ orgId: 'o', measurepointId: 'p', ...query })

  it('gives the set call its defaults, and holds its ranges', () => {
    expect(set({ assetId: 'a' }).data).toMatchObject({ pendingTtl: 0, timeout: 30 })
    expect(set({ assetId: 'a', pendingTtl: '172800', timeout: '60' }).data).toMatchObject({ pendingTtl: 172_800 })
    for (const wrong of [
      { pendingTtl: '172801' },
      { pendingTtl: '-1' },
      { timeout: '0' },
      { timeout: '61' },
      { timeout: '1.5' },
    ]) {
      expect(set({ assetId: 'a', ...wrong }).success).toBe(false)
    }
  })

  it('wants the asset, or both keys together', () => {
    expect(set({ productKey: 'p', deviceKey: 'd' }).success).toBe(true)
    for (const half of [{}, { productKey: 'p' }, { deviceKey: 'd' }, { assetId: 'a', deviceKey: 'd' }]) {
      expect(set(half).success).toBe(false)
    }
  })
})
