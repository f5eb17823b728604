import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { signatureHeaders, signatureText } from '../../../src/contract/enos/signature.ts'
import { ExactNumber, setBodyText } from '../../../src/contract/value/exact.ts'
import { answerBench } from '../ask.ts'
import { addressOf, application, orgId, point, sha256 } from '../fleet.ts'
import { quantile } from '../statistics.ts'

/* A load of HTTP requests on bare sockets, each connection with one under way; requests are written out beforehand. */

/** Whom the calls are made to: EnOS with a signature, or the proxy with a session's cookie. */
type Caller = { accessToken: string } | { cookie: string }

interface Load {
  port: number
  /** Requests under way at the same time. */
  connections: number
  devices: number
  caller: Caller
  /** Seconds that a command may wait for its device; 0 sends at once. */
  pendingTtl?: number
  /** Ends after so many ms, or when each device has had `each` commands. */
  milliseconds?: number
  each?: number
}

interface Result {
  done: number
  seconds: number
  perSecond: number
  /** ms */
  p50: number
  p99: number
  /** Share of a processor that this program had meanwhile. */
  share: number
}

function requestText({ caller, pendingTtl = 0 }: Load, device: number, value: string, key: string): Buffer {
  const { productKey, deviceKey } = addressOf(device)
  const query: [string, string][] = [
    ...([
      ['action', 'setMeasurepoint'],
      ['orgId', orgId],
      ['productKey', productKey],
    ] as [string, string][]),
    ...([
      ['deviceKey', deviceKey],
      ['measurepointId', point],
      ['pendingTtl', String(pendingTtl)],
    ] as [string, string][]),
  ]
  const body = setBodyText(new ExactNumber(value))
  const timestamp = String(Date.now())
  const appSecret = application.secretKey
  const headers =
    'cookie' in caller
      ? [`cookie: ${caller.cookie}`, `idempotency-key: ${key}`]
      : [
          `${signatureHeaders.accessToken}: ${caller.accessToken}`,
          `${signatureHeaders.timestamp}: ${timestamp}`,
          `${signatureHeaders.signature}: ${sha256(signatureText({ ...caller, query, body, timestamp, appSecret }))}`,
        ]
  const text = query.map((pair) => pair.join('=')).join('&')
  const lines = [
    `POST /connect-service/v2.1/commands?${text} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    `content-length: ${body.length}`,
    ...headers,
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`)
}

const headEnd = Buffer.from('\r\n\r\n')

/** Reads answers off a connection, one after the other. */
function createAnswerReader(tell: (text: string) => void): (chunk: Buffer) => void {
  let kept: Buffer | null = null
  return (chunk) => {
    kept = kept ? Buffer.concat([kept, chunk]) : chunk
    const end = kept.indexOf(headEnd)
    if (end < 0) return
    const head = kept.toString('latin1', 0, end)
    const length = /content-length: (\d+)/i.exec(head)?.[1]
    if (length === undefined) throw new Error(`an answer of unknown length: ${head}`)
    const whole = end + 4 + Number(length)
    if (kept.length < whole) return
    const text = kept.toString('latin1', 0, whole)
    kept = null
    tell(text)
  }
}

const isGood = (answer: string): boolean => answer.startsWith('HTTP/1.1 200') && answer.includes('"code":0')

async function openConnections({ port, connections }: Load): Promise<Socket[]> {
  const sockets = Array.from({ length: connections }, () => connect({ port, host: '127.0.0.1', noDelay: true }))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  return sockets
}

const answers = {
  async run(load: Load): Promise<Result> {
    const { devices, milliseconds = Number.POSITIVE_INFINITY, each } = load
    const most = each === undefined ? Number.POSITIVE_INFINITY : each * devices
    const isPanel = 'cookie' in load.caller
    // Each device in turn, so that a device's commands keep their order however many are under way.
    const valueFor = (number: number) =>
      each === undefined ? `${1000 + (number % 1000)}.5` : String(Math.floor(number / devices))
    const build = (number: number) =>
      requestText(load, number % devices, valueFor(number), `bench-${process.pid}-${Date.now()}-${number}`)
    // A key of its own for each send through the proxy; elsewhere a request may come again.
    const requests = isPanel
      ? []
      : Array.from({ length: each === undefined ? devices : most }, (_, number) => build(number))
    const requestAt = (number: number): Buffer => requests[number % requests.length] ?? build(number)

    const sockets = await openConnections(load)
    const took: number[] = []
    let next = 0
    const cpuBefore = process.cpuUsage()
    const began = performance.now()
    await Promise.all(
      sockets.map(
        (socket) =>
          new Promise<void>((resolve, reject) => {
            let sent = 0
            const send = (): void => {
              sent = performance.now()
              if (next < most && sent - began < milliseconds) socket.write(requestAt(next++))
              else resolve()
            }
            const read = createAnswerReader((text) => {
              if (!isGood(text)) return reject(new Error(`a command failed: ${text}`))
              took.push(performance.now() - sent)
              send()
            })
            socket.on('data', (chunk) => {
              try {
                read(chunk)
              } catch (error) {
                reject(error)
              }
            })
            socket.on('error', reject)
            socket.on('close', () => reject(new Error('the server closed a connection')))
            send()
          }),
      ),
    ).finally(() => {
      for (const socket of sockets) socket.destroy()
    })
    const seconds = (performance.now() - began) / 1000
    const { user, system } = process.cpuUsage(cpuBefore)
    return {
      ...{ done: took.length, seconds, perSecond: took.length / seconds },
      ...{ p50: quantile(took, 0.5), p99: quantile(took, 0.99), share: (user + system) / 1e6 / seconds },
    }
  },
}
export type LoadProgram = typeof answers
answerBench(answers)
