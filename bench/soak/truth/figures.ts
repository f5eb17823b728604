import { isUnresolved } from '../../../src/contract/panel/operation.ts'
import { readCommands, readOperations, type Violation } from './evidence.ts'

/** A figure's value by its name with labels, as Prometheus reads it; null where it is not told. */
export function figureIn(text: string, name: string): number | null {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return line === undefined ? null : Number(line.slice(name.length + 1))
}

/** What both programs tell of their state, and what their databases hold. */
function expected(files: { proxy: string; connect: string }): Record<'proxy' | 'connect', Record<string, number>> {
  const operations = readOperations(files.proxy)
  const commands = readCommands(files.connect)
  const open = (outcome: string): number => operations.filter((one) => one.outcome === outcome).length
  const inState = (state: number): number => commands.filter((one) => one.state === state).length
  return {
    proxy: {
      'setpoint_operations_open{outcome="waiting"}': open('waiting'),
      'setpoint_operations_open{outcome="queued"}': open('queued'),
      setpoint_operations_unresolved: operations.filter(isUnresolved).length,
    },
    connect: { setpoint_commands_waiting: inState(1), setpoint_commands_in_flight: inState(4) },
  }
}

async function wrongFigures(address: string, figures: Record<string, number>): Promise<string[]> {
  const text = await (await fetch(`${address}/metrics`)).text()
  return Object.entries(figures).flatMap(([name, value]) => {
    const told = figureIn(text, name)
    return told === value ? [] : [`${name} is ${told}, and the database has ${value}`]
  })
}

/**
 * The figures of the running programs are those of their databases. What moves between two looks is looked at again: what
 * the proxy finds out of unknown outcomes goes on for a while.
 */
export async function checkFigures(
  addresses: { proxy: string; connect: string },
  files: { proxy: string; connect: string },
  looks = 60,
): Promise<Violation[]> {
  const figures = expected(files)
  const wrong = [
    ...(await wrongFigures(addresses.proxy, figures.proxy)),
    ...(await wrongFigures(addresses.connect, figures.connect)),
  ]
  if (wrong.length > 0 && looks > 1) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    return await checkFigures(addresses, files, looks - 1)
  }
  return wrong.map((words) => ({ claim: 'record', words, about: figures }))
}
