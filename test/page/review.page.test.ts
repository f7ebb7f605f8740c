import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookOfPlan } from '../appsscript/fakes/book-of-plan.ts';
import { openRealm, type Realm } from '../appsscript/realm.ts';
import { reviewPlan } from '../fixtures/review-plan.ts';
import { chromiumPath, openBrowser, openSidebar } from './browser.ts';
import { expectUsable } from './looks.ts';

const chromium = chromiumPath();
if (!chromium) throw new Error('the page suite needs Chromium');
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
    await expectUsable(page, 'addon-review-issues');
  });

  it('shows the figures, and which cells are missing', async () => {
    realm.run('showFigures');
    const page = await openSidebar(browser, realm);
    await expect.poll(() => page.getByText('Рассчитано значений').count()).toBeGreaterThan(0);
    await page.locator('#panel-figures details summary').first().click();
    await expectUsable(page, 'addon-review-figures');
  });
});
