import { describe, expect, it } from 'vitest';
import type { FormBook, OpenedTab } from '../../appsscript/calls/form.ts';
import { loadCatalog } from '../../etl/catalog/load.ts';
import { readDefinitions } from '../../shared/definitions/read-definitions.ts';
import { toCatalog } from '../../shared/definitions/to-catalog.ts';
import { organisationsOf } from '../../shared/form-view/organisations.ts';
import { rosterPlan } from '../../shared/template/roster-plan.ts';
import { addressOf, type Tab } from '../appsscript/fakes/book.ts';
import { bookOfPlan } from '../appsscript/fakes/book-of-plan.ts';
import { openRealm } from '../appsscript/realm.ts';
import { manyOrganisations } from '../fixtures/roster-book.ts';
import { district } from '../shared/template/catalog-fixture.ts';

const contentOf = (tab: Tab): Map<string, unknown> =>
  new Map([...tab.cells].flatMap(([at, { value }]) => (value === undefined ? [] : [[at, value] as const])));

describe('a roster of 60 organisations with last year’s values, every form of the built-in catalogue', () => {
  it('opens by two reads, saves an organisation by two and one write, and changes nothing else', async () => {
    const catalog = await loadCatalog({});
    const plan = rosterPlan({
      catalog,
      register: { organisations: manyOrganisations(60), districts: [district] },
      district,
      schoolYear: '2024/25',
      workspace: 'gor',
      catalogVersion: '1',
      previous: () => 55,
    });
    const book = bookOfPlan(plan);
    // as the accounts of the district, who may change locked cells
    book.person = book.owner;
    const realm = await openRealm(book);
    const start = realm.call('formBook') as FormBook;
    const definitions = readDefinitions(start.definitions!);
    const own = toCatalog(definitions);
    const counts = () => [realm.calls.count('read'), realm.calls.count('write')];
    expect(counts()).toEqual([2, 0]);
    expect(own.forms.size).toBeGreaterThan(25);
    for (const form of own.forms.keys()) {
      realm.calls.clear();
      const { tab: id, sheet } = realm.call('formTab', start.tabs[`roster/${form}`]!) as OpenedTab;
      expect([form, ...counts()]).toEqual([form, 2, 0]);
      const organisations = organisationsOf(sheet, own, definitions, form);
      const all = organisations.flatMap(({ fields }) => fields);
      expect([form, all.length, start.filled[form]]).toEqual([form, start.cells[form], 0]);
      // one without grades 10–11 where there is one: grey cells stand in its row
      const fields = organisations[Math.min(1, organisations.length - 1)]!.fields;
      const period = fields[0]!.period;
      const asked = fields.filter(
        (field) => field.period === period && field.element.type !== 'text' && field.element.type !== 'date',
      );
      const tab = book.tabs.find((one) => one.id === id)!;
      const before = contentOf(tab);
      realm.calls.clear();
      const changes = asked.map(({ rowKey: row, columnKey: column, scalar: seen, element }, i) => ({
        row,
        column,
        seen,
        value:
          element.type === 'yes_no'
            ? { type: 'text', value: i % 2 === 0 ? 'да' : 'нет' }
            : { type: 'number', value: (i % 5) + 1 },
      }));
      expect(realm.call('saveCells', { id: form, tab: id, kind: 'keys', changes })).toEqual({
        status: 'done',
        results: changes.map(() => 'saved'),
      });
      expect([form, ...counts()]).toEqual([form, 2, 1]);
      const after = contentOf(tab);
      const changed = [...after].filter(([at, value]) => before.get(at) !== value).map(([at]) => at);
      expect(changed.sort()).toEqual(asked.map(({ row, column }) => addressOf(row, column)).sort());
      expect([...before.keys()].every((at) => after.has(at))).toBe(true);
    }
  });
});
