import { fsyncSync, openSync, writeSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { commandStates } from '#contract/enos/command.ts'
import { ExactNumber } from '#contract/value/exact.ts'
import { openDatabase } from '#database/open-database.ts'
import { createCommands } from '../../commands/create-commands.ts'
import { createLive } from '../../commands/create-live.ts'
import type { Channel, CommandStore, TargetDevice } from '../../commands/ports.ts'
import { createSystemClock } from '../../system-clock.ts'
import { migrations } from './migrations.ts'
import { createSqliteCommandStore } from './sqlite-command-store.ts'

/*
 * A program to be killed: the rules over a file, with devices that answer at once.
 * What it accepted it says on stdout; what it published it notes in a file, with fsync, before the device answers.
 * Arguments: the database's file, the file of what was published, and the moment at which to stand still:
 *
 * - `created`: five commands are accepted for a device that is offline.
 * - `recorded`: a command is recorded as sent, and its bytes have not left.
 * - `sent`: a command is published, and its device does not answer.
 * - `answered`: the device answered, and the result is not on disk.
 * - `never`: three devices are kept busy until the end comes.
 * - `drained`: nothing new; what an earlier run left goes on until all of it has ended, and then the program ends.
 */
const [databaseFile = '', publishedFile = '', moment = ''] = process.argv.slice(2)

const say = (event: string, commandId = ''): void => {
  writeSync(1, `${event} ${commandId}\n`)
}
const forEver = new Promise<never>(() => undefined)

const database = openDatabase(`sqlite:${databaseFile}`, migrations)
const onFile = createSqliteCommandStore(database)
const store: CommandStore = {
  ...onFile,
  update: (commandId, change) => {
    if (moment !== 'answered' || change.state !== commandStates.succeeded) return onFile.update(commandId, change)
    say('answered', commandId)
    return forEver
  },
}

const status = moment === 'created' ? 'offline' : 'online'
const deviceKeys = moment === 'never' || moment === 'drained' ? ['a', 'b', 'c'] : ['a']
const devices = new Map<string, TargetDevice>(
  deviceKeys.map((deviceKey) => [deviceKey, { orgId: 'o', assetId: deviceKey, productKey: 'pk', deviceKey, status }]),
)

const notes = openSync(publishedFile, 'a')
const channel: Channel = {
  encode: async ({ commandId }) => ({ topic: '', payload: Buffer.from(commandId) }),
  publish: async (device, { payload }) => {
    const commandId = Buffer.from(payload).toString()
    if (moment === 'recorded') {
      say('recorded', commandId)
      return forEver
    }
    writeSync(notes, `${commandId}\n`)
    fsyncSync(notes)
    if (moment === 'sent') say('sent', commandId)
    else commands.reply(device, { id: commandId, code: 200, data: {}, message: '' })
    return true
  },
}

const commands = createCommands(
  createLive({
    store,
    channel,
    targets: { find: ({ deviceKey }) => devices.get(deviceKey) },
    clock: createSystemClock(),
    onError: (error) => say('error', String(error)),
    onIgnoredReply: (_device, _answer, why) => say('error', why),
  }),
)

async function submit(device: TargetDevice): Promise<void> {
  const point = { measurepointId: 'power', commandName: { defaultValue: 'Power', i18nValue: {} } }
  const submission = { orgId: 'o', device, ...point, value: new ExactNumber('1.0'), pendingTtl: 600, timeout: 1 }
  const { commandId } = await commands.submit(submission)
  say('accepted', commandId)
}

async function keepBusy(device: TargetDevice): Promise<never> {
  for (;;) await submit(device).catch(() => nextTurn())
}

await commands.recover()
for (const device of devices.values()) {
  if (status === 'online') commands.online(device)
  if (moment === 'created') for (let number = 0; number < 5; number += 1) await submit(device)
  else if (moment === 'never') void keepBusy(device)
  else if (moment !== 'drained') await submit(device)
}
if (moment === 'drained') {
  while (store.unfinished().length > 0) await new Promise((resolve) => setTimeout(resolve, 20))
  say('drained')
} else {
  setInterval(() => undefined, 60_000)
}
