import { type CommandState, commandStates } from '#contract/enos/command.ts'
import type { CommandFilter } from '../../commands/ports.ts'
import type { LocalClock } from '../../registry/local-time.ts'
import { type Condition, type Expression, parseExpression } from '../expression/parse-expression.ts'
import { expressionFailure } from '../expression/tokens.ts'

type Conditions = Pick<CommandFilter, 'state' | 'commandName' | 'createTime'>
type TimeConditions = NonNullable<CommandFilter['createTime']>

const states: readonly CommandState[] = Object.values(commandStates)

function conditionsOf(expression: Expression): Condition[] {
  if (expression.kind === 'condition') return [expression]
  if (expression.kind === 'or') throw expressionFailure('conditions on commands can only be joined by and')
  return expression.parts.flatMap(conditionsOf)
}

function stateOf({ operator, values: [value = ''] }: Condition): CommandState {
  if (operator !== '=') throw expressionFailure(`state cannot be compared with ${operator}; use =`)
  const state = states.find((one) => String(one) === value)
  if (state === undefined) throw expressionFailure(`state must be from 1 to 7, not ${value}`)
  return state
}

function nameOf({ field, operator, values: [like = ''] }: Condition): { locale: string; like: string } {
  if (operator !== 'like') throw expressionFailure(`${field} cannot be compared with ${operator}; use like`)
  return { locale: field.slice('commandName.'.length) || 'default', like }
}

const second = 1000

/** The text names a whole second, and commands are stored by the millisecond. */
function timesOf({ operator, values: [text = ''] }: Condition, clock: LocalClock): TimeConditions {
  const time = clock.read(text)
  if (time === null)
    throw expressionFailure(`createTime must be 'YYYY-MM-DD HH:mm:ss' in the device's time, not ${text}`)
  switch (operator) {
    case '<':
    case '>=':
      return [{ operator, time }]
    case '<=':
      return [{ operator: '<', time: time + second }]
    case '>':
      return [{ operator: '>=', time: time + second }]
    case '=':
      return [
        { operator: '>=', time },
        { operator: '<', time: time + second },
      ]
    default:
      throw expressionFailure(`createTime cannot be compared with ${operator}; use < <= = >= or >`)
  }
}

/**
 * The conditions of Search Command (§2.2); `createTime` is read on the device's `clock`.
 * @throws Failure invalidArgument naming what is wrong and what would be right.
 */
export function commandConditions(expression: string | null | undefined, clock: LocalClock): Conditions {
  const found: Conditions = {}
  if (!expression?.trim()) return found
  for (const condition of conditionsOf(parseExpression(expression))) {
    const [first] = condition.field.split('.')
    if (first === 'commandName') {
      if (found.commandName) throw expressionFailure('commandName may stand there once')
      found.commandName = nameOf(condition)
    } else if (condition.field === 'state') {
      if (found.state !== undefined) throw expressionFailure('state may stand there once')
      found.state = stateOf(condition)
    } else if (condition.field === 'createTime') {
      found.createTime = [...(found.createTime ?? []), ...timesOf(condition, clock)]
    } else {
      throw expressionFailure(`${condition.field} cannot be searched; state, commandName.<locale> and createTime can`)
    }
  }
  return found
}
