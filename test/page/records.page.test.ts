import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Book } from '../appsscript/fakes/book.ts';
import { type Entered, recordsPlan } from '../fixtures/records-plan.ts';
import type { PageOptions } from './browser.ts';
import { expectUsable } from './looks.ts';
import { card, heading, type Sidebar, said, sidebars } from './sidebar.ts';

const openSidebar = sidebars();

const open = (
  entered: Entered = {},
  level: 'organisation' | 'district' = 'organisation',
  options: PageOptions = {},
): Promise<Sidebar> =>
  openSidebar(recordsPlan(entered, level), 'showRecords', { now: '2025-03-15T12:00:00+03:00', ...options });

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
    {
      values: {
        kind: 'order',
        title: 'О рабочей группе по оценке качества',
        approved_on: '2024-09-02',
        number: '87',
      },
    },
    {
      values: {
        kind: 'rules',
        title: 'Регламент текущего контроля',
        approved_on: '2019-01-10',
        repealed_on: '2023-08-30',
      },
    },
    { values: { kind: 'order', title: 'О школьном этапе олимпиады', link: 'сайт школы' } },
  ],
};

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const acts = /Локальные нормативные акты/;

/** Values of a row of a tab, from its first field on. */
const rowOf = (book: Book, tab: string, row: number): unknown[] =>
  [...'BCDEFG'].map((column) => book.value(tab, `${column}${row}`));

