import { describe, expect, it } from 'vitest'
import type { StoredCommand } from '../../../src/connect/commands/ports.ts'
import type { Operation } from '../../../src/contract/panel/operation.ts'
import { ExactNumber } from '../../../src/contract/value/exact.ts'
import { anOperation } from '../../../src/proxy/store/sqlite/an-operation.suite.ts'
import type { AskedSend } from '../drive.ts'
import type { DeviceLine } from '../fleet/device-log.ts'
import type { Claim } from './claim.ts'
import { compare } from './compare.ts'
import type { Evidence } from './evidence.ts'
import { expectedPayload } from './stories.ts'

const commandId = '1882642977325580288'
const address = { productKey: 'rig1', deviceKey: 'rig1-0' }
const now = 1_795_428_254_438

const command: StoredCommand = {
  ...address,
  commandId,
  orgId: 'o1',
  assetId: 'asset-rig1-0',
  measurepointId: 'RIG.Double',
  commandName: { defaultValue: 'Double', i18nValue: {} },
  value: new ExactNumber('1.0'),
  createTime: now,
  timeout: 4,
  pendingTtl: 0,
  state: 5,
  sentTime: now + 1,
  endTime: now + 3,
  resultCode: null,
  resultMsg: null,
}
const asked: AskedSend = {
  kind: 'send',
  way: 'panel',
  device: {
    ...address,
    assetId: 'asset-rig1-0',
    deviceSecret: '',
    life: 'usual',
    registers: null,
    gateway: null,
    points: [],
  },
  byKeys: false,
  point: 'RIG.Double',
  value: '1.0',
  body: '{"value":1.0}',
  pendingTtl: 0,
  timeout: 4,
  repeat: 'once',
  patience: 0,
  index: 0,
  key: 'soak-1',
  from: now,
  to: now + 5,
  heard: [{ code: 0, message: 'OK', commandId, listed: [], data: {}, operationId: 'op-1' }],
  conflict: null,
}
const operation: Operation = {
  revision: 2,
  ...anOperation({
    id: 'op-1',
    idempotencyKey: 'soak-1',
    body: '{"value":1.0}',
    commandId,
    outcome: 'done',
    failure: null,
  }),
}
const line = { time: now + 2, device: 'rig1/rig1-0', connection: '1a.1' }
const payload = Buffer.from(expectedPayload(command, '1.0')).toString('base64')
const told: DeviceLine = { ...line, kind: 'told', topic: 't', payload }
const act: DeviceLine = { ...line, kind: 'act', id: commandId, point: 'RIG.Double', value: '1.0' }
const say: DeviceLine = { ...line, kind: 'say', id: commandId, code: 200, up: true }

const whole: Evidence = {
  asked: [asked],
  cancels: [],
  operations: [operation],
  commands: [command],
  devices: [told, act, say],
  troubles: [],
  outages: [],
  jumps: [],
  heldUp: [],
}
const claimsOf = (change: Partial<Evidence>): string[] =>
  compare({ ...whole, ...change }).violations.map(({ claim }) => claim)

const failedOnce: StoredCommand = { ...command, state: 6, sentTime: null, resultCode: 11900 }
const unknown = (more: Partial<Operation>): Operation => ({ ...operation, outcome: 'unknown', ...more })
const lost: AskedSend = { ...asked, heard: [null] }

