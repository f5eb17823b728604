import type { CommandFilter } from '../../commands/ports.ts'

type Condition = readonly [sql: string, ...parameters: (string | number)[]]

/** The only operators that ever reach SQL. */
const operators = { '<': '<', '<=': '<=', '=': '=', '>': '>', '>=': '>=' } as const

/** A search filter (§2.2) as an SQL condition with its parameters. */
export function whereOf(filter: CommandFilter): { where: string; parameters: (string | number)[] } {
  const conditions: Condition[] = [
    ['product_key = ?', filter.productKey],
    ['device_key = ?', filter.deviceKey],
  ]
  if (filter.state !== undefined) conditions.push(['state = ?', filter.state])
  if (filter.commandName) {
    conditions.push(['name_in(command_name, ?, ?)', filter.commandName.locale, filter.commandName.like])
  }
  for (const { operator, time } of filter.createTime ?? []) {
    conditions.push([`create_time ${operators[operator]} ?`, time])
  }
  return {
    where: conditions.map(([sql]) => sql).join(' AND '),
    parameters: conditions.flatMap(([, ...parameters]) => parameters),
  }
}
