import { describe, expect, it } from 'vitest';
import { addressOf, type Book, placeOf } from '../appsscript/fakes/book.ts';
import { type OfOrganisations, rosterBookPlan } from '../fixtures/roster-book.ts';
import { organisation } from '../shared/template/catalog-fixture.ts';
import { expectUsable } from './looks.ts';
import { card, heading, said, sidebars } from './sidebar.ts';

const openSidebar = sidebars();

const school = (no: number, name: string, programmes = 'НОО ООО СОО') =>
  organisation(`so${no}`, 'school', programmes, { name: `МКОУ «${name}»` });

const organisations = [
  school(1, 'Средняя школа № 1'),
  school(2, 'Средняя школа № 2 им. героя'),
  school(3, 'Основная школа села Верхнее', 'НОО ООО'),
  school(4, 'Средняя школа посёлка Речной'),
  school(5, 'Основная школа станции Дальняя', 'НОО ООО'),
  organisation('ds1', 'preschool', 'ДО', { name: 'МКДОУ «Детский сад № 1»' }),
];

const typed: OfOrganisations = {
  'so1 oge.graduates 2024/25': 52,
  'so1 oge.passed 2024/25': 51,
  'so1 ege.graduates 2024/25': 20,
  'so1 ege.passed 2024/25': 20,
  'so1 gia.date 2024/25': '2025-05-20',
  'so1 gia.order 2024/25': '№ 12',
  'so2 oge.graduates 2024/25': 34,
  'so2 oge.passed 2024/25': 40,
};

type Entry = 'showForms' | 'showActivity' | 'showReview' | 'showFigures';

const open = (entry: Entry) =>
  openSidebar(rosterBookPlan(typed, { 'so3 oge.graduates 2023/24': 19 }, organisations), entry, {
    now: '2024-12-15T12:00:00+03:00',
  });

const gia = 'Государственная итоговая аттестация';

/** Where an organisation's value stands: by the key of its row and that of the column. */
function cellOf(book: Book, tab: string, code: string, key: string): string {
  const cells = [...book.tab(tab).cells];
  const row = cells.find(([at, { value }]) => at.startsWith('A') && value === code);
  const column = cells.find(([at, { value }]) => value === key && placeOf(at).row > 1);
  return addressOf(placeOf(row?.[0] ?? 'A1').row, placeOf(column?.[0] ?? 'A1').column);
}

