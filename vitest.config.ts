import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    environment: 'node',
    globalSetup: 'scripts/test-folders.ts',
    // How long something may take is no test's business: on a busy machine, or disk, all of them take longer.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Loading its modules anew for each of 290 files took half of all processor time. No module of ours keeps state of its own,
    // so that files of one worker may share them; whoever sets an environment variable or a clock sets it back.
    isolate: false,
    // Most wait for servers, clocks and other programs: a small machine does more of them at once than it has cores.
    maxWorkers: Math.max(4, availableParallelism()),
    // A busy machine takes longer to get there; what is waited for does not change.
    expect: { poll: { timeout: 30_000, interval: 20 } },
  },
})
