import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { envelopeSchema } from '#contract/enos/envelope.ts'
import { type FailureName, failures } from '#contract/enos/failures.ts'
import { permissionToSetSchema } from '#contract/panel/permission-to-set.ts'
import { pointClasses, roles } from '#contract/panel/role.ts'
import { parseExact } from '#contract/value/exact.ts'
import { addPerson, goodPassword } from '../people/people.suite.ts'
import {
  type About,
  type Ask,
  enosCalls,
  namings,
  type Panel,
  panelCalls,
  permissionOf,
  sendOf,
  startForRoles,
} from './role-call.suite.ts'

/** Places → the assets that a role is limited to. */
const limits = { '': [], ' within': ['hall'], ' elsewhere': ['south'] }
const people = Object.entries(limits).flatMap(([where, assetIds]) =>
  roles.map((role) => ({ title: `${role}${where}`, id: `${role}${where.replace(' ', '-')}`, role, assetIds })),
)
/** Who asks; those within their places are to get what those without limits get, and so need no column of their own. */
const columns = ['nobody', ...people.map(({ title }) => title)]
const shownColumns = columns.filter((title) => !title.endsWith(' within'))

const rows: [title: string, ask: Ask][] = [
  ...Object.entries(enosCalls),
  ...pointClasses.map((name): [string, Ask] => [`setMeasurepoint of a ${name} point`, sendOf(name)]),
  ...pointClasses.map((name): [string, Ask] => [`permissionToSet of a ${name} point`, permissionOf(name)]),
  ...Object.entries(panelCalls).filter(([name]) => name !== 'permissionToSet'),
]

/** Calls that change something in the plant, by the gateway's action. */
const changing: Record<string, string> = {
  cancelCommand: 'cancel',
  ...Object.fromEntries(pointClasses.map((name) => [`setMeasurepoint of a ${name} point`, 'setMeasurepoint'])),
}

let plant: Awaited<ReturnType<typeof startForRoles>>
const panels = new Map<string, Panel>()
const signIns = new Map<string, About['signIn']>()
let administrator: Panel
let operationId = ''

beforeAll(async () => {
  plant = await startForRoles()
  const { proxy } = plant
  for (const { title, id, role, assetIds } of people) {
    await addPerson(proxy.config.dataDirectory, id, role, assetIds)
    const signIn = () => proxy.signIn(id, goodPassword)
    signIns.set(title, signIn)
    panels.set(title, (await signIn()).panel)
  }
  panels.set('nobody', proxy)
  signIns.set('nobody', () => proxy.signIn('viewer', goodPassword))
  administrator = panels.get('administrator') ?? proxy
  operationId = (await administrator.outcomeOf({ query: { assetId: 'h1' } })).id
  await administrator.outcomeOf({ query: { assetId: 's1' } })
})
afterAll(() => plant.stop())

/** What a stream or an answer says, up to where the stream has told all there was. */
async function textOf(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) return await answer.text()
  let text = ''
  for await (const part of answer.body ?? []) {
    text += new TextDecoder().decode(part)
    const newest = /"revision":(\d+)\}\n\n/.exec(text)?.[1]
    if (text.includes(`id: ${newest}\n`)) break
  }
  return text
}

const failureNames = Object.keys(failures) as FailureName[]
const ofSetpoint = (code: number) => failureNames.find((name) => failures[name].code === code)

/** Answers that hold more than one thing: whether the device, or the operation on it, is among them. */
const gathering = [
  'searchDevice',
  'searchAsset',
  'searchRelatedAsset',
  'listOperations',
  'exportOperations',
  'changes',
  'events',
]

/** One cell: `yes`, `yes, without it`, `told no`, `open` or the failure. */
async function cellOf(title: string, answer: Response): Promise<string> {
  const text = await textOf(answer)
  if (answer.status === 302) return 'open'
  const json = answer.headers.get('content-type')?.startsWith('application/json') ? parseExact(text) : null
  const code = envelopeSchema.safeParse(json).data?.code ?? 0
  if (code !== 0) return ofSetpoint(code) ?? String(code)
  expect(answer.status).toBe(200)
  if (title.startsWith('permissionToSet'))
    return permissionToSetSchema.parse(JSON.parse(text)).allowed ? 'yes' : 'told no'
  if (!gathering.includes(title)) return 'yes'
  // Something of the other half is seen by all who see the list at all, but for those in the hall.
  const holds = /"h1"/.test(text)
  expect(holds || text.includes('"s1"')).toBe(true)
  return holds ? 'yes' : 'yes, without it'
}

