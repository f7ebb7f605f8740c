import { describe, expect, it } from 'vitest';
import type { FormBook, RelatedAsk, RelatedTab } from '../../../appsscript/calls/form.ts';
import { readDefinitions } from '../../../shared/definitions/read-definitions.ts';
import { toCatalog } from '../../../shared/definitions/to-catalog.ts';
import { formRules } from '../../../shared/form-view/form-rules.ts';
import { comparedPlan } from '../../fixtures/compared-plan.ts';
import { type Book, placeOf } from '../fakes/book.ts';
import { bookOfPlan } from '../fakes/book-of-plan.ts';
import { openRealm, type Realm } from '../realm.ts';

const year = '2024/25';

async function opened(typed: Parameters<typeof comparedPlan>[0], change: (book: Book) => void = () => {}) {
  const book = bookOfPlan(comparedPlan(typed));
  change(book);
  const realm = await openRealm(book);
  const start = realm.call('formBook') as FormBook;
  const catalog = toCatalog(readDefinitions(start.definitions!));
  realm.calls.clear();
  return { book, realm, start, catalog };
}

const asked = (realm: Realm, ask: RelatedAsk) => realm.call('relatedCells', ask) as RelatedTab[];

describe('what the forms page opens with', () => {
  it('holds the indicators that checks lean on, no others, and the year before', async () => {
    const { start, catalog, realm } = await opened({});
    expect(catalog.indicators.map(({ code }) => code)).toEqual(['i.passed']);
    expect(catalog.checks.map(({ code }) => code)).toContain('stated');
    expect(start.definitions!.filter(([kind]) => kind === 'unit')).toHaveLength(1);
    expect(realm.calls.count('read')).toBe(0);
    const gia = formRules(catalog, 'gia');
    expect(gia.others.map(({ code }) => code)).toEqual(['pupils.ooo', 'report.share']);
    expect(formRules(catalog, 'report').others.map(({ code }) => code)).toEqual([
      'oge.passed',
      'oge.graduates',
    ]);
  });
});

describe('cells of other forms', () => {
  it('cost one read for each tab, one more where percents matter, and say where they stand', async () => {
    const { realm, start, book } = await opened({
      [`pupils.ooo ${year}`]: 40,
      [`report.share ${year}`]: 85.5,
      [`oge.passed ${year}`]: 9,
    });
    const [pupils, report] = ['pupils', 'report'].map((form) => start.tabs[`form/${form}`]!);
    const found = asked(realm, {
      tabs: [
        { tab: pupils!, formats: false },
        { tab: report!, formats: true },
      ],
      elements: ['pupils.ooo', 'report.share'],
    });
    expect([realm.calls.count('read'), realm.calls.count('write')]).toEqual([3, 0]);
    expect(found.map(({ tab, cells }) => [tab, cells.map(({ rowKey, scalar }) => [rowKey, scalar])])).toEqual(
      [
        [pupils, [['pupils.ooo', { type: 'number', value: 40 }]]],
        [report, [['report.share', { type: 'number', value: 85.5 }]]],
      ],
    );
    const { name } = book.tabs.find(({ id }) => id === pupils)!;
    const [at] = [...book.tab(name).cells].find(([, { value }]) => value === 40)!;
    expect(found[0]).toMatchObject({ name, cells: [placeOf(at)] });
  });

  it('are read as percents where the cell shows percents', async () => {
    const { realm, start, book } = await opened({ [`report.share ${year}`]: 0.855 });
    const tab = start.tabs['form/report']!;
    const cells = book.tabs.find(({ id }) => id === tab)!.cells;
    for (const [at, cell] of cells) if (cell.value === 0.855) cells.set(at, { ...cell, format: '0.0%' });
    const [found] = asked(realm, { tabs: [{ tab, formats: true }], elements: ['report.share'] });
    expect(found?.cells[0]?.scalar).toEqual({ type: 'number', value: 0.855, percent: true });
  });

  it('are looked for in all tabs where marks are lost; a tab that is gone is left out', async () => {
    const { realm, book } = await opened({ [`pupils.ooo ${year}`]: 40, [`survey.asked ${year}:q1`]: 5 });
    const lost = asked(realm, {
      tabs: [{ tab: 99, formats: true }],
      elements: ['pupils.ooo'],
      others: { formats: false },
    });
    expect(lost.map(({ cells }) => cells.map(({ rowKey }) => rowKey))).toEqual([['pupils.ooo']]);
    expect(realm.calls.count('read')).toBe(book.tabs.filter(({ hidden }) => !hidden).length);
    expect(asked(realm, { tabs: [{ tab: 99, formats: false }], elements: ['pupils.ooo'] })).toEqual([]);
  });

  it('are found under an old name of the element, of a district too', async () => {
    const { realm, start, book } = await opened({ [`oge.passed ${year}`]: 9 }, (one) => {
      for (const { cells } of one.tabs.filter(({ hidden }) => !hidden))
        for (const [at, cell] of cells)
          if (cell.value === 'oge.passed') cells.set(at, { ...cell, value: 'oge.success' });
    });
    expect(book.tabs.length).toBeGreaterThan(3);
    const ask = { tabs: [{ tab: start.tabs['form/gia']!, formats: false }] };
    expect(asked(realm, { ...ask, elements: ['oge.passed', 'oge.success'] })[0]?.cells).toHaveLength(1);

    const district = await openRealm(
      bookOfPlan(comparedPlan({ [`d.children ${year}`]: 70 }, {}, 'district')),
    );
    const { tabs, definitions } = district.call('formBook') as FormBook;
    const rules = formRules(toCatalog(readDefinitions(definitions!)), 'talents');
    expect(rules.others.map(({ code }) => code)).toEqual(['d.children']);
    const [found] = asked(district, {
      tabs: [{ tab: tabs['form/extra']!, formats: false }],
      elements: ['d.children'],
    });
    expect(found?.cells).toMatchObject([{ scalar: { type: 'number', value: 70 } }]);
  });
});
