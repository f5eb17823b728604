import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { badHttp, bytesOfRequest, type HttpRequest } from './bad-http.ts'
import { badMqtt } from './bad-mqtt.ts'
import { mutated } from './mutated.ts'
import { type Program, type Programs, startPrograms } from './programs.ts'
import { accessToken, recordedAtConnect, recordedAtProxy, signed } from './recorded.ts'
import { type BytesAnswer, sendBytes } from './send-bytes.ts'
import { sendRequest } from './send-request.ts'
import { stateOf } from './state-of.ts'

/** How one door took it. */
export interface DoorResult {
  door: string
  sent: number
  /** HTTP status → how many; `none` for a connection that was closed without a word. */
  answers: Record<string, number>
  /** What must not be: answers of 500 and more, and answers that tell of the inside. */
  wrong: string[]
  isAlive: boolean
  /** Resident MB after a tenth of the requests, and at the end. */
  memory: [number, number]
}

/** Of an answer that tells what is inside: stacks, folders, modules. */
const inside = /\.[jt]s:\d+:\d+|node_modules|\/src\/|SQLITE_|ZodError/

/** What is cut short is complete for HTTP when the client says so; a broker goes on listening. */
const http = { patience: 1000, isAll: true }
const mqtt = { patience: 25, isAll: false }

/** How many are under way at once. */
const atOnce = 24

async function storm(
  door: string,
  program: Program,
  { count, seed }: { count: number; seed: number },
  send: (index: number) => Promise<{ said: BytesAnswer; asked: string }>,
): Promise<DoorResult> {
  const result: DoorResult = { door, sent: 0, answers: {}, wrong: [], isAlive: true, memory: [0, 0] }
  let next = 0
  async function worker(): Promise<void> {
    while (next < count && program.isAlive()) {
      const index = next++
      const { said, asked } = await send(index)
      result.sent++
      const status = said.status === null ? 'none' : String(said.status)
      result.answers[status] = (result.answers[status] ?? 0) + 1
      const why = (said.status ?? 0) >= 500 ? `answered ${status}` : inside.test(said.text) ? 'told of the inside' : ''
      if (why) result.wrong.push(`${why} (seed ${seed}, ${index}): ${asked.slice(0, 300)} → ${said.text.slice(0, 300)}`)
      if (index === Math.floor(count / 10)) result.memory[0] = program.memory()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  result.isAlive = program.isAlive()
  if (result.isAlive) result.memory[1] = program.memory()
  return result
}

/** Values of an arbitrary by their number, the same for the same seed; made in batches. */
function numbered<T>(arbitrary: fc.Arbitrary<T>, seed: number): (index: number) => T {
  const size = 500
  const batches = new Map<number, T[]>()
  return (index) => {
    const number = Math.floor(index / size)
    const batch = batches.get(number) ?? fc.sample(arbitrary, { seed: seed + number, numRuns: size })
    batches.set(number, batch)
    batches.delete(number - 2)
    const value = batch[index % size]
    if (value === undefined) throw new Error('the batch is too short')
    return value
  }
}

const portOf = (url: string): number => Number(new URL(url).port)

/** Half well-formed and wrong, half spoilt bytes. */
async function httpStorm(
  door: string,
  program: Program,
  url: string,
  recorded: HttpRequest[],
  finish: (request: HttpRequest) => HttpRequest,
  run: { count: number; seed: number },
): Promise<DoorResult> {
  const port = portOf(url)
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const wellFormed = numbered(badHttp(recorded), run.seed)
  const spoilt = numbered(mutated(recorded.map((request) => bytesOfRequest(finish(request)))), run.seed)
  try {
    return await storm(door, program, run, async (index) => {
      if (index % 2 === 0) {
        const bytes = spoilt(index / 2)
        return { said: await sendBytes(port, bytes, http), asked: Buffer.from(bytes).toString('latin1') }
      }
      const request = finish(wellFormed((index - 1) / 2))
      const asked = bytesOfRequest(request)
      try {
        return { said: await sendRequest(agent, port, request), asked }
      } catch {
        // The client's library will not write such a header; a stranger's would.
        return { said: await sendBytes(port, Buffer.from(asked), http), asked }
      }
    })
  } finally {
    agent.destroy()
  }
}

async function mqttStorm(programs: Programs, run: { count: number; seed: number }): Promise<DoorResult> {
  const port = portOf(programs.mqttUrl)
  const nonsense = numbered(badMqtt(programs), run.seed)
  return await storm('connect, MQTT', programs.connect, run, async (index) => {
    const bytes = nonsense(index)
    const said = await sendBytes(port, bytes, mqtt)
    // A broker's answer is no HTTP; that it lives and keeps its state is what counts.
    return { said: { status: null, text: said.text }, asked: Buffer.from(bytes).toString('latin1') }
  })
}

/**
 * Sends `count` bad requests to each of the proxy, connect's API and connect's broker.
 * @returns how each door took it, and the servers' state before and after.
 */
export async function runBadRequests(run: { count: number; seed: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'setpoint-bad-'))
  const programs = await startPrograms(folder)
  try {
    const token = await accessToken(programs)
    const before = await stateOf(programs)
    const { proxy, connect, proxyUrl, connectUrl } = programs
    const results = [
      await httpStorm('proxy', proxy, proxyUrl, recordedAtProxy(programs), (request) => request, run),
      await httpStorm(
        'connect, HTTP',
        connect,
        connectUrl,
        recordedAtConnect(programs),
        (request) => signed(programs, token, request),
        run,
      ),
      await mqttStorm(programs, run),
    ]
    return { results, before, after: await stateOf(programs) }
  } finally {
    await programs.proxy.stop()
    await programs.connect.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
