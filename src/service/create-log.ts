import { type Logger, pino } from 'pino'
import type { Figures } from './create-figures.ts'

/** pino's numbers of the levels. */
const warn = 40
const error = 50

/** The log of one program: lines of JSON on standard output. Warnings and errors are counted. */
export const createLog = (name: string, level: string, { logLines }: Pick<Figures, 'logLines'>): Logger =>
  pino({
    name,
    level,
    hooks: {
      logMethod(line, write, number) {
        if (number >= warn) logLines.inc({ level: number >= error ? 'error' : 'warn' })
        write.apply(this, line)
      },
    },
  })
