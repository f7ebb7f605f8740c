import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { District } from '../appsscript/at-work/district.ts';
import { School } from '../appsscript/at-work/school.ts';
import { Book } from '../appsscript/fakes/book.ts';
import { openRealm, type Realm } from '../appsscript/realm.ts';
import { districtState } from '../fixtures/district-book.ts';
import { chromiumPath, openBrowser, openSidebar } from './browser.ts';
import { expectUsable } from './looks.ts';

const chromium = chromiumPath();
if (!chromium) throw new Error('the page suite needs Chromium');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(chromium);
});
afterAll(() => browser.close());

const status = (page: Page) => page.getByRole('status').first();
const says = (page: Page, text: string | RegExp) =>
  expect.poll(() => status(page).textContent(), { timeout: 5000 }).toMatch(text);

/** A school's book on 22.10.2025, with what the night told it. */
async function school(decision?: { kind: 'returned'; day: string; remark: string }): Promise<Realm> {
  const given = decision && { submitted: 'да', submittedOn: '2025-10-20', submittedByPost: 'директор' };
  const { realm } = await School.open(given, decision && { decision });
  realm.setNow('2025-10-22T09:00:00Z');
  realm.run('showSubmission');
  return realm;
}

describe('«Сдать отчёт»', () => {
  it('a report is handed in by keyboard, refused a name, kept through a lost connection, and withdrawn', async () => {
    const realm = await school();
    let isLost = false;
    const page = await openSidebar(browser, realm, {
      beforeCall: (name) => {
        if (isLost && name === 'submitReport') throw new Error('lost');
      },
    });
    const post = page.getByLabel('Должность сдающего');
    await post.fill('Иванова М.И.');
    await post.press('Enter');
    await says(page, 'Укажите только должность');
    expect(await post.getAttribute('aria-invalid')).toBe('true');
    await expectUsable(page, 'addon-submit');

    isLost = true;
    await post.fill('заместитель директора');
    await post.press('Enter');
    await says(page, 'Внесённое не потеряно');
    expect(await post.inputValue()).toBe('заместитель директора');
    isLost = false;
    await post.press('Enter');
    await says(page, 'Отчёт сдан 22.10.2025');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Состояние отчёта');
    expect(
      realm.book.tabs.flatMap((tab) => tab.protections).some((p) => p.description === 'msoko:submitted'),
    ).toBe(true);
    await expectUsable(page, 'addon-submit-done');

    await page.getByRole('button', { name: 'Отозвать отчёт' }).click();
    await says(page, 'теперь это черновик');
  });

  it('a copy of the book says so and leads to the book that counts', async () => {
    const { book } = await School.open({}, {}, 'first');
    const realm = await openRealm(new Book('Копия', book.tabs, 'copy'));
    realm.run('showSubmission');
    const page = await openSidebar(browser, realm);
    await says(page, 'Это копия книги');
    const link = page.getByRole('link', { name: 'Открыть книгу, которую выдал район' });
    expect(await link.getAttribute('href')).toBe('https://docs.google.com/spreadsheets/d/first');
    expect(await page.getByRole('button').count()).toBe(0);
    await expectUsable(page);
  });

  it('shows why a report came back', async () => {
    const realm = await school({ kind: 'returned', day: '2025-10-21', remark: 'Проверьте число девочек.' });
    const page = await openSidebar(browser, realm);
    await expect.poll(() => page.locator('.remark').textContent()).toContain('Проверьте число девочек.');
    await expectUsable(page, 'addon-submit-returned');
  });

  it('asks to correct a cell picked in the sheet; somebody else’s answer is not overwritten', async () => {
    const realm = await school();
    const page = await openSidebar(browser, realm);
    const other = await openSidebar(browser, realm);
    await page.getByLabel('Должность сдающего').fill('директор');
    await page.getByRole('button', { name: 'Сдать', exact: true }).click();
    await says(page, 'Отчёт сдан');
    await other.getByLabel('Должность сдающего').fill('завуч');
    await other.getByRole('button', { name: 'Сдать', exact: true }).click();
    await says(other, 'изменил другой сотрудник');

    await page.getByText('Запросить исправление одной ячейки').click();
    await page.getByRole('button', { name: 'Взять выделенную ячейку' }).click();
    await says(page, 'Выделите ячейку для ввода');
    realm.book.active = { tab: realm.book.tab('Контингент'), cell: 'E9' };
    await page.getByRole('button', { name: 'Взять выделенную ячейку' }).click();
    await says(page, 'Контингент, E9');
    await page.getByLabel('Как должно быть').fill('50');
    await page.getByLabel('Причина').fill('опечатка');
    await expectUsable(page, 'addon-submit-correction');
    await page.getByRole('button', { name: 'Отправить запрос' }).click();
    await says(page, 'Запрос внесён');
    expect(realm.book.value('Исправления', 'H8')).toBe('50');
  });

  it('reminders are switched on and off', async () => {
    const realm = await school();
    const page = await openSidebar(browser, realm);
    const box = page.getByLabel('Присылать мне письма');
    await expect.poll(() => box.isEnabled()).toBe(true);
    await box.press('Space');
    await says(page, 'Напоминания включены');
    expect(realm.script.triggers).toHaveLength(1);
    await box.press('Space');
    await says(page, 'Напоминания выключены');
    expect(realm.script.triggers).toEqual([]);
  });
});

