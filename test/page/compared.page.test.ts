import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressOf, type Book, placeOf } from '../appsscript/fakes/book.ts';
import { comparedPlan } from '../fixtures/compared-plan.ts';
import type { PageOptions } from './browser.ts';
import { expectUsable } from './looks.ts';
import { card, said, sidebars } from './sidebar.ts';

const openSidebar = sidebars();

async function open(plan: ReturnType<typeof comparedPlan>, form: string, options: PageOptions = {}) {
  const sidebar = await openSidebar(plan, 'showForms', { now: '2024-12-15T12:00:00+03:00', ...options });
  await card(sidebar.page, form).click();
  return sidebar;
}

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const year = '2024/25';

/** Where the only filled entry cell of an element stands. */
function cellOf(book: Book, element: string): { tab: string; cell: string } {
  for (const tab of book.tabs.filter(({ hidden }) => !hidden)) {
    const key = [...tab.cells].find(([, { value }]) => value === element)?.[0];
    if (key === undefined) continue;
    const { row } = placeOf(key);
    for (let column = 5; column < 9; column++) {
      const cell = addressOf(row, column);
      if (tab.cells.get(cell)?.value !== undefined) return { tab: tab.name, cell };
    }
  }
  throw new Error(`nothing entered for ${element}`);
}

