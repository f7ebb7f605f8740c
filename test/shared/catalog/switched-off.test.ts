import { describe, expect, it } from 'vitest';
import { buildFitting } from '../../../shared/catalog/build-fitting.ts';
import { switchedOff } from '../../../shared/catalog/switched-off.ts';
import type { CatalogTable } from '../../../shared/catalog/table.ts';
import { forgiveSwitchedOff } from '../../../shared/parse/switched-off.ts';

function table(file: string, csv: string): CatalogTable {
  const [header = [], ...rows] = csv.split('\n').map((line) => line.split(','));
  return {
    file,
    origin: file.startsWith('templates/') ? 'builtin' : 'workspace',
    header,
    rows: rows.map((cells, i) => ({
      line: i + 2,
      columns: Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])),
    })),
  };
}

const builtin = [
  table('templates/forms.csv', 'code,title,frequency\nfa,Форма А,school_year\nfb,Форма Б,school_year'),
  table(
    'templates/elements.csv',
    'code,name,form,type,aliases\na,Все,fa,integer,\nb,Часть,fb,integer,old_b\nc,Ещё,fb,integer,',
  ),
  table(
    'templates/indicators.csv',
    'code,name,kind,numerator,denominator,valid_from,valid_to\nba,Доля,share,b,a,,\nn,Число,count,a,,,2023/24\nn,Число,count,a,,2024/25,',
  ),
  table('templates/checks.csv', 'code,check,left,op,right,message\nk,check.part_over_whole,b,<=,a,Больше.'),
];

/** Codes of what is left, and what the workspace is told. */
function result(...own: CatalogTable[]) {
  const tables = [...builtin, ...own];
  const { catalog, faults, leftOut } = buildFitting(tables);
  const told = switchedOff(tables, leftOut);
  const names = (rows: typeof told.off) =>
    rows.map((r) => `${r.kind} ${r.code} «${r.name}» ${r.origin.file}:${r.origin.line}`);
  return {
    left: [
      ...catalog.forms.keys(),
      ...catalog.elements.keys(),
      ...catalog.indicators.map((i) => i.code),
      ...catalog.checks.map((c) => c.code),
    ].join(' '),
    faults: faults.map((f) => f.code),
    off: names(told.off),
    leftOut: told.leftOut.map((r) => `${r.kind} ${r.code}`),
    unknown: told.unknown.map((r) => `${r.code} → ${r.near}`),
    retired: [...(catalog.retired?.keys() ?? [])],
  };
}

describe('switching off by a short list', () => {
  it('takes away a form and all that leans on it, and tells it in names', () => {
    expect(result(table('catalog/off.csv', 'form,disabled\nfb,1'))).toEqual({
      left: 'fa a n n',
      faults: [],
      off: ['forms fb «Форма Б» catalog/off.csv:2'],
      leftOut: ['elements b', 'elements c', 'indicators ba', 'checks k'],
      unknown: [],
      retired: ['b', 'old_b', 'c'],
    });
  });
  it('takes away an indicator in all its versions', () => {
    const { left, off, retired } = result(table('catalog/off.csv', 'indicator,disabled\nn,1'));
    expect(left).toBe('fa fb a b c ba k');
    expect(off).toEqual(['indicators n «Число» catalog/off.csv:2']);
    expect(retired).toEqual([]);
  });
  it.each([
    ['element', 'c', 'fa fb a b ba n n k'],
    ['check', 'k', 'fa fb a b c ba n n'],
  ])('takes away one %s', (kind, code, left) => {
    expect(result(table('catalog/off.csv', `${kind},disabled\n${code},1`)).left).toBe(left);
  });
  it('says what is not there and what was probably meant', () => {
    const { left, unknown, faults } = result(table('catalog/off.csv', 'form,disabled\nfbb,1'));
    expect(left).toBe('fa fb a b c ba n n k');
    expect(unknown).toEqual(['fbb → fb']);
    expect(faults).toEqual([]);
  });
  it('a whole row of the table does the same', () => {
    const { off, leftOut } = result(table('catalog/f.csv', 'code,frequency,disabled\nfb,,1'));
    expect(off).toEqual(['forms fb «Форма Б» catalog/f.csv:2']);
    expect(leftOut).toHaveLength(4);
  });
  it('a list without the mark is no list, and anything but 1 is a fault', () => {
    expect(result(table('catalog/off.csv', 'form\nfb')).faults).toEqual(['table.unknown']);
    expect(result(table('catalog/off.csv', 'form,disabled\nfb,да')).faults).toContain('value.flag');
  });
});

describe('files that still hold what was switched off', () => {
  const { catalog } = buildFitting([...builtin, table('catalog/off.csv', 'form,disabled\nfb,1')]);
  const place = { file: 's1.xlsx', tab: 'Б', cell: 'E5' };
  const unknown = (written: string, code: 'element.unknown' | 'key.unknown' = 'element.unknown') =>
    ({ code, place, organisation: 's1', params: { written } }) as const;

  it('get one word for all, under old names and with members too; strangers stay errors', () => {
    const stranger = unknown('d');
    expect(
      forgiveSwitchedOff(
        [unknown('b'), unknown('old_b'), unknown('c.ru.g4'), unknown('c', 'key.unknown'), stranger],
        catalog.retired,
      ),
    ).toEqual([
      stranger,
      { code: 'element.switched_off', place, organisation: 's1', params: { elements: 2, values: 3 } },
    ]);
  });
  it('say nothing where nothing is switched off', () => {
    const issues = [unknown('b')];
    expect(forgiveSwitchedOff(issues, undefined)).toBe(issues);
    expect(forgiveSwitchedOff([unknown('d')], catalog.retired)).toEqual([unknown('d')]);
  });
});
