import { describe, expect, it } from 'vitest';
import { lockMark } from '../../shared/submission/lock-mark.ts';
import { addressOf, type Book, placeOf } from '../appsscript/fakes/book.ts';
import { formsPlan, type Typed } from '../fixtures/forms-plan.ts';
import type { PageOptions } from './browser.ts';
import { expectUsable } from './looks.ts';
import { card, heading, type Sidebar, said, sidebars } from './sidebar.ts';

const openSidebar = sidebars();

const open = (
  entry: 'showForms' | 'showActivity' | 'showRecords',
  typed: Typed = {},
  options: PageOptions = {},
): Promise<Sidebar> =>
  openSidebar(formsPlan(typed, { 'oge.graduates 2023/24': 52 }), entry, {
    now: '2024-12-15T12:00:00+03:00',
    ...options,
  });

/** The only entry cell of an element in a tab of one period. */
function entered(book: Book, tab: string, element: string, column = 5): unknown {
  const [at = 'A1'] = [...book.tab(tab).cells].find(([, { value }]) => value === element) ?? [];
  return book.value(tab, addressOf(placeOf(at).row, column));
}

const gia = 'Государственная итоговая аттестация';

describe('«Заполнить форму…»', () => {
  it('fills a form by keyboard alone, from the list to what was saved', async () => {
    const { page, book, realm } = await open('showForms');
    const { keyboard } = page;
    await expectUsable(page, 'addon-form-list');
    expect(await card(page, /Качество подготовки/).textContent()).toContain('заполнено 0 из 33');
    expect(await card(page, gia).textContent()).toContain('срок: 15.07.2025');

    for (let i = 0; i < 2; i++) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await heading(page, gia).waitFor();
    await expectUsable(page);
    // last year's number stands beside the field, and the first field has the focus
    await page.getByText('прошлый год: 52').waitFor();
    await keyboard.type('двадцать');
    await page.getByText('Вместо числа введено «двадцать»').waitFor();
    await expect.poll(() => said(page)).toContain('Вместо числа введено «двадцать»');
    const first = page.getByLabel('Выпускников 9 классов', { exact: true });
    expect(await first.getAttribute('aria-invalid')).toBe('true');
    await keyboard.press('Control+A');
    await keyboard.type('20');
    await keyboard.press('Enter');
    await keyboard.type('25');
    await page.getByText('Сравнивались 25 и 20').waitFor();
    await expectUsable(page, 'addon-form-step');
    await keyboard.press('Control+A');
    await keyboard.type('19');
    expect(await page.locator('.message').count()).toBe(0);
    await keyboard.press('Enter');
    await keyboard.type('х');
    await keyboard.press('Enter');
    await keyboard.type('н/д');
    await keyboard.press('Enter');
    await keyboard.type('20 мая 2025');
    await keyboard.press('Enter');
    await keyboard.type('Иванова Мария Петровна');
    await page.getByText('Похоже на персональные данные (имя человека)').waitFor();
    // a wrong answer holds the step, and the focus comes back to it
    await keyboard.press('Enter');
    await expect.poll(() => said(page)).toContain('Исправьте или очистите: 1 ответ с ошибкой');
    expect(await page.evaluate('document.activeElement.id')).toBe(
      await page.getByLabel('Реквизиты приказа', { exact: true }).getAttribute('id'),
    );
    await keyboard.press('Control+A');
    await keyboard.type('№ 12 от 20.05.2025');
    await keyboard.press('Enter');
    await heading(page, 'Проверка и сохранение').waitFor();
    await expectUsable(page, 'addon-form-review');
    realm.calls.clear();
    await page.locator('#save').focus();
    await keyboard.press('Enter');
    await heading(page, 'Сохранено').waitFor();
    await expect.poll(() => said(page)).toBe('Записано в лист: 6 ответов');
    await expectUsable(page, 'addon-form-saved');
    expect([realm.calls.count('read'), realm.calls.count('write')]).toEqual([2, 1]);
    const tab = book.tabs[2]!.name;
    expect(
      ['oge.graduates', 'oge.passed', 'ege.graduates', 'ege.passed', 'gia.date', 'gia.order'].map((code) =>
        entered(book, tab, code),
      ),
    ).toEqual([20, 19, 'х', 'н/д', new Date('2025-05-20T00:00:00+03:00'), '№ 12 от 20.05.2025']);
    await keyboard.press('Escape');
    await heading(page, gia).waitFor();
    await keyboard.press('Escape');
    await heading(page, 'Формы для заполнения').waitFor();
  });

  it('chooses a period, goes by steps, takes «не ведём», and keeps a draft until it is saved', async () => {
    const { page, book } = await open('showForms', { 'q.pupils.noo 2024/25:start': 40 });
    await card(page, /Качество подготовки/).click();
    await page.getByText('За какой период').waitFor();
    await expectUsable(page);
    await card(page, /середина года/).click();
    await page.getByText('Шаг 1 из', { exact: false }).first().waitFor();
    await page.getByText('начало года: 40').waitFor();
    await page
      .getByRole('button', { name: /^не ведём .*: Обучающихся, выполнявших/ })
      .first()
      .click();
    const pressed = page.locator('.answer[aria-pressed=true]');
    expect(await pressed.textContent()).toBe('не ведём');
    await page.getByLabel('Из них достигли базового уровня', { exact: true }).first().fill('7');
    await page.getByRole('button', { name: 'Далее' }).click();
    await page.getByText('Шаг 2 из', { exact: false }).first().waitFor();
    await expectUsable(page);
    await page.keyboard.press('Escape');
    await page.getByText('Шаг 1 из', { exact: false }).first().waitFor();

    // the page is closed and opened again
    await page.reload();
    expect(await card(page, /Качество подготовки/).textContent()).toContain('есть черновик');
    await card(page, /Качество подготовки/).click();
    await card(page, /середина года.*есть черновик/).click();
    await heading(page, 'Есть несохранённый черновик').waitFor();
    await expectUsable(page, 'addon-form-draft');
    await card(page, 'Продолжить с черновиком').click();
    expect(
      await page.getByLabel('Из них достигли базового уровня', { exact: true }).first().inputValue(),
    ).toBe('7');
    await card(page, 'Сохранить…').click();
    await page.locator('#save').click();
    await heading(page, 'Сохранено').waitFor();
    expect(await page.evaluate('Object.keys(localStorage)')).toEqual([]);
    expect(
      [...book.tabs[1]!.cells.values()].filter(({ value }) => value === 'х' || value === 7),
    ).toHaveLength(2);
  });

  it('answers yes or no, and never keeps personal data', async () => {
    const { page, book } = await open('showForms');
    await card(page, /Олимпиады/).click();
    await card(page, 'I четверть').first().click();
    const held = page.getByRole('group', { name: 'Проведена школьная олимпиада' });
    await held.getByLabel('да', { exact: true }).check();
    await page
      .getByRole('group', { name: /наблюдатели/ })
      .getByLabel('не ведём')
      .check();
    await expectUsable(page, 'addon-form-choice');
    // the next group is entered at what is chosen there, so that arrows go on from it
    await held.getByLabel('да', { exact: true }).press('Enter');
    const focused = page.locator(':focus');
    expect([await focused.getAttribute('type'), await focused.isChecked()]).toEqual(['radio', true]);
    expect(
      await page
        .getByRole('group', { name: /наблюдатели/ })
        .locator(':focus')
        .count(),
    ).toBe(1);
    await page.getByLabel('Участников олимпиад', { exact: true }).fill('8 912 345-67-89');
    await page.getByText('Похоже на персональные данные (номер телефона)').waitFor();
    const kept = await page.evaluate('Object.values(localStorage).join()');
    expect(kept).toContain('да');
    expect(kept).not.toContain('912');
    await card(page, 'К сохранению').or(card(page, 'Сохранить…')).first().click();
    await page.getByText('исправьте', { exact: false }).first().waitFor();
    expect(entered(book, book.tabs[3]!.name, 'ol.people')).toBeUndefined();
  });

  it('loses nothing with the connection, and writes nothing twice', async () => {
    let isDown = false;
    let answersLost = 0;
    const { page, book, realm } = await open(
      'showForms',
      {},
      {
        afterCall: (name) => {
          if (name !== 'saveCells' || !isDown) return;
          answersLost++;
          throw new Error('NetworkError');
        },
      },
    );
    await card(page, gia).click();
    await page.getByLabel('Выпускников 9 классов', { exact: true }).fill('20');
    await page.keyboard.press('Control+Enter');
    isDown = true;
    await page.locator('#save').click();
    await page.getByText('Связь прервалась', { exact: false }).waitFor();
    await expectUsable(page, 'addon-form-lost');
    // the save has arrived, its answer has not
    expect(answersLost).toBe(1);
    expect(entered(book, book.tabs[2]!.name, 'oge.graduates')).toBe(20);
    expect(await page.evaluate('Object.keys(localStorage).length')).toBe(1);
    isDown = false;
    realm.calls.clear();
    realm.lock.state.isTaken = true;
    await page.getByRole('button', { name: 'Повторить' }).click();
    await page.getByText('другой сотрудник', { exact: false }).waitFor();
    realm.lock.state.isTaken = false;
    await page.getByRole('button', { name: 'Повторить' }).click();
    await heading(page, 'Сохранено').waitFor();
    expect(realm.calls.count('write')).toBe(0);
  });

  it.each(['showForms', 'showActivity', 'showRecords'] as const)(
    'offers to repeat where Google carries no answer: %s',
    async (entry) => {
      let isLost = true;
      const { page } = await open(entry, {}, { isDropped: () => isLost });
      await page.getByText('Нет связи с таблицей', { exact: false }).waitFor();
      isLost = false;
      await page.getByRole('button', { name: 'Повторить' }).click();
      await page.getByText('Нет связи с таблицей', { exact: false }).waitFor({ state: 'detached' });
    },
  );

  it('asks whose answer is right where two people changed the same cells', async () => {
    const { page, book } = await open('showForms');
    await card(page, gia).click();
    await page.getByLabel('Выпускников 9 классов', { exact: true }).fill('20');
    await page.getByLabel('Из них успешно сдали ОГЭ', { exact: true }).fill('19');
    await page.getByLabel('Выпускников 11 классов', { exact: true }).fill('5');
    const tab = book.tabs[2]!.name;
    const type = (element: string, value: number): void => {
      const [at = ''] = [...book.tab(tab).cells].find(([, one]) => one.value === element) ?? [];
      book.type(tab, addressOf(placeOf(at).row, 5), value);
    };
    type('oge.graduates', 22);
    type('oge.passed', 21);
    await page.keyboard.press('Control+Enter');
    await page.locator('#save').click();
    await heading(page, 'Кто-то уже изменил эти ячейки').waitFor();
    await expectUsable(page, 'addon-form-conflict');
    expect(entered(book, tab, 'ege.graduates')).toBe(5);
    await page.getByRole('button', { name: /Оставить «22»/ }).click();
    await page.getByRole('button', { name: /Записать «19»/ }).click();
    await heading(page, 'Сохранено').waitFor();
    expect(['oge.graduates', 'oge.passed'].map((code) => entered(book, tab, code))).toEqual([22, 19]);
  });
});

