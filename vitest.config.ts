import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    // A busy machine takes longer to get there; what is waited for does not change.
    expect: { poll: { timeout: 10_000, interval: 20 } },
  },
})