describe('the comparison of the logs', () => {
  it('finds nothing in a command that was done once', () => {
    expect(claimsOf({})).toEqual([])
  })

  it.each<[string, Partial<Evidence>, Claim]>([
    ['is done, and the device did not act', { devices: [told] }, 'done'],
    ['is done, and the device acted twice', { devices: [told, act, act, say] }, 'onceOnly'],
    ['was handed over twice', { devices: [told, told, act, say] }, 'onceOnly'],
    [
      'arrived with other digits',
      { devices: [{ ...told, payload: Buffer.from(expectedPayload(command, '1')).toString('base64') }, act, say] },
      'exact',
    ],
    [
      'was not sent, and the device was told',
      {
        operations: [{ ...operation, outcome: 'notSent', failure: 'deviceOffline' }],
        commands: [failedOnce],
        devices: [told],
      },
      'didNotAct',
    ],
    [
      'was refused, and the device acted',
      { operations: [{ ...operation, outcome: 'refused', failure: 'refusedByDevice' }] },
      'didNotAct',
    ],
    ['is still in flight at the end', { operations: [], commands: [{ ...command, state: 4 }] }, 'settled'],
    ['expired, and the device was told', { commands: [{ ...command, state: 3 }] }, 'accepted'],
    ['was told to a device, and connect has no record of it', { commands: [] }, 'recordFirst'],
    [
      'has a twin that nobody asked for',
      { commands: [command, { ...failedOnce, commandId: '1882642977325580289' }] },
      'sameKey',
    ],
    [
      'was answered with another operation under its key',
      { asked: [{ ...asked, heard: asked.heard.flatMap((one) => [one, one && { ...one, operationId: 'op-2' }]) }] },
      'sameKey',
    ],
    [
      'is unknown though the device answered at once and nothing happened to anybody',
      { operations: [unknown({ failure: 'noAnswerInTime' })], commands: [{ ...command, state: 7 }], asked: [lost] },
      'unknown',
    ],
    [
      'is unknown as interrupted, and no proxy was killed',
      { operations: [unknown({ failure: 'interrupted', commandId: '' })], asked: [lost] },
      'unknown',
    ],
    [
      'was listed as canceled, and is done',
      {
        cancels: [
          {
            ...asked,
            kind: 'cancel',
            what: 'one',
            commandId,
            heard: { code: 0, message: '', commandId: '', listed: [commandId], data: [], operationId: '' },
          },
        ],
      },
      'canceled',
    ],
    [
      'was found to be done afterwards, and the device had not acted',
      {
        operations: [
          unknown({
            failure: 'lostTrack',
            verdict: {
              kind: 'confirmedLate',
              time: now,
              evidence: [{ kind: 'commandState', time: now, seenTime: now, state: 5, code: null, outcome: 'done' }],
            },
          }),
        ],
        devices: [told],
      },
      'verdict',
    ],
  ])('finds a command that %s', (_, change, claim) => {
    expect(claimsOf(change)).toContain(claim)
  })

  it('takes an unknown outcome for lost evidence where the device never answered, and where the proxy was killed', () => {
    const silent = {
      operations: [unknown({ failure: 'noAnswerInTime' })],
      commands: [{ ...command, state: 7 as const }],
      devices: [told],
    }
    expect(claimsOf({ ...silent, asked: [lost] })).toEqual([])
    const killed = { program: 'proxy' as const, signal: 'SIGKILL' as const, from: now + 1, to: now + 900 }
    const interrupted = {
      operations: [unknown({ failure: 'interrupted', commandId: '' })],
      asked: [lost],
      outages: [killed],
    }
    expect(claimsOf(interrupted)).toEqual([])
  })

  it('takes an unknown outcome for lost evidence where the machine held up connect for most of its time, and not for less', () => {
    const waited = {
      operations: [unknown({ failure: 'noAnswerInTime' })],
      commands: [{ ...command, state: 7 as const }],
      asked: [lost],
    }
    expect(claimsOf({ ...waited, heldUp: [{ from: now + 10, to: now + 1500 }] })).toEqual([])
    expect(claimsOf({ ...waited, heldUp: [{ from: now + 10, to: now + 400 }] })).toContain('unknown')
    expect(claimsOf({ ...waited, heldUp: [{ from: now - 9000, to: now - 2000 }] })).toContain('unknown')
  })

  it('counts the time of an instant command from its acceptance, also where nobody heard its id', () => {
    const late = [told, act, say].map((one) => ({ ...one, time: now + (one.kind === 'say' ? 4050 : 3900) }))
    const unheard: AskedSend = { ...asked, way: 'enos', heard: [null], from: now - 10, to: now + 900 }
    const killed = { program: 'connect' as const, signal: 'SIGKILL' as const, from: now + 1, to: now + 900 }
    const waited = { ...command, state: 7 as const, sentTime: now + 3899, endTime: now + 4000 }
    expect(
      claimsOf({ operations: [], commands: [waited], devices: late, asked: [unheard], outages: [killed] }),
    ).toEqual([])
  })

  it('sees that a device was told its commands in another order than they were accepted in', () => {
    const later = '1882642977325580300'
    const second = { ...command, commandId: later }
    const bytes = Buffer.from(expectedPayload(second, '1.0')).toString('base64')
    const devices: DeviceLine[] = [
      { ...told, payload: bytes },
      { ...told, time: told.time + 1 },
    ]
    expect(claimsOf({ commands: [command, second], devices })).toContain('order')
  })
})
