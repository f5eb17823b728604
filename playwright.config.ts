import { defineConfig, type Project } from '@playwright/test'
import type { Enos } from './e2e/setpoint.ts'

/** All of what a person does, on the embedded EnOS; what depends on the gateway also before one of its own processes. */
const projects: Project<object, { enos: Enos }>[] = [
  // First, since one of them waits for a minute while the others go on.
  { name: 'separate EnOS', use: { enos: 'separate' }, testMatch: ['once.spec.ts', 'outcomes.spec.ts'] },
  { name: 'embedded EnOS' },
]

export default defineConfig<object, { enos: Enos }>({
  projects,
  testDir: 'e2e',
  outputDir: 'test-results',
  // No test needs what another did: whoever adds one runs it alone too.
  fullyParallel: true,
  // More than processors, since they wait for devices much of the time.
  workers: process.env.E2E_WORKERS ? Number(process.env.E2E_WORKERS) : 3,
  retries: 0,
  // Bounds, met by nobody: a machine may be ten times slower for half a minute, and what is waited for does not change.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/report.json' }]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    // A trace of every journey makes all of them take half as long again; a failure tells its page without one too.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    // A page is of the server that the test started; offline.spec.ts, which is about the kept panel, lets them in.
    serviceWorkers: 'block',
    actionTimeout: 45_000,
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
