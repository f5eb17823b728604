import { describe, expect, it } from 'vitest'
import { deviceSignText, readClientId, readUsername, writeClientId, writeUsername } from './credentials.ts'

const timestamp = '1700000000000'
const demo = { deviceKey: 'dkDemo01', productKey: 'pkDemo01', timestamp }
const sub = { deviceKey: 'subDk01', productKey: 'subPk01', timestamp }
const java = 'dkDemo01{ip=127.0.0.1,version=enos-mqtt-2.4,compress=DEFAULT}'

/** The vectors of §5.6; their digests are tested where there is a hash, in the broker. */
const vectors = [
  {
    name: 'M1, a static secret',
    text: deviceSignText({ ...demo, clientId: 'dkDemo01' }, 'dsSecretDemo'),
    signed: 'clientIddkDemo01deviceKeydkDemo01productKeypkDemo01timestamp1700000000000dsSecretDemo',
  },
  {
    name: 'M2, dynamic activation',
    text: deviceSignText({ ...demo, clientId: 'dkDemo01' }, 'psSecretDemo'),
    signed: 'clientIddkDemo01deviceKeydkDemo01productKeypkDemo01timestamp1700000000000psSecretDemo',
  },
  {
    name: 'M3, a client id of its own',
    text: deviceSignText({ ...demo, clientId: '00-11-22-AA' }, 'dsSecretDemo'),
    signed: 'clientId00-11-22-AAdeviceKeydkDemo01productKeypkDemo01timestamp1700000000000dsSecretDemo',
  },
  {
    name: "M4, Java's client id",
    text: deviceSignText({ ...demo, clientId: java }, 'dsSecretDemo'),
    signed: `clientId${java}deviceKeydkDemo01productKeypkDemo01timestamp1700000000000dsSecretDemo`,
  },
  {
    name: 'M5, a sub-device',
    text: deviceSignText({ ...sub, clientId: 'subDk01' }, 'subSecretDemo'),
    signed: 'clientIdsubDk01deviceKeysubDk01productKeysubPk01timestamp1700000000000subSecretDemo',
  },
  {
    name: 'M6, cleanSession signed too',
    text: deviceSignText({ ...sub, clientId: 'subDk01', cleanSession: 'true' }, 'subSecretDemo'),
    signed: 'cleanSessiontrueclientIdsubDk01deviceKeysubDk01productKeysubPk01timestamp1700000000000subSecretDemo',
  },
  {
    name: "M7, a batch with the gateway's product key",
    text: deviceSignText({ ...sub, clientId: 'gwPk01' }, 'subSecretDemo'),
    signed: 'clientIdgwPk01deviceKeysubDk01productKeysubPk01timestamp1700000000000subSecretDemo',
  },
]

describe('the text that a device signs (§5.6)', () => {
  it.each(vectors)('$name', ({ text, signed }) => {
    expect(text).toBe(signed)
  })
})

describe('the MQTT client id (§5.1)', () => {
  const plain = 'dkDemo01|securemode=2,signmethod=sha256,timestamp=1700000000000|'

  it('is read to what it was written from', () => {
    const read = readClientId(plain)
    expect(read).toEqual({ clientId: 'dkDemo01', secureMode: 2, signMethod: 'sha256', timestamp })
    expect(read && writeClientId(read)).toBe(plain)
  })

  it.each([
    ['with blanks', 'dkDemo01|securemode=2, signmethod=sha256, timestamp=1700000000000|'],
    ['in any order', 'dkDemo01|timestamp=1700000000000,signmethod=sha256,securemode=2|'],
    ['in other letters', 'dkDemo01|secureMode=2,signMethod=sha256,timestamp=1700000000000|'],
    ['without the last bar', 'dkDemo01|securemode=2,signmethod=sha256,timestamp=1700000000000'],
  ])('is read %s', (_, text) => {
    expect(readClientId(text)).toEqual({ clientId: 'dkDemo01', secureMode: 2, signMethod: 'sha256', timestamp })
  })

  it("keeps Java's braces with the commas in them, which are signed too", () => {
    expect(readClientId(`${java}|securemode=3,signmethod=sha256,timestamp=1700000000000|`)).toMatchObject({
      clientId: java,
      secureMode: 3,
    })
  })

  it.each([
    '',
    'dkDemo01',
    '|securemode=2,timestamp=1|',
    'dkDemo01|securemode=1,timestamp=1|',
    'dkDemo01|securemode=2|',
  ])('is not read from %j', (text) => {
    expect(readClientId(text)).toBeNull()
  })
})

describe('the MQTT user name (§5.1)', () => {
  it('names the device before its product', () => {
    expect(readUsername('dkDemo01&pkDemo01')).toEqual({ deviceKey: 'dkDemo01', productKey: 'pkDemo01' })
    expect(writeUsername({ deviceKey: 'dkDemo01', productKey: 'pkDemo01' })).toBe('dkDemo01&pkDemo01')
  })

  it.each(['', 'dkDemo01', '&pkDemo01', 'dkDemo01&'])('is not read from %j', (text) => {
    expect(readUsername(text)).toBeNull()
  })
})
