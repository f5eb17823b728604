import type { FailureName } from '#contract/enos/failures.ts'
import type { Role } from '#contract/panel/role.ts'
import type { Person } from '#contract/panel/session.ts'
import type { SetOptions } from './access-app.suite.ts'

/** The clock of the tests stands at 22:13:20 UTC on Tuesday 14 November 2023. */
export const hours = (from: string, to: string, days?: number[]) => ({
  limits: [{ rule: 'Hours', hours: { from, to, timezone: 'UTC', ...(days ? { days } : {}) } }],
})
export const limits = (limit: object) => ({ limits: [{ rule: 'Limit', points: ['p'], ...limit }] })
export const classes = (pointClass: string, more: object = {}) => ({
  pointClasses: [{ rule: 'Class', class: pointClass, ...more }],
})
export const critical = classes('critical')
const said = { sentence: 'Set Power of h1 to 1.0', reason: 'test run' }

export interface Case {
  title: string
  file: object | null
  role?: Role
  person?: Partial<Person>
  /** Seconds since the person signed in. */
  signedIn?: number
  /** A send before, and how many seconds ago it was. */
  before?: { ago: number; query?: Record<string, string> }
  send?: SetOptions
  failure: FailureName | null
  data?: object
}

export const interval = limits({ leastInterval: 60 })