describe('«Заполнить форму…» in a district’s book of all organisations', () => {
  it('takes one organisation after the other by keyboard, writes in its row, and leads to the next', async () => {
    const { page, book, realm } = await open('showForms');
    const { keyboard } = page;
    // six cells of each school, four of the two without grades 10–11
    expect(await card(page, gia).textContent()).toContain('заполнено 8 из 26');
    await card(page, gia).click();
    await heading(page, gia).waitFor();
    await expect.poll(() => said(page)).toContain('5 организаций, полностью заполнено: 1');
    expect(await card(page, /Средняя школа № 1/).textContent()).toContain('заполнено 6 из 6');
    expect(await card(page, /села Верхнее/).textContent()).toContain('заполнено 0 из 4');
    expect(await card(page, /Детский сад/).count()).toBe(0);
    await expectUsable(page, 'addon-roster');

    // the search has the focus
    await keyboard.type('верхн');
    await expect.poll(() => page.locator('.card').count()).toBe(1);
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await page.getByText('МКОУ «Основная школа села Верхнее»', { exact: false }).waitFor();
    await page.getByText('прошлый год: 19').waitFor();
    expect(await page.getByLabel(/11 классов/).count()).toBe(0);
    await keyboard.type('20');
    await keyboard.press('Enter');
    await keyboard.type('25');
    await page.getByText('Сравнивались 25 и 20').waitFor();
    await expectUsable(page, 'addon-roster-step');
    await keyboard.press('Control+A');
    await keyboard.type('х');
    await keyboard.press('Enter');
    await keyboard.type('20.05.2025');
    await keyboard.press('Control+Enter');
    await heading(page, 'Проверка и сохранение').waitFor();
    realm.calls.clear();
    await page.locator('#save').click();
    await heading(page, 'Сохранено').waitFor();
    await expectUsable(page);
    expect([realm.calls.count('read'), realm.calls.count('write')]).toEqual([2, 1]);
    const tab = 'ГИА';
    expect(
      ['oge.graduates', 'oge.passed', 'ege.graduates', 'gia.date'].map((code) =>
        book.value(tab, cellOf(book, tab, 'so3', `${code}|2024/25`)),
      ),
    ).toEqual([20, 'х', 'не ведём', new Date('2025-05-20T00:00:00+03:00')]);
    expect(book.value(tab, cellOf(book, tab, 'so4', 'oge.graduates|2024/25'))).toBeUndefined();

    // the next one that has anything left, opened anew
    realm.calls.clear();
    await card(page, 'Следующая организация: МКОУ «Средняя школа посёлка Речной»').click();
    await page.getByText('МКОУ «Средняя школа посёлка Речной»', { exact: false }).waitFor();
    expect(realm.calls.count('read')).toBe(2);
    await page.getByLabel('Выпускников 9 классов', { exact: true }).fill('30');
    await keyboard.press('Escape');
    await heading(page, gia).waitFor();
    expect(await card(page, /села Верхнее/).textContent()).toContain('заполнено 3 из 4');
    expect(await card(page, /посёлка Речной/).textContent()).toContain('есть черновик');
    expect(await card(page, /станции Дальняя/).textContent()).not.toContain('черновик');
    await card(page, 'К списку форм').click();
    await expect.poll(() => card(page, gia).textContent()).toContain('есть черновик');
    // counted by the workbook's own formulas, which the imitation of Sheets does not work out
    await expectUsable(page);

    // the draft is of that organisation alone, and keeps what was seen
    book.type(tab, cellOf(book, tab, 'so4', 'oge.graduates|2024/25'), 31);
    await card(page, gia).click();
    await card(page, /посёлка Речной/).click();
    await heading(page, 'Есть несохранённый черновик').waitFor();
    await card(page, 'Продолжить с черновиком').click();
    await keyboard.press('Control+Enter');
    await page.locator('#save').click();
    await heading(page, 'Кто-то уже изменил эти ячейки').waitFor();
    await page.getByRole('button', { name: /Оставить «31»/ }).click();
    await heading(page, 'Сохранено')
      .or(page.getByText('Записывать ничего не потребовалось.'))
      .first()
      .waitFor();
    expect(book.value(tab, cellOf(book, tab, 'so4', 'oge.graduates|2024/25'))).toBe(31);
  });

  it('keeps the period from one organisation to the next', async () => {
    const { page } = await open('showForms');
    await card(page, /Олимпиады/).click();
    await card(page, /Средняя школа № 1/).click();
    await page.getByText('За какой период').waitFor();
    await page.getByText('МКОУ «Средняя школа № 1»').waitFor();
    await expectUsable(page);
    await card(page, /II четверть/)
      .first()
      .click();
    await page.getByLabel('Участников олимпиад', { exact: true }).fill('12');
    await page.keyboard.press('Control+Enter');
    await page.locator('#save').click();
    await card(page, /Следующая организация: .*№ 2/).click();
    await page.getByText(/№ 2 им\. героя» · II четверть/).waitFor();
  });
});

describe('«Мероприятие…» in a district’s book of all organisations', () => {
  it('asks for the organisation first, and marks in its row', async () => {
    const { page, book } = await open('showActivity');
    await heading(page, 'Мероприятия дорожной карты').waitFor();
    await expect.poll(() => page.locator('.card').count()).toBe(6);
    expect(await card(page, /Детский сад/).textContent()).toContain('отмечено 0 из 2 сроков');
    await expectUsable(page);
    await card(page, /Детский сад/).click();
    await page.getByText('МКДОУ «Детский сад № 1»').waitFor();
    await expectUsable(page);
    await card(page, /5 Провести школьный этап олимпиады/).click();
    await page.getByText('Наличие приказа').waitFor();
    await page.getByLabel('не применимо', { exact: true }).check();
    await page.locator('#save').click();
    await heading(page, 'Сохранено').waitFor();
    await card(page, 'К мероприятиям').click();
    await page.getByText('МКДОУ «Детский сад № 1»').waitFor();
    await card(page, 'Другая организация').click();
    expect(await card(page, /Детский сад/).textContent()).toContain('отмечено 1 из 2 сроков');
    const cells = [...book.tab('Дорожная карта').cells];
    const rows = cells.filter(([, { value }]) => value === 'не применимо').map(([at]) => placeOf(at).row);
    expect(rows).toHaveLength(1);
    expect(cells.find(([at, { value }]) => placeOf(at).row === rows[0] && value === 'ds1')).toBeDefined();
  });
});

describe('«Проверить всё» in a district’s book of all organisations', () => {
  it('names the organisation, leads to its cell, and says why there are no figures', async () => {
    const { page, realm } = await open('showReview');
    const issue = card(page, /МКОУ «Средняя школа № 2 им\. героя»/);
    await issue.first().waitFor();
    expect(await issue.first().textContent()).toContain('Сдавших ОГЭ больше, чем выпускников 9 классов');
    await expectUsable(page, 'addon-roster-review');
    await issue.first().click();
    await expect.poll(() => realm.book.active.tab.name).toBe('ГИА');
    await page.getByRole('tab', { name: 'Показатели' }).click();
    await page.getByText('Показатели здесь не рассчитываются', { exact: false }).waitFor();
    await expectUsable(page);
  });
});
