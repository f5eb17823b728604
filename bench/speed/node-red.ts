import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePorts } from '../../scripts/free-ports.ts'
import { type Program, probeModule, startNode } from './ask.ts'
import { cacheFolder } from './folders.ts'
import type { Probe } from './probe.ts'

/*
 * The peer: Node-RED 4 with the flow that a user would build for this. It has no part in the project's packages: it is
 * installed once, into a folder of its own.
 */

const folder = join(cacheFolder, 'node-red-4')
const program = join(folder, 'node_modules', 'node-red', 'red.js')

/** Installs it where it is not; takes half a minute once. */
export function installNodeRed(): void {
  if (existsSync(program)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--omit=dev', '--loglevel=error', 'node-red@4']
  execFileSync('npm', args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
}

const setTopic = 'thing/service/measurepoint/set'

const ask = `const { productKey, deviceKey, measurepointId } = msg.req.query
const id = '1' + Date.now() + String(context.get('last') || 0).padStart(5, '0')
context.set('last', ((context.get('last') || 0) + 1) % 100000)
const pending = flow.get('pending') || new Map()
pending.set(id, msg)
flow.set('pending', pending)
return {
  topic: '/sys/' + productKey + '/' + deviceKey + '/${setTopic}',
  payload: { id, version: '1.0', params: { [measurepointId]: msg.payload.value }, method: 'thing.service.measurepoint.set' },
}`

const answer = `const pending = flow.get('pending') || new Map()
const asked = pending.get(msg.payload.id)
if (!asked) return null
pending.delete(msg.payload.id)
asked.payload = { code: 0, msg: 'Success', data: { commandId: msg.payload.id } }
return asked`

const func = { type: 'function', z: 'flow', outputs: 1, noerr: 0, libs: [] }
const flowOf = (mqttPort: number) => [
  { id: 'flow', type: 'tab', label: 'set' },
  {
    id: 'broker',
    type: 'mqtt-broker',
    broker: '127.0.0.1',
    port: String(mqttPort),
    protocolVersion: '4',
    keepalive: '60',
    cleansession: true,
  },
  { id: 'in', type: 'http in', z: 'flow', url: '/connect-service/v2.1/commands', method: 'post', wires: [['ask']] },
  { ...func, id: 'ask', func: ask, wires: [['out']] },
  { id: 'out', type: 'mqtt out', z: 'flow', topic: '', qos: '1', retain: 'false', broker: 'broker', wires: [] },
  {
    id: 'replies',
    type: 'mqtt in',
    z: 'flow',
    topic: `/sys/+/+/${setTopic}_reply`,
    qos: '1',
    datatype: 'json',
    broker: 'broker',
    inputs: 0,
    wires: [['answer']],
  },
  { ...func, id: 'answer', func: answer, wires: [['response']] },
  { id: 'response', type: 'http response', z: 'flow', statusCode: '200', headers: {}, wires: [] },
]

const settings = `module.exports = {
  flowFile: 'flows.json',
  credentialSecret: false,
  httpAdminRoot: false,
  uiHost: '127.0.0.1',
  uiPort: Number(process.env.PORT),
  telemetry: { enabled: false, updateNotification: false },
  logging: { console: { level: 'warn', metrics: false, audit: false } },
}`

export interface NodeRed {
  program: Program<Probe>
  port: number
}

/** @param home of this run. @param mqttPort of its broker. */
export async function startNodeRed(home: string, mqttPort: number): Promise<NodeRed> {
  const [port = 0] = await freePorts(1)
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'flows.json'), JSON.stringify(flowOf(mqttPort)))
  writeFileSync(join(home, 'settings.js'), settings)
  const started = startNode<Probe>(['--import', probeModule, program, '--userDir', home], {
    env: { PORT: String(port) },
    output: openSync(join(home, 'log'), 'a'),
  })
  return { program: started, port }
}
