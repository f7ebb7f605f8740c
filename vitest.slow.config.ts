import { defineConfig } from 'vitest/config';

/** Killed processes, the benchmark's own check, whole stories and random workspaces through the real CLI; `.ci/run` calls them after `npm test`. */
export default defineConfig({
  test: {
    name: 'slow',
    include: ['test/**/*.slow.test.ts'],
    setupFiles: ['test/setup/fail-on-console.ts', 'test/setup/no-network.ts'],
    env: { MSOKO_LANG: 'ru' },
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
