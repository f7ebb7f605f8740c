import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookOfPlan } from '../appsscript/fakes/book-of-plan.ts';
import { openRealm, type Realm } from '../appsscript/realm.ts';
import { reviewPlan } from '../fixtures/review-plan.ts';
import { chromiumPath, openBrowser, openSidebar } from './browser.ts';

const chromium = chromiumPath();
if (!chromium) throw new Error('the page suite needs Chromium');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong, by rule and element. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ rules: { region: { enabled: true } } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  });
}

const fitsWidth = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');

/** With MSOKO_PICTURES=1 the pages are kept for the documentation. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.MSOKO_PICTURES !== '1') return;
  await page.screenshot({ path: `docs/images/${name}.png` });
}

describe('«Проверить всё» and «Мои показатели»', () => {
  let browser: Browser;
  let realm: Realm;
  beforeAll(async () => {
    browser = await openBrowser(chromium);
    realm = await openRealm(bookOfPlan(reviewPlan()));
  });
  afterAll(async () => {
    await browser.close();
  });

  it('lists the issues, leads to a cell by keyboard and checks again', async () => {
    realm.run('showReview');
    const page = await openSidebar(browser, realm);
    const status = page.getByRole('status').first();
    await expect.poll(() => status.textContent()).toMatch(/Найдено: /);
    expect(await faults(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await picture(page, 'addon-review-issues');
  });

  it('shows the figures, and which cells are missing', async () => {
    realm.run('showFigures');
    const page = await openSidebar(browser, realm);
    await expect.poll(() => page.getByText('Рассчитано значений').count()).toBeGreaterThan(0);
    await page.locator('#panel-figures details summary').first().click();
    expect(await faults(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await picture(page, 'addon-review-figures');
  });
});
