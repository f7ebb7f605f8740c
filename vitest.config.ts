import { defineConfig } from 'vitest/config';

const common = {
  // slower proofs have a command of their own: `npm run slow`
  exclude: ['**/*.slow.test.ts'],
  setupFiles: ['test/setup/fail-on-console.ts', 'test/setup/no-network.ts'],
  env: { MSOKO_LANG: 'ru' },
  // a busy machine takes several times as long as an idle one; what hangs is still told
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    // the suites spend half their time waiting for other processes: use both cores
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'shared',
          include: ['test/shared/**/*.test.ts'],
          env: { ...common.env, TZ: 'Pacific/Kiritimati' },
        },
      },
      {
        test: {
          ...common,
          name: 'etl',
          include: [
            'test/etl/**/*.test.ts',
            'test/contract/**/*.test.ts',
            'test/appsscript/**/*.test.ts',
            'test/google/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...common,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/acceptance/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
