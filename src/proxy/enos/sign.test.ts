import { describe, expect, it } from 'vitest'
import { signedHeaders, tokenBody } from './sign.ts'

const application = { accessKey: 'demoAccessKey-0001', secretKey: 'demoSecretKey-9f2c' }
const timestamp = 1_700_000_000_000
const signatureOf = (search: string, body = ''): string | undefined =>
  signedHeaders(application, {
    accessToken: 'APIM_TOKEN_demo_42',
    query: new URLSearchParams(search),
    body,
    timestamp,
  })['apim-signature']

describe('the vectors of §4.3', () => {
  it('G1: the encryption of a token call', () => {
    expect(JSON.parse(tokenBody(application, timestamp))).toEqual({
      appKey: 'demoAccessKey-0001',
      encryption: '358d07bb619270c432f9a224ca3b7deb8cd04e738fedf49d2fddeb33788d5032',
      timestamp,
    })
  })

  it.for([
    [
      'G2',
      'action=get&orgId=o17000000000001&assetId=Ab3dE9xQ&commandId=2500000000000000001',
      '',
      '13551fc80a2c432b783d44b24150c73e78e206e3f110ad766a7587a298dd09f2',
    ],
    [
      'G3',
      'action=setMeasurepoint&orgId=o17000000000001&assetId=Ab3dE9xQ&measurepointId=targetTemp&pendingTtl=0&timeout=30',
      '{"value":21.5}',
      '3a66e0bd4a00a7181c59b6ff596cd68cc73cf24a5af0f89860693b19f9593d85',
    ],
    [
      'G4',
      'action=setMeasurepoint&orgId=o17000000000001&productKey=pkDemo01&deviceKey=dk%20%C3%9Cmlaut%2F1&measurepointId=label',
      '{"value":"Grüße 温度"}',
      '1fe5b9f7835fdbc3d8c037fc7adbae358e203ed151d4ee9adc83fda6a96a7a75',
    ],
    [
      'G5',
      'action=search&orgId=o1&Zed=1&_u=2',
      '{}',
      '40ec88dd91082cc4627e867dffc32a88c1e2ff70e4b0edb67b0e7b49589ff95f',
    ],
  ] as const)('%s', ([, search, body, signature]) => {
    expect(signatureOf(search, body)).toBe(signature)
  })

  it('G6: the vendor’s own', () => {
    const headers = signedHeaders(
      { accessKey: '', secretKey: 'xxxappSecretxxx' },
      {
        accessToken: 'xxxxaaaxxxx',
        query: new URLSearchParams('k3=v3&k1=v1&k2=v2'),
        body: '{\n  "count": 20,\n  "page": 1,\n  "desc": "描述"\n}',
        timestamp: 1_572_574_909_697,
      },
    )
    expect(headers['apim-signature']).toBe('59828328f6c1f9771015dc74e4929ae30f518a35a3d2353972c2ea46556fc981')
  })
})
