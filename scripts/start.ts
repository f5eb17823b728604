import { spawn } from 'node:child_process'
import { buildIfNeeded } from './build-if-needed.ts'

/* `npm start`: the built product, as it runs for real; `npm start -- doctor` another of its commands. */

buildIfNeeded()
const server = spawn(process.execPath, ['dist/server/setpoint.js', ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => {
  process.exitCode = code ?? 1
})
