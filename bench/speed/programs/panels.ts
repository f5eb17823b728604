import { type ClientRequest, get } from 'node:http'
import { answerBench } from '../ask.ts'
import { quantile } from '../statistics.ts'

/* Open panels: each holds the stream of changes, and notes when it hears that an operation is done. */

const open: ClientRequest[] = []
/** Idempotency key → how many panels have heard that it is done, and when each did (ms since the epoch). */
const heard = new Map<string, number[]>()
const keyPattern = /"idempotencyKey":"([^"]+)"/

function listen(port: number, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(
      { port, host: '127.0.0.1', path: '/api/events', headers: { cookie }, agent: false },
      (response) => {
        if (response.statusCode !== 200) return reject(new Error(`a panel was refused with ${response.statusCode}`))
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          const now = performance.timeOrigin + performance.now()
          text += part
          const events = text.split('\n\n')
          text = events.pop() ?? ''
          for (const event of events) {
            const key = event.includes('"outcome":"done"') ? keyPattern.exec(event)?.[1] : undefined
            const times = key === undefined ? undefined : heard.get(key)
            times?.push(now)
          }
          resolve()
        })
        response.on('error', () => {})
      },
    )
    request.on('error', reject)
    open.push(request)
  })
}

const answers = {
  /** Opens `count` panels for each of the sessions. */
  async listen(port: number, cookies: string[], count: number) {
    for (const cookie of cookies) await Promise.all(Array.from({ length: count }, () => listen(port, cookie)))
  },
  expect(key: string) {
    heard.set(key, [])
  },
  /** ms from `since` (ms since the epoch) until the panels had heard of it; waits for all of them, 5 s at most. */
  async latencies(key: string, since: number) {
    const times = heard.get(key) ?? []
    for (let tries = 0; tries < 500 && times.length < open.length; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const missing = open.length - times.length
    const took = [
      ...times.map((time) => time - since),
      ...Array.from({ length: missing }, () => Number.POSITIVE_INFINITY),
    ]
    return { p50: quantile(took, 0.5), p99: quantile(took, 0.99), missing }
  },
  close() {
    for (const request of open.splice(0)) request.destroy()
  },
}
export type Panels = typeof answers
answerBench(answers)
