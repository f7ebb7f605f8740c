import { defineConfig } from 'vitest/config';

/** Slow suites that need LibreOffice or xmllint; `.ci/run` calls them after `npm test`. */
export default defineConfig({
  test: {
    name: 'oracle',
    include: ['test/oracle/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
