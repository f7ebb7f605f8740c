import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Book } from '../appsscript/fakes/book.ts';
import { bookOfPlan } from '../appsscript/fakes/book-of-plan.ts';
import { openRealm, type Realm } from '../appsscript/realm.ts';
import { type Entered, recordsPlan } from '../fixtures/records-plan.ts';
import { chromiumPath, openBrowser, openSidebar, type PageOptions } from './browser.ts';
import { expectUsable } from './looks.ts';

const chromium = chromiumPath();
if (!chromium) throw new Error('the page suite needs Chromium');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(chromium);
});
afterAll(async () => {
  await browser.close();
});

interface Sidebar {
  readonly page: Page;
  readonly book: Book;
  readonly realm: Realm;
}

async function open(
  entered: Entered = {},
  level: 'organisation' | 'district' = 'organisation',
  options: PageOptions = {},
): Promise<Sidebar> {
  const book = bookOfPlan(recordsPlan(entered, level));
  const realm = await openRealm(book);
  realm.run('showRecords');
  const page = await openSidebar(browser, realm, { now: '2025-03-15T12:00:00+03:00', ...options });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, book, realm };
}

const card = (page: Page, name: RegExp | string) => page.getByRole('button', { name });
const heading = (page: Page, name: RegExp | string) => page.getByRole('heading', { level: 1, name });
const said = (page: Page) => page.locator('[aria-live=polite]').textContent();

const entered: Entered = {
  regulation: [
    {
      values: {
        kind: 'regulation',
        title: 'Положение о внутренней системе оценки качества образования',
        number: '112',
        approved_on: '2023-08-30',
        link: 'https://school.example/vsoko.pdf',
      },
    },
    { values: { kind: 'order', title: 'О рабочей группе по оценке качества', approved_on: '2024-09-02', number: '87' } },
    { values: { kind: 'rules', title: 'Регламент текущего контроля', approved_on: '2019-01-10', repealed_on: '2023-08-30' } },
    { values: { kind: 'order', title: 'О школьном этапе олимпиады', link: 'сайт школы' } },
  ],
};

describe('«Реестры…»', () => {
  it('looks', async () => {
    const { page } = await open(entered);
    await expectUsable(page, 'addon-registers');
    await card(page, /Локальные нормативные/).click();
    await heading(page, /Локальные нормативные/).waitFor();
    await expectUsable(page, 'addon-register-rows');
    await card(page, 'Добавить запись').click();
    await heading(page, 'Новая запись').waitFor();
    await page.getByRole('textbox', { name: 'Название (обязательно)' }).fill('Положение');
    await expectUsable(page, 'addon-register-new');
  });
});
