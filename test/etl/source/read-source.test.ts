import { describe, expect, it } from 'vitest';
import { readSource } from '../../../etl/source/read-source.ts';
import type { SourceContent } from '../../../etl/store/store.ts';
import { writeWorkbook } from '../../../etl/xlsx/write.ts';
import type { Fill } from '../../../shared/template/fill.ts';
import { templatePlan } from '../../../shared/template/template-plan.ts';
import { handMadeXlsx } from '../../fixtures/hand-made-xlsx.ts';
import { fixtureCatalog, fixtureRegister, school } from '../../shared/template/catalog-fixture.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const context = { catalog: fixtureCatalog, workspaces: ['RU-00/gor'] };
const codes = (content: SourceContent): string[] => content.issues.map((issue) => issue.code);

const handedOut = (fill: Fill): Promise<Uint8Array> =>
  writeWorkbook(
    templatePlan({
      catalog: fixtureCatalog,
      register: fixtureRegister,
      unit: { level: 'organisation', organisation: school },
      schoolYear: '2024/25',
      workspace: 'RU-00/gor',
      catalogVersion: 'v1',
      fill,
    }),
    { day: '2024-10-01' },
  );

describe('a workbook of our own template', () => {
  it('gives back what was typed into it', async () => {
    const typed: Readonly<Record<string, number | string | boolean>> = {
      'q.pupils.noo 2024/25:start': 120,
      'q.basic.noo 2024/25:start': 'н/д',
      'q.score 2024/25:end': 55.25,
      'ol.held 2024/25:q1': 'да',
      'ol.held 2024/25:q2': 'нет',
      'ol.people 2024/25:q1': '12,5',
      'gia.date 2024/25': '2025-05-20',
      'gia.order 2024/25': 'приказ № 19 от 25.01.2025',
      'vpr.n.ru.g4 2024/25': 'x',
      'vpr.ok.ma.g6 2024/25': 0,
    };
    const value: Fill['value'] = (element, period) => typed[`${element} ${period}`];
    const bytes = await handedOut({
      value,
      submitted: 'да',
      submittedOn: '2024-10-05',
      submittedByPost: 'завуч',
    });
    const content = readSource('s1.xlsx', bytes, context);

    expect(content).toMatchObject({
      kind: 'workbook',
      unit: 's1',
      status: 'submitted',
      submittedOn: '2024-10-05',
      submittedByPost: 'завуч',
      schoolYear: '2024/25',
    });
    expect(content.documentModified).toMatch(/^2024-10-01T/);
    const given = content.observations.filter((o) => o.status !== 'not_reported');
    const found = given.map((o) => [`${o.element} ${o.period}`, o.value ?? o.status]);
    expect(Object.fromEntries(found)).toEqual({
      'q.pupils.noo 2024/25:start': 120,
      'q.basic.noo 2024/25:start': 'no_data',
      'q.score 2024/25:end': 55.25,
      'ol.held 2024/25:q1': 1,
      'ol.held 2024/25:q2': 0,
      'ol.people 2024/25:q1': 'rejected',
      'gia.date 2024/25': '2025-05-20',
      'gia.order 2024/25': 'приказ № 19 от 25.01.2025',
      'vpr.n.ru.g4 2024/25': 'not_applicable',
      'vpr.ok.ma.g6 2024/25': 0,
    });
    expect(codes(content)).toEqual(['cell.not_integer']);
    // 3 stages × (3 × 3 bands + 2), 6 of ГИА, 4 quarters × 4, 2 × 2 subjects × 3 grades
    expect(content.observations).toHaveLength(33 + 6 + 16 + 12);
  });

  it('counts nothing of another workspace', async () => {
    const bytes = await handedOut({ value: () => 1 });
    const content = readSource('s1.xlsx', bytes, { ...context, workspaces: ['RU-00/other'] });
    expect(codes(content)).toEqual(['workbook.foreign']);
    expect(content.observations).toEqual([]);
    expect(content.status).toBeUndefined();
  });
});

describe('any file', () => {
  it.each([
    ['a.xlsx', utf8('text'), 'file.not_zip'],
    ['a.xlsx', handMadeXlsx('<broken'), 'file.broken_xml'],
    ['a.csv', handMadeXlsx('<broken'), 'file.broken_xml'],
    ['a.xls', utf8('<html></html>'), 'file.xls'],
    ['a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'file.xls'],
    ['отчёт.docx', utf8('text'), 'file.unknown_kind'],
    ['readme', utf8('text'), 'file.unknown_kind'],
    ['a.csv', utf8('a,b\n'), 'file.unknown_kind'],
    ['a.csv', new Uint8Array(25 * 1024 * 1024 + 1), 'file.too_large'],
  ])('%s that cannot be read gives one issue', (path, bytes, code) => {
    const content = readSource(path, bytes, context);
    expect(content.kind).toBe('unreadable');
    expect(codes(content)).toEqual([code]);
    expect(content.issues[0]?.place).toEqual({ file: path });
  });

  it.each(['данные.csv', 'данные.CSV', 'данные.txt', 'данные.tsv'])('%s is read as CSV', (path) => {
    const content = readSource(
      path,
      utf8('organisation;period;element;value\ns1;2024/25;gia.order;№ 1\n'),
      context,
    );
    expect(content.kind).toBe('observations');
    expect(content.observations.map((o) => o.value)).toEqual(['№ 1']);
  });

  it('without _meta is a workbook of nobody', () => {
    const content = readSource('a.xlsx', handMadeXlsx('<sheetData/>'), context);
    expect(content.kind).toBe('workbook');
    expect(codes(content)).toEqual(['workbook.no_meta']);
  });
});
