#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { runAudit } from './proxy/audit/run-audit.ts'
import { runDoctor } from './proxy/doctor/run-doctor.ts'
import { runLabels } from './proxy/labels/run-labels.ts'
import { askPassword } from './proxy/people/ask-password.ts'
import { runUser } from './proxy/people/run-user.ts'
import { readPackage } from './read-package.ts'
import { runStats } from './service/stats/run-stats.ts'
import { start } from './start.ts'

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Questions to a person, apart from what a script reads. */
const show = (text: string): void => {
  process.stderr.write(text)
}

async function runStart(): Promise<undefined> {
  const running = await start(process.env)
  print(`Setpoint is at ${running.url}`)
  const stop = (): void => {
    // A second signal ends at once, as the process has no handler any more.
    process.removeAllListeners('SIGTERM').removeAllListeners('SIGINT')
    void running.stop().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
}

interface Command {
  about: string
  /** Whether it reads words and options of its own. */
  takesArguments?: true
  run(args: string[]): Promise<number | undefined>
}

/** What the program can do; each answers its exit code, or nothing where it goes on. */
const commands: Record<string, Command> = {
  start: {
    about: 'serve the panel; without ENOS_URL on the embedded EnOS (what happens without a word)',
    run: runStart,
  },
  doctor: {
    about: 'check the way to each gateway that the settings name, and say how to mend it',
    run: () => runDoctor(process.env, print),
  },
  audit: {
    about: 'verify: check that the record of operations is whole',
    takesArguments: true,
    run: async (args) => runAudit(args, process.env, print),
  },
  labels: {
    about: 'draw labels for cabinets, with QR codes that open a device in the panel',
    takesArguments: true,
    run: (args) => runLabels(args, process.env, print),
  },
  stats: {
    about: 'how the running servers do: what was sent, how it ended, what waits',
    takesArguments: true,
    run: (args) => runStats(args, process.env, print),
  },
  user: {
    about: 'add, list, disable, enable, password, role: who may sign in with a name and a password',
    takesArguments: true,
    run: (args) => runUser(args, process.env, { print, askPassword: () => askPassword(process.stdin, show) }),
  },
}

const usage = (): string =>
  [
    'Usage: setpoint [command]',
    ...Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(10)}${about}`),
    '  --help    this text',
    '  --version the version',
    'Settings are environment variables, listed in README.md; the most needed ones:',
    '  ENOS_URL ENOS_ACCESS_KEY ENOS_SECRET_KEY ENOS_ORG_ID   the gateway',
    '  GATEWAYS_FILE                                          several of them, in a file',
    '  PROXY_HOST PROXY_PORT DATA_DIR                         where to listen, where to keep the record',
  ].join('\n')

async function main(args: string[]): Promise<number | undefined> {
  const [name = 'start', ...rest] = args[0]?.startsWith('-') ? ['start', ...args] : args
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command?.takesArguments) return await command.run(rest)
  const options = { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } } as const
  const { values } = parseArgs({ args: rest, options })
  if (values.help || name === 'help') return void print(usage())
  if (values.version) return void print(readPackage().version)
  if (!command) throw new Error(`there is no command ${name}\n${usage()}`)
  return await command.run(rest)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
