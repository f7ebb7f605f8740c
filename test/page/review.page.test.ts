import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
    type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  });
}

/** Faultless for axe-core and no wider than the sidebar. */
async function isSound(page: Page): Promise<void> {
  expect(await faults(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
}

/** With MSOKO_PICTURES=1 the pages are kept for the documentation. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.MSOKO_PICTURES === '1') await page.screenshot({ path: `docs/images/${name}.png` });
}

/** Where the person stands in the spreadsheet. */
const active = ({ book }: Realm): string => `${book.active.tab.name}!${book.active.cell}`;

describe('«Проверить всё» and «Мои показатели»', () => {
  let browser: Browser;
  let realm: Realm;
  beforeAll(async () => {
    browser = await openBrowser(chromium);
  });
  beforeEach(async () => {
    realm = await openRealm(bookOfPlan(reviewPlan()));
  });
  afterAll(async () => {
    await browser.close();
  });

  it('lists the issues by tab, leads to a cell, and checks again what was mended', async () => {
    realm.run('showReview');
    expect(realm.ui.page?.title).toBe('Проверить всё');
    const page = await openSidebar(browser, realm);
    const status = page.getByRole('status').first();
    await expect.poll(() => status.textContent()).toBe('Найдено: 4 ошибки. Рассчитано значений: 13 из 83.');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Замечания (4)');
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Качество подготовки обучающихся (1)',
      'ГИА (1)',
      'Олимпиады и общественное (2)',
    ]);
    await isSound(page);
    await picture(page, 'addon-review');

    // severity is a word and a sign, and what to do stands beside
    const first = page.getByRole('button', { name: 'ячейка F12' });
    const words = (await first.textContent()) ?? '';
    expect(words).toMatch(/^✖ Ошибка · ячейка F12/);
    expect(words).toContain('Из них достигли базового уровня: 5–9 классы · входной контроль, 2024/25');
    expect(words).toContain('Что делать: ');

    // personal data: place and kind, never the name
    const personal = (await page.getByRole('button', { name: 'ячейка E13' }).textContent()) ?? '';
    expect(personal).toContain('имя человека');
    expect(await page.content()).not.toContain('Иванова');

    // by keyboard alone: from the tab through «Проверить снова» to the first issue
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await first.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => active(realm)).toBe('Качество подготовки обучающихся!F12');
    await expect
      .poll(() => status.textContent())
      .toBe('Показана ячейка F12 листа «Качество подготовки обучающихся».');
    expect(await first.evaluate((button) => button.matches(':focus'))).toBe(true);

    // the person mends it and checks again
    realm.book.type('Качество подготовки обучающихся', 'F12', 9);
    await page.getByRole('button', { name: 'Проверить снова' }).click();
    await expect.poll(() => status.textContent()).toMatch(/^Найдено: 3 ошибки\./);
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Замечания (3)');
    expect(await page.getByRole('button', { name: 'ячейка F12' }).count()).toBe(0);

    // a tab that somebody deleted meanwhile
    const at = realm.book.tabs.findIndex(({ name }) => name === 'ГИА');
    realm.book.tabs.splice(at, 1);
    await page.getByRole('button', { name: 'ячейка E13' }).click();
    await expect
      .poll(() => status.textContent())
      .toBe('⚠ Листа «ГИА» больше нет. Нажмите «Проверить снова».');
    await page.close();
  });

  it('shows the figures by direction, why one is missing and where', async () => {
    realm.run('showFigures');
    const page = await openSidebar(browser, realm);
    await page.getByText('Рассчитано значений: 13 из 83.').last().waitFor();
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Показатели');
    const direction = page.locator('summary', { hasText: 'Оценка качества подготовки обучающихся' });
    await direction.focus();
    await page.keyboard.press('Enter');
    const basic = page.locator('section', { hasText: '1.16.1. Доля обучающихся' });
    const figure = basic.locator('li', { hasText: '1–4 классы · входной контроль' });
    expect(await figure.locator('strong').textContent()).toBe('75,0 %');
    expect(await figure.textContent()).toContain('30 из 40');
    expect(await figure.textContent()).toContain('к прошлому году');
    await isSound(page);
    await picture(page, 'addon-review-figures');

    const missing = basic.locator('li', { hasText: '5–9 классы · входной контроль' }).first();
    await missing.locator('summary', { hasText: 'нет значения: ошибка в данных' }).click();
    const cell = missing.getByRole('button', { name: 'Ячейка F12, лист «Качество подготовки обучающихся»' });
    expect(await cell.textContent()).toContain('ошибочное значение');
    await cell.click();
    await expect.poll(() => active(realm)).toBe('Качество подготовки обучающихся!F12');

    // what a workbook alone cannot give is told
    const absent = page.getByText('Показатели по официальным результатам ВПР, ОГЭ и ЕГЭ', { exact: false });
    expect(await absent.isVisible()).toBe(false);
    await page.getByText('Чего здесь нет').click();
    await absent.waitFor();
    await isSound(page);

    // the search names what it found and opens it
    await page.getByLabel('Найти показатель').fill('i.oge');
    await page.getByText('Найдено показателей: 1.').waitFor();
    expect(await page.locator('.figure strong').allTextContents()).toEqual(['95,0 %']);
    await isSound(page);

    // arrows lead back to the issues
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Замечания (4)');
    expect(await page.getByRole('tabpanel').count()).toBe(1);
    await page.close();
  });

  it('says when the connection is lost and goes on when it is back', async () => {
    let isLost = true;
    realm.run('showReview');
    const page = await openSidebar(browser, realm, {
      beforeCall: () => {
        if (isLost) throw new Error('NetworkError');
      },
    });
    const status = page.getByRole('status').first();
    await expect.poll(() => status.textContent()).toMatch(/^⚠ Не удалось связаться с таблицей\./);
    await isSound(page);
    isLost = false;
    await page.getByRole('button', { name: 'Проверить снова' }).click();
    await expect.poll(() => status.textContent()).toMatch(/^Найдено: 4 ошибки\./);
    await page.close();
  });
});