describe('a form is held against the rest of the workbook while it is filled in', () => {
  it('names both values and both places, leads to the other cell, and looks again after a save', async () => {
    const typed = { [`pupils.ooo ${year}`]: 40, [`report.share ${year}`]: 90 };
    const { page, book, realm } = await open(comparedPlan(typed), 'Итоговая аттестация');
    await field(page, 'Выпускников 9 классов').fill('50');
    const message = page.locator('.message.error');
    await message.getByText('Сравнивались 50 и 40').waitFor();
    const { tab, cell } = cellOf(book, 'pupils.ooo');
    expect(await message.locator('li').allTextContents()).toEqual([
      'Выпускников 9 классов — 50в этой форме',
      expect.stringContaining(
        `Обучающихся 5–9 классов — 40форма «Контингент обучающихся», лист «${tab}», ячейка ${cell}`,
      ),
    ]);
    await expect
      .poll(() => said(page))
      .toContain(
        `Обучающихся 5–9 классов — 40, форма «Контингент обучающихся», лист «${tab}», ячейка ${cell}`,
      );
    await expectUsable(page, 'addon-form-compared');

    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Показать ячейку');
    await page.keyboard.press('Enter');
    await expect.poll(() => said(page)).toContain(`Показана ячейка ${cell} листа «${tab}».`);
    expect([book.active.tab.name, book.active.cell]).toEqual([tab, cell]);
    // looking elsewhere takes the person nowhere in the page
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Показать ячейку');

    await field(page, 'Выпускников 9 классов').fill('30');
    await message.waitFor({ state: 'detached' });
    // through an indicator: 20 of 30 are not 90 %
    await field(page, 'Из них сдали ОГЭ').fill('20');
    const warning = page.locator('.message.warning');
    await warning.getByText('Доля сдавших в отчёте не равна рассчитанной.').waitFor();
    expect(await warning.locator('li').allTextContents()).toEqual([
      expect.stringMatching(
        /^Доля сдавших ОГЭ — 90форма «Отчёт об итогах года», лист «.*», ячейка [A-Z]+\d+/,
      ),
      'Из них сдали ОГЭ — 20в этой форме',
      'Выпускников 9 классов — 30в этой форме',
    ]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Замечания: 1').waitFor();
    await expectUsable(page);

    // a colleague mends the other form meanwhile and spoils a third one
    const report = cellOf(book, 'report.share');
    book.type(report.tab, report.cell, 66.666666667);
    book.type(tab, cell, 10);
    realm.calls.clear();
    await page.locator('#save').click();
    await page.getByRole('heading', { name: 'Сохранено' }).waitFor();
    await page.getByRole('button', { name: 'Вернуться к форме' }).click();
    await message.getByText('Сравнивались 30 и 10').waitFor();
    expect(await page.locator('.message.warning').count()).toBe(0);
    // two for the save, one for each other form, one for percents
    expect([realm.calls.count('read'), realm.calls.count('write')]).toEqual([5, 1]);
  });

  it('opens by two reads and asks for the other forms once, when the form is shown', async () => {
    const calls: string[] = [];
    const { page, realm } = await open(
      comparedPlan({ [`pupils.ooo ${year}`]: 40, [`oge.graduates ${year}`]: 41 }),
      'Итоговая аттестация',
      { beforeCall: (name) => void calls.push(name) },
    );
    await page.getByText('Сравнивались 41 и 40').waitFor();
    expect(calls).toEqual(['formBook', 'formTab', 'relatedCells']);
    // the list, the form, the other forms and percents
    expect(realm.calls.count('read')).toBe(2 + 2 + 3);
  });

  it('says when the others could not be read, and tries again', async () => {
    let isDown = true;
    const { page } = await open(
      comparedPlan({ [`pupils.ooo ${year}`]: 40, [`oge.graduates ${year}`]: 41 }),
      'Итоговая аттестация',
      {
        beforeCall: (name) => {
          if (name === 'relatedCells' && isDown) throw new Error('NetworkError');
        },
      },
    );
    await page.getByText('С другими формами не сверено').first().waitFor();
    await expectUsable(page);
    // what concerns the form alone is checked all the same
    await field(page, 'Из них сдали ОГЭ').fill('х5');
    await page.locator('.message.error').waitFor();
    isDown = false;
    await page.getByRole('button', { name: 'Сверить' }).click();
    await page.getByText('Сравнивались 41 и 40').waitFor();
    expect(await page.getByText('С другими формами не сверено').count()).toBe(0);
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H1');
  });

  it('looks at last year and at other periods of the form, which no further call is needed for', async () => {
    const { page } = await open(comparedPlan({}, { 'pupils.ooo 2023/24': 30 }), 'Контингент обучающихся');
    await field(page, 'Обучающихся 5–9 классов').fill('61');
    const message = page.locator('.message.warning');
    await message.getByText('Было 30').waitFor();
    expect(await message.locator('li').allTextContents()).toEqual([
      'Обучающихся 5–9 классов — 61в этой форме',
      'Обучающихся 5–9 классов — 30в этой форме, 2023/24 учебный год',
    ]);
    await field(page, 'Обучающихся 5–9 классов').fill('60');
    await message.waitFor({ state: 'detached' });

    const calls: string[] = [];
    const quarters = await open(
      comparedPlan({ [`survey.asked ${year}:q1`]: 9, [`survey.happy ${year}:q1`]: 3 }),
      'Опрос родителей',
      { beforeCall: (name) => void calls.push(name) },
    );
    await quarters.page.getByRole('button', { name: 'II четверть', exact: false }).nth(0).click();
    await field(quarters.page, 'Опрошено родителей').fill('8');
    const fall = quarters.page.locator('.message.warning');
    await fall.getByText('Было 9').waitFor();
    const { tab, cell } = cellOf(quarters.book, 'survey.asked');
    await fall.getByRole('button', { name: /Показать ячейку: Опрошено родителей — 9/ }).click();
    await expect.poll(() => said(quarters.page)).toContain(`Показана ячейка ${cell} листа «${tab}».`);
    expect(calls).toEqual(['formBook', 'formTab', 'goTo']);
  });

  it('serves the forms of a district', async () => {
    const { page } = await open(
      comparedPlan({ [`d.children ${year}`]: 70 }, {}, 'district'),
      'Одарённые дети района',
    );
    await field(page, 'Одарённых детей').fill('71');
    await page.getByText('Сравнивались 71 и 70').waitFor();
    expect(await page.locator('.message li').last().textContent()).toContain(
      'форма «Дополнительное образование района»',
    );
  });
});
