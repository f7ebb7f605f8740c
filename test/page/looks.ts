import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** What axe-core finds wrong, by rule and element. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  });
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');

/**
 * A screen that anybody can use: nothing for axe-core to find, nothing to scroll sideways. With MSOKO_PICTURES=1 it is
 * kept for the documentation under `name`.
 */
export async function expectUsable(page: Page, name?: string): Promise<void> {
  expect(await faults(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  if (name !== undefined && process.env.MSOKO_PICTURES === '1')
    await page.screenshot({ path: `docs/images/${name}.png`, fullPage: true });
}
