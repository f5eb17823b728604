import { describe, expect, it } from 'vitest'
import { deviceSignText } from '#contract/wire/credentials.ts'
import { isSignedBy, sign } from './sign.ts'

const timestamp = '1700000000000'
const demo = { deviceKey: 'dkDemo01', productKey: 'pkDemo01', timestamp }
const sub = { deviceKey: 'subDk01', productKey: 'subPk01', timestamp }

/** §5.6. */
const vectors: [string, string, string][] = [
  [
    'M1',
    deviceSignText({ ...demo, clientId: 'dkDemo01' }, 'dsSecretDemo'),
    'C57E89D2501CCA97EFB3BB3926837C4AA67E0035E6B8E5673AACBD016C087532',
  ],
  [
    'M2',
    deviceSignText({ ...demo, clientId: 'dkDemo01' }, 'psSecretDemo'),
    'E86BCF3BB0BD88CDD3C793331BEBDBB5A844AFB8AB4341FC87EA377ABBF4684F',
  ],
  [
    'M3',
    deviceSignText({ ...demo, clientId: '00-11-22-AA' }, 'dsSecretDemo'),
    'A54B48653ABD4FAFEF6270419F36DF5B142215B7E606631EFC1542BA27E14FD1',
  ],
  [
    'M4',
    deviceSignText(
      { ...demo, clientId: 'dkDemo01{ip=127.0.0.1,version=enos-mqtt-2.4,compress=DEFAULT}' },
      'dsSecretDemo',
    ),
    '4533F00DAB053D1116AD6C781B7FA836CFB3D6613105E2DA7D61F8729A773B79',
  ],
  [
    'M5',
    deviceSignText({ ...sub, clientId: 'subDk01' }, 'subSecretDemo'),
    '3C5CBF3B76E1F802FADADA28A7819614ECB47DDF471BB4BC9224C524DA9CC2F9',
  ],
  [
    'M6',
    deviceSignText({ ...sub, clientId: 'subDk01', cleanSession: 'true' }, 'subSecretDemo'),
    'CF930F8397A48E1D68160C33653269B8BB8F3A6AA0302D29B3A0456B80295032',
  ],
  [
    'M7',
    deviceSignText({ ...sub, clientId: 'gwPk01' }, 'subSecretDemo'),
    '618A8E86C615DE502F907628B791D241BB712E5725D4568D5B3E6FDE879A5F36',
  ],
]

describe('a signature (§5.1, §5.6)', () => {
  it.each(vectors)('is that of vector %s', (_, text, expected) => {
    expect(sign(text)).toBe(expected)
    expect(isSignedBy(expected, 'sha256', text)).toBe(true)
  })

  it('may be in either case, and of either name for SHA-256', () => {
    const [, text, expected] = vectors[0] ?? ['', '', '']
    expect(isSignedBy(expected.toLowerCase(), 'hmacsha256', text)).toBe(true)
    expect(isSignedBy(expected, 'SHA256', text)).toBe(true)
  })

  it('is refused with another text, another length or another method', () => {
    const [, text, expected] = vectors[0] ?? ['', '', '']
    expect(isSignedBy(expected, 'sha256', `${text}x`)).toBe(false)
    expect(isSignedBy(expected.slice(1), 'sha256', text)).toBe(false)
    expect(isSignedBy('', 'sha256', text)).toBe(false)
    expect(isSignedBy(expected, 'sha1', text)).toBe(false)
  })
})