export const cases: Case[] = [
  { title: 'no policy lets an operator set', file: null, failure: null },
  {
    title: 'no policy does not let a viewer set',
    file: null,
    role: 'viewer',
    failure: 'rightMissing',
    data: { right: 'set', role: 'operator' },
  },
  { title: 'a routine point needs no sentence', file: classes('routine'), failure: null },
  {
    title: 'a confirm point needs one',
    file: classes('confirm'),
    failure: 'confirmationMissing',
    data: { rule: 'Class' },
  },
  {
    title: 'blanks are no sentence',
    file: classes('confirm'),
    send: { sentence: '  ' },
    failure: 'confirmationMissing',
  },
  { title: 'a confirm point is set with it', file: classes('confirm'), send: { sentence: 'yes' }, failure: null },
  {
    title: 'a critical point needs an engineer',
    file: critical,
    send: said,
    failure: 'rightMissing',
    data: { right: 'setCritical', role: 'engineer', rule: 'Class' },
  },
  {
    title: 'a critical point is set by an engineer who signed in just now and says why',
    file: critical,
    role: 'engineer',
    send: said,
    failure: null,
  },
  {
    title: 'a sign-in of five minutes ago is recent',
    file: critical,
    role: 'administrator',
    signedIn: 300,
    send: said,
    failure: null,
  },
  {
    title: 'one of more is not',
    file: critical,
    role: 'administrator',
    signedIn: 300.001,
    send: said,
    failure: 'signInAgain',
    data: { signInWithin: 300 },
  },
  {
    title: 'a routine point does not ask for a recent sign-in',
    file: classes('routine'),
    signedIn: 30_000,
    failure: null,
  },
  {
    title: 'the built-in user is not asked to sign in',
    file: critical,
    person: { role: 'administrator', kind: 'builtIn' },
    signedIn: 30_000,
    send: said,
    failure: null,
  },
  {
    title: 'a critical point needs a reason',
    file: critical,
    role: 'engineer',
    send: { sentence: 'yes' },
    failure: 'reasonMissing',
  },
  {
    title: 'blanks are no reason',
    file: critical,
    role: 'engineer',
    send: { sentence: 'yes', reason: '   ' },
    failure: 'reasonMissing',
  },
  {
    title: 'a critical point needs a sentence',
    file: critical,
    role: 'engineer',
    send: { reason: 'why' },
    failure: 'confirmationMissing',
  },
  { title: 'a class holds for its model', file: classes('critical', { models: ['Heat*'] }), failure: 'rightMissing' },
  { title: 'a class does not hold for others', file: classes('critical', { models: ['Pump'] }), failure: null },
  {
    title: 'a class holds below its asset',
    file: classes('critical', { assetIds: ['north'] }),
    failure: 'rightMissing',
  },
  { title: 'a class does not hold beside it', file: classes('critical', { assetIds: ['south'] }), failure: null },
  {
    title: 'the first class that matches wins',
    file: {
      pointClasses: [
        { rule: 'a', class: 'routine', points: ['p'] },
        { rule: 'b', class: 'critical' },
      ],
    },
    failure: null,
  },
  { title: 'a person may set within their places', file: null, person: { assetIds: ['hall'] }, failure: null },
  { title: 'and not outside', file: null, person: { assetIds: ['south'] }, failure: 'outsidePlaces' },
  {
    title: 'nor by the keys of a device outside',
    file: null,
    person: { assetIds: ['south'] },
    send: { query: { assetId: '', productKey: 'pk', deviceKey: 'dk-h1' } },
    failure: 'outsidePlaces',
  },
  {
    title: 'the role comes before the place',
    file: null,
    person: { assetIds: ['south'], role: 'viewer' },
    failure: 'rightMissing',
  },
  { title: 'within the hours', file: hours('22:13', '22:14'), failure: null },
  {
    title: 'hours that begin in a minute',
    file: hours('22:14', '23:00'),
    failure: 'outsideHours',
    data: { rule: 'Hours', retryAt: Date.parse('2023-11-14T22:14:00Z') },
  },
  { title: 'hours that just ended', file: hours('20:00', '22:13'), failure: 'outsideHours' },
  { title: 'hours across midnight', file: hours('22:00', '06:00', [2]), failure: null },
  { title: 'hours of another day', file: hours('22:00', '23:00', [3]), failure: 'outsideHours' },
  {
    title: 'the place comes before the hours',
    file: hours('01:00', '02:00'),
    person: { assetIds: ['south'] },
    failure: 'outsidePlaces',
  },
  { title: 'the first send of an interval', file: interval, failure: null },
  {
    title: 'one within the interval',
    file: interval,
    before: { ago: 59.999 },
    failure: 'tooSoon',
    data: { rule: 'Limit', limit: '60', retryAt: 1_700_000_060_000 },
  },
  { title: 'one just after it', file: interval, before: { ago: 60 }, failure: null },
  {
    title: 'one to the same device by its keys',
    file: interval,
    before: { ago: 1, query: { assetId: '', productKey: 'pk', deviceKey: 'dk-h1' } },
    failure: 'tooSoon',
  },
  { title: 'one to another device', file: interval, before: { ago: 1, query: { assetId: 'h2' } }, failure: null },
  {
    title: 'one to another point',
    file: limits({ points: ['*'], leastInterval: 60 }),
    before: { ago: 1, query: { measurepointId: 'q' } },
    failure: null,
  },
  {
    title: 'one while another is kept for the device',
    file: interval,
    before: { ago: 3600, query: { pendingTtl: '7200' } },
    failure: 'tooSoon',
    data: { retryAt: null },
  },
  { title: 'a value at the limit', file: limits({ maximum: 1 }), failure: null },
  {
    title: 'a value above it',
    file: limits({ maximum: '0.99999999999999999999' }),
    failure: 'outsideLimits',
    data: { rule: 'Limit', limit: '0.99999999999999999999', value: '1.0' },
  },
  {
    title: 'digits beyond a binary float',
    file: { limits: [{ rule: 'Limit', maximum: '9007199254740992' }] },
    send: { value: '9007199254740993' },
    failure: 'outsideLimits',
  },
  {
    title: 'a number in quotes does not slip through a limit',
    file: limits({ maximum: 1 }),
    send: { value: '"99"' },
    failure: 'outsideLimits',
    data: { rule: 'Limit', limit: '1' },
  },
  {
    title: 'an element above the limit',
    file: limits({ maximum: 1 }),
    send: { value: '[0,2]' },
    failure: 'outsideLimits',
  },
  {
    title: 'the confirmation comes before the limits',
    file: { ...classes('confirm'), ...limits({ maximum: 0 }) },
    failure: 'confirmationMissing',
  },
  // The device reports 1.0 for p and nothing for q.
  { title: 'a step at its limit', file: limits({ largestStep: '0.2' }), send: { value: '1.2' }, failure: null },
  {
    title: 'a step above it',
    file: limits({ largestStep: '0.2' }),
    send: { value: '0.79999999999999999999' },
    failure: 'stepTooLarge',
    data: { rule: 'Limit', limit: '0.2', value: '0.79999999999999999999', presentValue: '1.0' },
  },
  {
    title: 'a step from nothing',
    file: limits({ points: ['q'], largestStep: 5 }),
    send: { query: { measurepointId: 'q' } },
    failure: 'presentValueUnknown',
    data: { rule: 'Limit' },
  },
  { title: 'the value that was expected', file: null, send: { expected: '1' }, failure: null },
  {
    title: 'another one than was expected',
    file: null,
    send: { expected: '1.00000000000000001' },
    failure: 'presentValueChanged',
    data: { expectedValue: '1.00000000000000001', presentValue: '1.0', presentTime: 1_700_000_000_000 },
  },
  {
    title: 'an expected value where there is none',
    file: null,
    send: { query: { measurepointId: 'q' }, expected: '1' },
    failure: 'presentValueUnknown',
  },
  {
    title: 'a device that a rule asks about, and that does not exist',
    file: classes('confirm', { models: ['X'] }),
    send: { query: { assetId: 'nowhere' } },
    failure: 'targetUnknown',
  },
  {
    title: 'one call with the names of two devices',
    file: null,
    person: { assetIds: ['north'] },
    send: { query: { productKey: 'pk', deviceKey: 'dk-s1' } },
    failure: 'targetUnknown',
  },
]

/** Which check tells a failure that does not depend on the value. */
export const kinds: Partial<Record<FailureName, string>> = {
  rightMissing: 'role',
  outsidePlaces: 'place',
  outsideHours: 'hours',
  tooSoon: 'interval',
  signInAgain: 'signIn',
}
