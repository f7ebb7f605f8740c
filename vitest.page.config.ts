import { defineConfig } from 'vitest/config';

/** The add-on's pages in a real browser (Chromium); `.ci/run` calls them after `npm test`. */
export default defineConfig({
  test: {
    name: 'page',
    include: ['test/page/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
