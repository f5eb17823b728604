import type { Row } from './scenario.ts'

/** The table for a program: an array of rows, each with these four and no more, in this order. */
export const asJson = (rows: readonly Row[]): string =>
  JSON.stringify(
    rows.map(({ name, goal, result, met }) => ({ name, goal, result, met })),
    null,
    2,
  )

/** The table for a person; what is missed begins with an exclamation mark. */
export function asLines(rows: readonly Row[]): string[] {
  const width = (read: (row: Row) => string) => Math.max(...rows.map((row) => read(row).length))
  const [names, goals] = [width(({ name }) => name), width(({ goal }) => goal)]
  return rows.map(
    ({ name, goal, result, met }) => `${met ? ' ' : '!'} ${name.padEnd(names)}  ${goal.padEnd(goals)}  ${result}`,
  )
}
