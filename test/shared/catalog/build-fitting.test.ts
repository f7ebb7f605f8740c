import { describe, expect, it } from 'vitest';
import { buildFitting } from '../../../shared/catalog/build-fitting.ts';
import type { CatalogTable } from '../../../shared/catalog/table.ts';

function table(file: string, origin: CatalogTable['origin'], csv: string): CatalogTable {
  const [header = [], ...rows] = csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return {
    file,
    origin,
    header,
    rows: rows.map((cells, i) => ({
      line: i + 2,
      columns: Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])),
    })),
  };
}

const builtin = [
  table('templates/forms.csv', 'builtin', 'code,frequency\nfa,school_year\nfb,school_year'),
  table(
    'templates/data-elements/x.csv',
    'builtin',
    'code,form,type\na,fa,integer\nb,fb,integer\nc,fb,integer',
  ),
  table(
    'templates/indicators/x.csv',
    'builtin',
    'code,kind,numerator,denominator\nab,share,a,b\nbc,share,b,c\nover,count,ab + bc,\nca,count,c,',
  ),
  table('templates/rules/checks.csv', 'builtin', 'code,check,left,op,right\nk,check.part_over_whole,a,<=,b'),
];

const codes = (tables: readonly CatalogTable[]) => {
  const { catalog, faults, leftOut } = buildFitting(tables);
  return {
    indicators: catalog.indicators.map((i) => i.code),
    checks: catalog.checks.map((c) => c.code),
    faults: faults.map((f) => `${f.file}:${f.line} ${f.code}`),
    leftOut: [...new Set(leftOut.map((f) => `${f.file}:${f.line}`))],
  };
};

describe('buildFitting', () => {
  it('takes tables that have only the columns they need', () => {
    expect(codes(builtin)).toEqual({
      indicators: ['ab', 'bc', 'ca', 'over'],
      checks: ['k'],
      faults: [],
      leftOut: [],
    });
  });

  it('leaves out built-in rows that no longer fit a replaced form, and what leans on them', () => {
    const own = table('catalog/forms.csv', 'workspace', 'code,frequency\nfb,month');
    const { indicators, faults, leftOut } = codes([...builtin, own]);
    expect(faults).toEqual([]);
    expect(indicators).toEqual(['bc', 'ca']);
    expect(leftOut).toContain('templates/indicators/x.csv:2');
    expect(leftOut).toContain('templates/indicators/x.csv:4');
  });

  it('leaves out what names a disabled row', () => {
    const own = table('catalog/elements.csv', 'workspace', 'code,form,type,disabled\nc,fb,integer,1');
    expect(codes([...builtin, own])).toMatchObject({ indicators: ['ab'], checks: ['k'], faults: [] });
  });

  it('keeps a row that only lost its printed parent', () => {
    const parents = table(
      'templates/indicators/p.csv',
      'builtin',
      'code,parent,kind,numerator\nwhole,,count,b\nchild,whole,count,a',
    );
    const own = table('catalog/elements.csv', 'workspace', 'code,form,type,disabled\nb,fb,integer,1');
    expect(codes([...builtin, parents, own]).indicators).toEqual(['ca', 'child']);
  });

  it('reports faults of the workspace itself', () => {
    const own = table('catalog/i.csv', 'workspace', 'code,kind,numerator\nmine,count,nothing');
    expect(codes([...builtin, own])).toMatchObject({
      faults: [expect.stringMatching(/^catalog\/i\.csv:2 /)],
      leftOut: [],
    });
  });

  it('reports a built-in catalogue that is unsound by itself', () => {
    const broken = table('templates/indicators/y.csv', 'builtin', 'code,kind,numerator\nz,count,nothing');
    const own = table('catalog/forms.csv', 'workspace', 'code,frequency\nmine,month');
    expect(codes([...builtin, broken, own]).faults).toEqual([
      expect.stringMatching(/^templates\/indicators\/y\.csv:2 /),
    ]);
  });
});