describe('a form that was handed in', () => {
  it('is shown and cannot be changed', async () => {
    const { page, book } = await open('showForms', { 'oge.graduates 2024/25': 20 });
    book.tabs[2]!.protections.push({
      description: lockMark,
      range: 'A1:J60',
      unprotected: [],
      editors: [],
      warningOnly: true,
    });
    await card(page, gia).click();
    await page.getByText('Отчёт за этот период сдан', { exact: false }).waitFor();
    const first = page.getByLabel('Выпускников 9 классов', { exact: true });
    expect([await first.inputValue(), await first.isEditable()]).toEqual(['20', false]);
    await expectUsable(page);
  });
});

describe('cells that people made something else of', () => {
  it('are shown with the words why, and an answer for a merged cell stays in the draft', async () => {
    const { page, book } = await open('showForms', { 'ege.graduates 2024/25': 5 });
    const tab = book.tabs[2]!;
    const cellOf = (element: string): string => {
      const [at = ''] = [...tab.cells].find(([, one]) => one.value === element) ?? [];
      return addressOf(placeOf(at).row, 5);
    };
    const [formula, first, second] = ['oge.passed', 'ege.graduates', 'ege.passed'].map(cellOf);
    tab.cells.set(formula!, { value: 19, formula: '=20-1' });
    tab.merges.push(`${first}:${second}`);
    await card(page, gia).click();
    const counted = page.getByLabel('Из них успешно сдали ОГЭ', { exact: true });
    await page.getByText('В ячейке формула', { exact: false }).waitFor();
    expect([await counted.inputValue(), await counted.isEditable()]).toEqual(['19', false]);
    const merged = page.getByLabel('Выпускников 11 классов', { exact: true });
    expect([await merged.inputValue(), await merged.isEditable()]).toEqual(['5', false]);
    expect(await page.getByText('Ячейка объединена с соседними', { exact: false }).count()).toBe(2);
    await expectUsable(page, 'addon-form-fixed');
    await page.getByRole('button', { name: 'Показать ячейку: Из них успешно сдали ОГЭ' }).click();
    await expect.poll(() => book.active).toMatchObject({ tab, cell: formula });

    // merged while the form is being filled in
    await page.getByLabel('Выпускников 9 классов', { exact: true }).fill('20');
    tab.merges.push(`${cellOf('oge.graduates')}:${formula}`);
    await page.keyboard.press('Control+Enter');
    await page.locator('#save').click();
    await heading(page, 'Не сохранено').waitFor();
    await page.getByText('Разъедините ячейки на листе и сохраните ещё раз', { exact: false }).waitFor();
    await expectUsable(page);
    expect(entered(book, tab.name, 'oge.graduates')).toBeUndefined();
    await page.getByRole('button', { name: 'Вернуться к форме' }).click();
    expect(await page.getByLabel('Выпускников 9 классов', { exact: true }).inputValue()).toBe('20');
    tab.merges.pop();
    await page.keyboard.press('Control+Enter');
    await page.locator('#save').click();
    await heading(page, 'Сохранено').waitFor();
    expect(entered(book, tab.name, 'oge.graduates')).toBe(20);
  });
});