describe('«Реестры…»', () => {
  it('adds a record by keyboard alone, with every kind of answer', async () => {
    const { page, book, realm } = await open(entered);
    const { keyboard } = page;
    await expectUsable(page, 'addon-registers');
    expect(await card(page, acts).textContent()).toContain('внесено: 4 записи');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await heading(page, acts).waitFor();
    await expectUsable(page, 'addon-register-rows');
    await card(page, 'Добавить запись').focus();
    await keyboard.press('Enter');
    await heading(page, 'Новая запись').waitFor();
    await expectUsable(page);
    for (let i = 0; i < 5; i++) await keyboard.press('ArrowDown');
    expect(await page.getByLabel('Вид акта').inputValue()).toBe('Приказ');
    await keyboard.press('Enter');
    await keyboard.type('Приказ подписала Иванова Мария Петровна');
    await page.getByText('Похоже на персональные данные (имя человека)').waitFor();
    await expect.poll(() => said(page)).toContain('Похоже на персональные данные');
    await keyboard.press('Control+A');
    await keyboard.type('О контрольных работах');
    await page.getByText('«Утверждён»').waitFor();
    await keyboard.press('Tab');
    await keyboard.type('2025-03');
    await keyboard.press('Enter');
    await keyboard.type('31.02.2025');
    await page.getByText('Нужна дата, а введено «31.02.2025»').waitFor();
    await expectUsable(page, 'addon-register-new');
    await keyboard.press('Control+Enter');
    await expect.poll(() => said(page)).toContain('Исправьте или очистите: 1 ответ с ошибкой');
    await keyboard.press('Control+A');
    await keyboard.type('12 марта 2025');
    realm.calls.clear();
    await keyboard.press('Control+Enter');
    await heading(page, 'Сохранено').waitFor();
    expect([realm.calls.count('read'), realm.calls.count('write')]).toEqual([2, 1]);
    await expectUsable(page, 'addon-register-saved');
    const tab = 'Акты о ВСОКО';
    expect(rowOf(book, tab, 12)).toEqual([
      'Приказ',
      'О контрольных работах',
      '2025-03',
      new Date('2025-03-12T00:00:00+03:00'),
      undefined,
      undefined,
    ]);
    expect(await page.evaluate('Object.keys(localStorage)')).toEqual([]);
    await card(page, 'Добавить ещё одну').click();
    await heading(page, 'Новая запись').waitFor();
    await page.getByLabel('Вид акта').selectOption('Приказ');
    await field(page, 'Название (обязательно)').fill('О контрольных работах');
    await field(page, 'Номер').fill('2025-03');
    await field(page, 'Утверждён (обязательно)').fill('12.03.2025');
    await page.getByText('Точно такая же запись уже есть: строка 12 листа').waitFor();
    await keyboard.press('Escape');
    await heading(page, acts).waitFor();
    await card(page, 'Добавить запись (есть черновик)').waitFor();
    await page.getByLabel('Найти').fill('контр раб 2025');
    await page.getByText('Найдено: 1 запись').waitFor();
  });

  it('shows what is wrong first; a record is mended, ended, and met by somebody else', async () => {
    const { page, book } = await open(entered);
    const tab = 'Акты о ВСОКО';
    await card(page, acts).click();
    const cards = page.locator('#found .card');
    expect(await cards.first().textContent()).toContain('Нужна ссылка на страницу');
    expect(await cards.last().textContent()).toContain('Отменён: 30.08.2023');
    await page.getByLabel('Показать').selectOption('wrong');
    await page.getByText('Найдено: 1 запись').waitFor();
    await cards.first().click();
    await heading(page, 'О школьном этапе олимпиады').waitFor();
    await expectUsable(page, 'addon-register-row');
    await field(page, 'Опубликован по адресу').fill('https://school.example/olimp');
    await field(page, 'Номер').fill('15');
    book.type(tab, 'D11', '14');
    await card(page, 'Отметить «Отменён»…').click();
    expect(await field(page, 'Отменён').inputValue()).toBe('15.03.2025');
    await page.locator('#save').click();
    await heading(page, 'Кто-то уже изменил эти ячейки').waitFor();
    await card(page, /Оставить «14»/).click();
    await heading(page, 'Сохранено').waitFor();
    expect(rowOf(book, tab, 11)).toEqual([
      'Приказ',
      'О школьном этапе олимпиады',
      '14',
      undefined,
      new Date('2025-03-15T00:00:00+03:00'),
      'https://school.example/olimp',
    ]);
    await card(page, 'Вернуться к записи').click();
    await card(page, 'Показать на листе').click();
    await expect.poll(() => book.active.cell).toBe('B11');
    expect(await card(page, 'Убрать запись…').count()).toBe(0);
  });

  it('adds a record once, whatever becomes of the connection and the page', async () => {
    let isDown = true;
    const { page, book, realm } = await open({}, 'organisation', {
      afterCall: (name) => {
        if (name === 'saveRow' && isDown) throw new Error('NetworkError');
      },
    });
    const tab = 'Подтверждения';
    const saveIt = async () => {
      await page.locator('#save').click();
      await page.getByText('Связь прервалась', { exact: false }).waitFor();
    };
    await card(page, /Документы и публикации/).click();
    await page.getByText('Записей пока нет').waitFor();
    await card(page, 'Добавить запись').click();
    await page.getByLabel('Направление').selectOption({ index: 3 });
    await page.getByLabel('Вид документа').selectOption('Приказ');
    await field(page, 'Название (обязательно)').fill('О днях открытых дверей');
    await saveIt();
    await expectUsable(page);
    // it stands there, but nobody knows; the page is closed, opened again, the text mended
    expect(book.value(tab, 'D8')).toBe('О днях открытых дверей');
    await page.reload();
    await card(page, /Документы и публикации.*есть черновик/).click();
    await card(page, 'Добавить запись (есть черновик)').click();
    await card(page, 'Продолжить с черновиком').click();
    await field(page, 'Название (обязательно)').fill('О дне открытых дверей');
    realm.lock.state.isTaken = true;
    isDown = false;
    await page.locator('#save').click();
    await page.getByText('другой сотрудник', { exact: false }).waitFor();
    realm.lock.state.isTaken = false;
    await page.getByRole('button', { name: 'Повторить' }).click();
    await heading(page, 'Сохранено').waitFor();
    expect([8, 9].map((row) => book.value(tab, `D${row}`))).toEqual(['О дне открытых дверей', undefined]);
    await card(page, 'К записям').click();
    await page.getByText('Найдено: 1 запись').waitFor();
  });

  it('clears a record after asking, not one that somebody has just changed, and gives it back', async () => {
    const people = {
      group: 'gifted',
      place: 'Журнал учёта',
      office: 'заместитель директора',
      updated_on: '2025-02-01',
    };
    const { page, book } = await open({ people_bank: [{ values: people }] });
    const tab = 'Банки данных';
    const before = rowOf(book, tab, 8);
    await card(page, /банки данных о людях/).click();
    await page.locator('#found .card').first().click();
    await card(page, 'Убрать запись…').click();
    await heading(page, 'Убрать запись?').waitFor();
    await expectUsable(page, 'addon-register-removal');
    book.type(tab, 'C8', 'Электронный журнал');
    await page.locator('#save').click();
    await page.getByText('Запись не убрана', { exact: false }).waitFor();
    expect(rowOf(book, tab, 8)).toEqual([before[0], 'Электронный журнал', ...before.slice(2)]);
    book.type(tab, 'C8', 'Журнал учёта');
    await page.locator('#save').click();
    await heading(page, 'Запись убрана').waitFor();
    await expectUsable(page);
    expect(rowOf(book, tab, 8).slice(0, 5)).toEqual(Array(5).fill(undefined));
    await card(page, 'Вернуть запись').click();
    await heading(page, 'Запись возвращена').waitFor();
    expect(rowOf(book, tab, 8)).toEqual(before);
    await card(page, 'К записям').click();
    await page.getByText('Журнал учёта').waitFor();
  });

  it('takes marks in given rows, with the heading they stand under', async () => {
    const { page, book } = await open();
    await card(page, /Самооценка по критериям/).click();
    await page.getByLabel('Показать').selectOption('open');
    await page.getByText('Найдено: 3 записи').waitFor();
    await expectUsable(page, 'addon-register-given');
    await card(page, /учитывающей федеральные тенденции/).click();
    await page.getByText('1. Наличие системы процедур оценки:').waitFor();
    await page.getByRole('group', { name: 'Ответ (обязательно)' }).getByLabel('Да', { exact: true }).check();
    await field(page, 'Документ: дата').fill('1.9.2024');
    await expectUsable(page);
    await page.locator('#save').click();
    await heading(page, 'Сохранено').waitFor();
    const values = [...book.tab('Самооценка').cells.values()].map(({ value }) => value);
    expect(values).toEqual(expect.arrayContaining(['Да', new Date('2024-09-01T00:00:00+03:00')]));
    await card(page, 'К записям').click();
    await page.getByText('Найдено: 2 записи').waitFor();
  });

  it('knows the organisations of the district, and goes on below the prepared rows', async () => {
    const inspection = (topic: string) => ({
      values: { organisation: 's2', inspector: 'district', topic, planned: '2025-03' },
    });
    const { page, book } = await open(
      { inspection: Array.from({ length: 20 }, (_, i) => inspection(`Тема ${i + 1}`)) },
      'district',
    );
    const tab = 'Проверки';
    for (const column of 'BCDEFGHIJKLMN')
      for (let row = 28; row <= 60; row++) book.tab(tab).cells.delete(`${column}${row}`);
    await card(page, /Проверки и устранение/).click();
    await page.getByText('Найдено: 20 записей').waitFor();
    await card(page, 'Добавить запись').click();
    const organisation = page.getByRole('combobox', { name: 'Организация (обязательно)' });
    await organisation.fill('Школа № 99');
    await page.getByText('нужен ответ из списка, а введено «Школа № 99»').waitFor();
    await organisation.fill('мкоу "средняя школа № 7"');
    await page.getByLabel('Кто проверяет').selectOption({ index: 2 });
    await page.getByRole('textbox', { name: 'Тема (обязательно)' }).fill('Ведение журналов');
    await field(page, 'По плану').fill('04.2025');
    await field(page, 'Нарушений').fill('2');
    await expectUsable(page, 'addon-register-inspection');
    await page.locator('#save').click();
    await heading(page, 'Сохранено').waitFor();
    await page.getByText('Подготовленные строки этого реестра закончились', { exact: false }).waitFor();
    expect([book.value(tab, 'B28'), book.value(tab, 'F28'), book.value(tab, 'I28')]).toEqual([
      'МКОУ «Средняя школа № 7»',
      'апрель 2025',
      2,
    ]);
  });
});