async function fill(title: string, ask: Ask, column: string): Promise<string> {
  const panel = panels.get(column)
  const signIn = signIns.get(column)
  if (!panel || !signIn) throw new Error(column)
  let unknownId = ''
  if (title === 'acknowledgeOperation') {
    const query = { assetId: 'h1', measurepointId: `lost-${column.replaceAll(' ', '-')}` }
    unknownId = (await administrator.outcomeOf({ query })).id
  }
  const cells: string[] = []
  // An outcome is acknowledged once.
  const times = title === 'acknowledgeOperation' ? 1 : 2
  for (const device of Object.values(namings).slice(0, times)) {
    const action = changing[title] ?? 'none'
    const before = plant.gateway.calls(action).length
    const cell = await cellOf(title, await ask(panel, { device, operationId, unknownId, signIn }))
    expect(plant.gateway.calls(action)).toHaveLength(before + (action !== 'none' && cell === 'yes' ? 1 : 0))
    cells.push(cell)
  }
  // It makes no difference how the device is named.
  expect(new Set(cells).size).toBe(1)
  return cells[0] ?? ''
}

const table = new Map<string, Map<string, string>>()

describe('what each role gets of each call, over HTTP without the panel', { timeout: 120_000 }, () => {
  it.for(rows)('%s', async ([title, ask]) => {
    const cells = new Map<string, string>()
    for (const column of columns) cells.set(column, await fill(title, ask, column))
    table.set(title, cells)
    for (const role of roles) expect([role, cells.get(`${role} within`)]).toEqual([role, cells.get(role)])
  })
})

describe('the table of it in docs/who-may.md', () => {
  it('never explains a send otherwise than it would end', () => {
    for (const name of pointClasses) {
      for (const column of columns.slice(1)) {
        const [sent, told] = ['setMeasurepoint', 'permissionToSet'].map((call) =>
          table.get(`${call} of a ${name} point`)?.get(column),
        )
        expect([name, column, told]).toEqual([name, column, sent === 'yes' ? 'yes' : 'told no'])
      }
    }
  })

  it('says what was answered', async () => {
    const line = (cells: (string | undefined)[]) => `| ${cells.join(' | ')} |`
    const text = [
      '# Who may make which call',
      '',
      'Written by `src/proxy/http/role-call.test.ts` from what a running proxy answered to bare HTTP calls, each about one device;',
      '`npx vitest run src/proxy/http/role-call.test.ts -u` writes it anew. Every call was made twice, with the device named by its asset and by its keys.',
      '',
      '- *nobody* is not signed in. *elsewhere*: the role is limited to an asset subtree that the device is not in.',
      '  Limited to a subtree that the device is in, each role got what it gets without limits.',
      '- *yes*: answered, and nothing kept back. *yes, without it*: answered, but the device or what was sent to it is left out.',
      '  *told no*: the answer says that the person may not set the point, and why. *open*: a page that leads on, for everybody.',
      '- Every other word is the refusal. Nothing reached the device then: the gateway saw no such call.',
      '- Sends came with the confirmed sentence and a reason, within five minutes of signing in; without these a point that is',
      '  *confirm* or *critical* is refused to everybody.',
      '- `/health` is open to everybody and says only whether; `/metrics` is for no role, but for this machine or a token:',
      '  [who may read the figures](operating.md#who-may-read-the-figures).',
      '- In look-ups and in the record, what is outside a person’s places gets the answer of what does not exist.',
      '',
      line(['call', ...shownColumns]),
      line(['---', ...shownColumns.map(() => '---')]),
      ...rows.map(([title]) => line([title, ...shownColumns.map((column) => table.get(title)?.get(column))])),
      '',
    ].join('\n')
    await expect(text).toMatchFileSnapshot('../../../docs/who-may.md')
  })
})
