import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../etl/catalog/load.ts';
import { readWorkbook } from '../../etl/xlsx/read.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { readEntryTabs } from '../../shared/parse/read-entry-tabs.ts';
import type { WorkbookData } from '../../shared/parse/workbook.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import { fixtureRegister, kindergarten, school } from '../shared/template/catalog-fixture.ts';

let catalog: Catalog;
beforeAll(async () => {
  // only what schools report: a kindergarten then owes nothing
  const all = await loadCatalog({});
  const forms = new Map([...all.forms].filter(([, form]) => form.orgTypes.join(' ') === 'school'));
  const elements = new Map([...all.elements].filter(([, element]) => forms.has(element.form)));
  catalog = { ...all, forms, elements, indicators: [], checks: [], records: new Map() };
});

async function handedOut(organisation: typeof school): Promise<WorkbookData> {
  const input = {
    catalog,
    register: fixtureRegister,
    schoolYear: '2024/25',
    workspace: 'gor',
    catalogVersion: '1',
  };
  const plan = templatePlan({ ...input, unit: { level: 'organisation', organisation } });
  const reading = readWorkbook(await writeWorkbook(plan));
  if (!reading.ok) throw new Error(reading.issue.code);
  return reading.workbook;
}

const codes = (workbook: WorkbookData): string[] =>
  readEntryTabs(workbook, catalog, { file: 'k.xlsx' }).issues.map(({ code }) => code);

const without = (workbook: WorkbookData, drop: (name: string) => boolean): WorkbookData => ({
  sheets: workbook.sheets.filter(({ name }) => !drop(name)),
});

describe('a workbook of a unit that owes nothing', () => {
  it('says so on its title page and asks for no answer', async () => {
    const [title] = (await handedOut(kindergarten)).sheets;
    const texts = title!.cells.map(({ scalar }) => (scalar.type === 'text' ? scalar.value : ''));
    expect(texts).toContain('В этой книге заполнять нечего');
    expect(texts).not.toContain('Сдаю');
  });

  it('is read without a complaint, and without values', async () => {
    const { meta, observations, issues } = readEntryTabs(await handedOut(kindergarten), catalog, {
      file: 'k.xlsx',
    });
    expect(meta).toMatchObject({ unit: kindergarten.code, status: '' });
    expect(observations).toEqual([]);
    expect(issues).toEqual([]);
  });

  it('is another thing than one that lost its tabs, or what says that they are none', async () => {
    const isOpen = (name: string) => !name.startsWith('_');
    expect(codes(without(await handedOut(school), isOpen))).toEqual(['key.missing']);
    expect(codes(without(await handedOut(kindergarten), (name) => name === '_forms'))).toEqual([
      'key.missing',
    ]);
  });
});
