import { describe, expect, it } from 'vitest'
import { encryptionText, signatureText, signedQueryText } from '#contract/enos/signature.ts'
import { clockProblem, proves, sha256 } from './proof.ts'

const appSecret = 'demoSecretKey-9f2c'
const accessToken = 'APIM_TOKEN_demo_42'
const timestamp = '1700000000000'
const query = (text: string): [string, string][] => [...new URLSearchParams(text)]

describe('the texts of §4.3, hashed', () => {
  it('G1: a token call', () => {
    expect(sha256(encryptionText('demoAccessKey-0001', 1_700_000_000_000, appSecret))).toBe(
      '358d07bb619270c432f9a224ca3b7deb8cd04e738fedf49d2fddeb33788d5032',
    )
  })

  it.each([
    [
      'G2: without a body',
      'action=get&orgId=o17000000000001&assetId=Ab3dE9xQ&commandId=2500000000000000001',
      '',
      '13551fc80a2c432b783d44b24150c73e78e206e3f110ad766a7587a298dd09f2',
    ],
    [
      'G3: with a body',
      'action=setMeasurepoint&orgId=o17000000000001&assetId=Ab3dE9xQ&measurepointId=targetTemp&pendingTtl=0&timeout=30',
      '{"value":21.5}',
      '3a66e0bd4a00a7181c59b6ff596cd68cc73cf24a5af0f89860693b19f9593d85',
    ],
    [
      'G4: values are signed decoded, as UTF-8',
      'action=setMeasurepoint&orgId=o17000000000001&productKey=pkDemo01&deviceKey=dk%20%C3%9Cmlaut%2F1&measurepointId=label',
      '{"value":"Grüße 温度"}',
      '1fe5b9f7835fdbc3d8c037fc7adbae358e203ed151d4ee9adc83fda6a96a7a75',
    ],
    [
      'G5: names in ASCII order',
      'action=search&orgId=o1&Zed=1&_u=2',
      '{}',
      '40ec88dd91082cc4627e867dffc32a88c1e2ff70e4b0edb67b0e7b49589ff95f',
    ],
  ])('%s', (_name, text, body, digest) => {
    expect(sha256(signatureText({ accessToken, query: query(text), body, timestamp, appSecret }))).toBe(digest)
  })

  it("G6: the vendor's own, with its line feeds", () => {
    const parts = {
      accessToken: 'xxxxaaaxxxx',
      query: query('k3=v3&k1=v1&k2=v2'),
      body: '{\n  "count": 20,\n  "page": 1,\n  "desc": "描述"\n}',
      timestamp: '1572574909697',
      appSecret: 'xxxappSecretxxx',
    }
    expect(sha256(signatureText(parts))).toBe('59828328f6c1f9771015dc74e4929ae30f518a35a3d2353972c2ea46556fc981')
  })

  it('empty parts of a query and all but the first of a repeated parameter are not signed', () => {
    expect(signedQueryText(query('b=2&&a=1&b=3&'))).toBe('a1b2')
  })
})

describe('a proof', () => {
  it('holds only for the whole digest in lower case', () => {
    const digest = sha256('text')
    expect(proves(digest, 'text')).toBe(true)
    expect([digest.toUpperCase(), digest.slice(1), `${digest}0`, ''].map((given) => proves(given, 'text'))).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('may come from a clock that is 15 minutes off, and says by how much it is too far off', () => {
    const now = 1_700_000_000_000
    expect(clockProblem(now - 900_000, now)).toBeNull()
    expect(clockProblem(now + 900_000, now)).toBeNull()
    expect(clockProblem(now - 901_000, now)).toContain("901 s behind the gateway's clock")
    expect(clockProblem(now + 3_600_000, now)).toContain("3600 s ahead of the gateway's clock")
  })
})