describe('«Район»', () => {
  it('decides on a report and reminds those who are late, after a look at the list', async () => {
    const { realm } = await District.open();
    realm.run('showDistrict');
    const page = await openSidebar(browser, realm);
    await page.getByRole('button', { name: 'Вернуть отчёт: МБОУ «СОШ № 1»' }).press('Enter');
    await page.getByLabel('Что исправить').fill('Проверьте число девочек.');
    await expectUsable(page, 'addon-district');
    await page.getByRole('button', { name: 'Вернуть отчёт', exact: true }).click();
    await says(page, 'возвращён');
    expect(realm.book.value('Приём отчётов', 'C8')).toBe('возвращён');

    await page.getByText('Напоминание тем, кто не сдал').click();
    await page.getByText('из столбца «google»').waitFor();
    await page.getByRole('button', { name: 'Проверить список и отправить…' }).click();
    await expect.poll(() => page.getByText('МБОУ «СОШ № 2»: sosh2@school.test').count()).toBe(1);
    expect(realm.mail.letters).toEqual([]);
    await expectUsable(page, 'addon-district-reminder');
    await page.getByRole('button', { name: 'Отправить', exact: true }).click();
    await says(page, 'Отправлено: 1 письмо');
    expect(realm.mail.letters.map(({ to }) => to)).toEqual(['sosh2@school.test']);
    await page.getByText('Кто не заполнил, по формам и срокам (1)').click();
    await expect.poll(() => page.getByText('МБОУ «СОШ № 2»; МБОУ «Лицей»').count()).toBe(1);
    await page.getByText('Главные замечания').click();
    await expectUsable(page);
    await page.getByLabel('Показать').selectOption('missing');
    await expectUsable(page, 'addon-district-night');
  });

  it('a decision on what a colleague has decided meanwhile is not entered; the page shows what is so now', async () => {
    const district = await District.open(districtState);
    const { realm } = district;
    realm.run('showDistrict');
    const page = await openSidebar(browser, realm);
    const accept = page.getByRole('button', { name: 'Принять отчёт: МБОУ «СОШ № 1»' });
    await accept.waitFor();
    district.decide('s1', 'returned', 'Проверьте.');
    await accept.click();
    await says(page, 'сведения об этом отчёте изменились');
    await page.getByLabel('Показать').selectOption('all');
    await expect.poll(() => page.getByText('решение внесено').count()).toBe(1);
    expect(await accept.count()).toBe(0);
    expect(district.journal()).toHaveLength(1);
    await expectUsable(page);
  });
});
