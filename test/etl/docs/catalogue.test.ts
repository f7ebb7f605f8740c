import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import { cataloguePage } from '../../../etl/docs/catalogue-doc.ts';
import { cataloguePageTexts as texts } from '../../../shared/texts/catalogue-page.ts';

const catalog = await loadCatalog({});
const page = cataloguePage(catalog);
const lines = page.split('\n');
const part = (from: string, to: string): string[] => {
  const start = lines.indexOf(from);
  const end = lines.findIndex((line, at) => at > start && line === to);
  expect(start).toBeGreaterThan(0);
  expect(end).toBeGreaterThan(start);
  return lines.slice(start, end);
};
const cells = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((c) => c.trim());
const tableRows = (of: readonly string[]): string[][] =>
  of.filter((line) => /^\| (?!---)/.test(line)).map(cells);

const sections = part(`## ${texts.indicators}`, '<a id="notes"></a>');
const notes = part(`## ${texts.notes}`, '<a id="forms"></a>');

describe('the page of the catalogue', () => {
  it('has every indicator once, in printed order, with its source line and basis', () => {
    const rows = tableRows(sections).filter((row) => row[0] !== texts.indicatorHead[0]);
    const named = catalog.indicators.filter((i) => i.sourceLine !== '');
    const roots = named.filter((i) => i.kind === 'group' && i.parent === '' && i.activity !== '');
    expect(rows.length).toBe(named.length - roots.length);
    const sourceLines = rows.map((row) => Number(/^\d+/.exec(row[4] ?? '')?.[0]));
    expect(sourceLines).toEqual([...sourceLines].sort((a, b) => a - b));
    for (const row of rows) {
      expect(row.length, row.join()).toBe(5);
      const isHeading = row[1]?.startsWith('**');
      if (isHeading) continue;
      expect(row[4]).toMatch(/^\d+, (названо|следует)/);
      expect([row[2], row[3]], row[1]).not.toContain('');
    }
  });

  it('has sections in the printed order under the printed headings', () => {
    const headings = sections.filter((line) => line.startsWith('### ')).map((line) => line.slice(4));
    expect(headings.map((h) => h.split(' ')[0])).toEqual([
      'Вводная',
      ...['1.1.', '1.6.', '1.7.', '1.12.', '1.15.', '1.16.', '1.22.', '1.25.', '1.27.'],
      ...['2.1.', '2.2.', '3.1.', '4.1.', '5.1.', '6.1.', '7.2.', '8.1.', '8.5.'],
    ]);
    for (const heading of headings) expect(page).toContain(`- [${heading}](#s-`);
  });

  it('lists every note once, by source line', () => {
    const rows = tableRows(notes).slice(1);
    const texts = rows.map((row) => row[2]);
    const expected = catalog.indicators.filter((i) => i.note !== '' && i.sourceLine !== '');
    expect(new Set(texts).size).toBe(rows.length);
    expect([...texts].sort()).toEqual([...new Set(expected.map((i) => i.note))].sort());
    const first = rows.map((row) =>
      Number(/(?:<\/a>)?(\d+)/.exec(row[0]!.replace(/<a id="[^"]*">/, ''))?.[1]),
    );
    expect(first).toEqual([...first].sort((a, b) => a - b));
  });

  it('has no dead link, no empty source and no name of code among the words', () => {
    const anchors = new Set([...page.matchAll(/<a id="([^"]+)">/g)].map((m) => m[1]));
    for (const [, target] of page.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(target);
    expect(page).not.toMatch(/undefined|строка источника\s*$/m);
    for (const row of tableRows(sections)) expect(`${row[2]} ${row[3]}`).not.toMatch(/«[a-z_]+[.»]/);
    for (const i of catalog.indicators) for (const dim of i.dims) expect(texts.dims).toHaveProperty(dim);
  });

  it('says the burden of each kind of organisation as it was counted by hand', () => {
    // programmes 9, care 8, groups 7, space 13, family 9, meals 6 in each of 4 quarters, staff 10, development 10 and
    // 4 kinds of deficits twice, conditions 4, courses 2, children in extracurricular education 2
    const kindergarten = 9 + 8 + 7 + 13 + 9 + 6 * 4 + 10 + (10 + 4 * 2) + 4 + 2 + 2;
    expect(page).toContain(`| ${texts.burdenUnits.preschool} | 11 | 14 | ${kindergarten} |`);
  });
});