describe('«Мероприятие…»', () => {
  it('shows a cell that a formula fills, and why it cannot be typed into', async () => {
    const { page, book } = await open('showActivity');
    const tab = book.tab('Дорожная карта');
    const [key = ''] = [...tab.cells].find(([, { value }]) => value === 'plan/57@2025-03-31') ?? [];
    const [column = ''] = [...tab.cells].find(([, { value }]) => value === 'activity.fact') ?? [];
    tab.cells.set(addressOf(placeOf(key).row, placeOf(column).column), { value: 14, formula: '=10+4' });
    await page.getByLabel('Показать').waitFor();
    await page.reload();
    await page.getByLabel('Показать').selectOption('all');
    await page.getByLabel('Найти').fill('57');
    await page.getByText('Найдено: 1 срок').waitFor();
    await page.getByRole('button', { name: /Утвердить положение/ }).click();
    await page.getByText('В ячейке формула', { exact: false }).waitFor();
    const fact = page.getByLabel('Достигнуто', { exact: true });
    expect([await fact.inputValue(), await fact.isEditable()]).toEqual(['14', false]);
    await expectUsable(page);
  });

  it('finds an activity and marks it, by keyboard', async () => {
    const { page, book } = await open('showActivity');
    await heading(page, 'Мероприятия дорожной карты').waitFor();
    await expectUsable(page, 'addon-activity-list');
    await page.getByLabel('Показать').selectOption('overdue');
    await page.getByText('Найдено: 1 срок').waitFor();
    await page.getByLabel('Показать').selectOption('all');
    await page.getByLabel('Найти').fill('5');
    await page.getByText('Найдено: 1 срок').waitFor();
    await page.getByLabel('Найти').fill('полож оцен');
    await page.getByText('Найдено: 1 срок').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await heading(page, '57 Утвердить положение об оценке качества').waitFor();
    await expectUsable(page);
    await page.getByLabel('выполнено', { exact: true }).check();
    await page.getByText('не указан день', { exact: false }).waitFor();
    await page.getByLabel('Выполнено', { exact: true }).fill('20.12.2024');
    await page.getByText('дата, которая уже наступила', { exact: false }).waitFor();
    await expectUsable(page, 'addon-activity-form');
    await page.getByLabel('Выполнено', { exact: true }).fill('10.12.2024');
    await page.keyboard.press('Enter');
    await page.keyboard.type('да');
    await page.keyboard.press('Enter');
    await page.keyboard.type('приказ № 5 от 10.12.2024');
    await page.locator('#save').click();
    await heading(page, 'Сохранено').waitFor();
    await expectUsable(page);
    const tab = 'Дорожная карта';
    const values = [...book.tab(tab).cells].flatMap(([, { value }]) => (value === undefined ? [] : [value]));
    expect(values).toEqual(
      expect.arrayContaining([
        'выполнено',
        new Date('2024-12-10T00:00:00+03:00'),
        'да',
        'приказ № 5 от 10.12.2024',
      ]),
    );
    await page.getByRole('button', { name: 'К мероприятиям' }).click();
    await page.getByLabel('Показать').selectOption('all');
    await page.getByLabel('Найти').fill('57');
    await page.getByText('состояние: выполнено').waitFor();
  });
});
