import { createServer } from 'vite'
import { start } from '../src/start.ts'

/* `npm run dev`: the servers from their sources, and the panel with hot reloading, on one page. */

const running = await start({ LOG_LEVEL: 'warn', ...process.env })
const vite = await createServer()
await vite.listen()
console.log('\nOpen the panel:')
vite.printUrls()

const stop = async () => {
  await vite.close()
  await running.stop()
  process.exit(0)
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
