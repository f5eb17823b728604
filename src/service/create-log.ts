import { type Logger, pino } from 'pino'
import type { Figures } from './create-figures.ts'

/** pino's numbers of the levels. */
const warn = 40
const error = 50

/** Bytes of lines that wait for a disk that is full; what comes beyond is not written. */
const mostWaiting = 16 * 1024 * 1024

/** Where lines go. A log on a full disk must not end the program: its lines wait for space. */
function linesTo(fd: number) {
  const lines = pino.destination({ fd, sync: true, maxLength: mostWaiting })
  lines.on('error', () => undefined)
  return lines
}

/** The log of one program: lines of JSON on standard output, or on `fd`. Warnings and errors are counted. */
export const createLog = (name: string, level: string, { logLines }: Pick<Figures, 'logLines'>, fd = 1): Logger =>
  pino(
    {
      name,
      level,
      hooks: {
        logMethod(line, write, number) {
          if (number >= warn) logLines.inc({ level: number >= error ? 'error' : 'warn' })
          write.apply(this, line)
        },
      },
    },
    linesTo(fd),
  )
