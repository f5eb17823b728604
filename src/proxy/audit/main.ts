import { runAudit } from './run-audit.ts'

process.exitCode = runAudit(process.argv.slice(2), process.env, (line) => process.stdout.write(`${line}\n`))
