import { describe, expect, it } from 'vitest'
import { askFigures } from './ask-figures.ts'
import type { Figure } from './read-figures.ts'
import { runStats } from './run-stats.ts'
import { statsTable } from './stats-table.ts'
import { duration, latency } from './words.ts'

const histogram = (name: string, buckets: [le: string, count: number][]): Figure[] => [
  ...buckets.map(([le, value]) => ({ name: `${name}_bucket`, labels: { le }, value })),
  { name: `${name}_count`, labels: {}, value: buckets.at(-1)?.[1] ?? 0 },
]

describe('what is asked of figures', () => {
  const ask = askFigures([
    { name: 'ended', labels: { kind: 'instant', outcome: 'done' }, value: 3 },
    { name: 'ended', labels: { kind: 'cached', outcome: 'done' }, value: 2 },
    { name: 'ended', labels: { kind: 'cached', outcome: 'unknown' }, value: 1 },
    ...histogram('seconds', [
      ['0.01', 50],
      ['0.1', 98],
      ['+Inf', 100],
    ]),
    ...histogram('nothing', [['+Inf', 0]]),
  ])

  it('is summed over the labels that nobody asked for', () => {
    expect(ask.sum('ended')).toBe(6)
    expect(ask.by('ended', 'outcome')).toEqual([
      ['done', 5],
      ['unknown', 1],
    ])
  })

  it('is never told quicker than it was: a quantile is the upper bound of its bucket', () => {
    expect(ask.within('seconds', 0.5)).toBe(0.01)
    expect(ask.within('seconds', 0.51)).toBe(0.1)
    expect(ask.within('seconds', 0.99)).toBe(Number.POSITIVE_INFINITY)
    expect(ask.within('nothing', 0.5)).toBe(null)
  })
})

describe('the words for figures', () => {
  it.for([
    [0.4, '0 s'],
    [59, '59 s'],
    [3600, '1 h'],
    [7505, '2 h 5 min'],
    [273_600, '3 d 4 h'],
    [-5, '0 s'],
  ] as const)('%d s are %s', ([seconds, text]) => expect(duration(seconds)).toBe(text))

  it.for([
    [0.0025, '2.5 ms'],
    [0.25, '250 ms'],
    [1, '1 s'],
    [Number.POSITIVE_INFINITY, 'over 60 s'],
  ] as const)('a latency of %d s is %s', ([seconds, text]) => expect(latency(seconds, 60)).toBe(text))

  it('say why a server is not ready, and what waits', () => {
    const lines = statsTable(
      {
        url: 'http://127.0.0.1:8790',
        health: { live: true, ready: false, why: 'databaseNotWritable' },
        figures: [
          { name: 'setpoint_info', labels: { program: 'connect', version: '1.2.3' }, value: 1 },
          { name: 'process_start_time_seconds', labels: {}, value: 1000 },
          { name: 'setpoint_commands_waiting', labels: {}, value: 7 },
          { name: 'setpoint_devices_with_queue', labels: {}, value: 1 },
          { name: 'setpoint_oldest_waiting_seconds', labels: {}, value: 90 },
          { name: 'setpoint_commands_total', labels: { kind: 'instant', state: 'timedOut' }, value: 2 },
        ],
      },
      1_060_000,
    )
    expect(lines[0]).toBe('Embedded EnOS 1.2.3 at http://127.0.0.1:8790: not ready: databaseNotWritable, up 1 min')
    expect(lines.join('\n')).toMatch(/Waiting +7 for 1 device, the oldest for 1 min 30 s/)
    expect(lines.join('\n')).toMatch(/Ended +timed out \(may have acted\) 2/)
  })
})

describe('"setpoint stats"', () => {
  const said = async (args: string[], environment: Record<string, string> = {}) => {
    const lines: string[] = []
    const code = await runStats(args, environment, (text) => lines.push(...text.split('\n')))
    return { code, lines }
  }

  it('asks both servers by the settings, the panel’s alone where EnOS is elsewhere, and names who does not answer', async () => {
    const ports = { PROXY_HOST: '0.0.0.0', PROXY_PORT: '1', CONNECT_HOST: '::1', CONNECT_PORT: '2' }
    const both = await said([], ports)
    expect(both.code).toBe(1)
    expect(both.lines).toEqual([
      expect.stringContaining('http://127.0.0.1:1 does not answer'),
      expect.stringContaining('http://[::1]:2 does not answer'),
    ])
    expect((await said([], { ...ports, ENOS_URL: 'https://apim.example' })).lines).toHaveLength(1)
  })

  it('refuses an address that is none, and a certificate without its name', async () => {
    await expect(said(['--url', 'localhost:8787/x'])).rejects.toThrow('--url: must be like')
    await expect(said([], { TLS_CERT_FILE: 'cert.pem' })).rejects.toThrow('PANEL_URL')
    await expect(said(['--colour'])).rejects.toThrow('--colour')
    expect((await said(['--help'])).lines[0]).toContain('Usage: setpoint stats')
  })
})
