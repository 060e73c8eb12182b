import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A test that needs luck is mended, not repeated.
    retry: 0,
    // Test files wait more than they compute, but all of them share the servers of the integration tests.
    maxWorkers: Math.max(3, Math.floor(availableParallelism() / 2)),
    teardownTimeout: 20_000,
    // Files of a worker share their modules: what one leaves behind must not matter to the next, as in a real
    // process, and nothing is loaded a hundred times.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/{integration,e2e,chaos}/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          // Limits are there to end what hangs, not to measure.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
