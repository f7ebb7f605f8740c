import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../etl/catalog/load.ts';
import { readSource } from '../../etl/source/read-source.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import { blankPlan } from '../../shared/template/blank-plan.ts';
import { rosterPlan } from '../../shared/template/roster-plan.ts';
import { fixtureCatalog, fixtureRegister } from '../shared/template/catalog-fixture.ts';
import { convert } from './render.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'msoko-roster-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('rows of organisations saved by LibreOffice', () => {
  it('give what was typed, and blocked cells nothing', async () => {
    const bytes = await writeWorkbook(
      rosterPlan({
        catalog: fixtureCatalog,
        register: fixtureRegister,
        district: fixtureRegister.districts[0]!,
        schoolYear: '2024/25',
        workspace: 'gor',
        catalogVersion: '1',
        previous: () => 55,
        fill: (unit, element, period) =>
          unit === 's2' ? undefined : [element.length, 'н/д', 'не ведём'][period.length % 3],
        submission: { submitted: 'да', submittedOn: '2025-06-01', submittedByPost: 'методист' },
      }),
    );
    const made = join(folder, 'район.xlsx');
    writeFileSync(made, bytes);
    const saved = readFileSync(await convert(made, 'xlsx', join(folder, 'saved')));
    const read = (from: Uint8Array) => {
      const { observations, issues, status, submittedByPost } = readSource('a.xlsx', from, {
        catalog: fixtureCatalog,
      });
      return { observations, issues, status, submittedByPost };
    };
    const before = read(bytes);
    expect(before).toMatchObject({ status: 'submitted', submittedByPost: 'методист' });
    expect(new Set(before.observations.map(({ unit }) => unit))).toEqual(new Set(['s1', 'k1']));
    expect(read(saved)).toEqual(before);
  });
});

describe('blank forms of the whole catalogue on paper', () => {
  it('have no page that is nearly empty and no text that is cut', async () => {
    const catalog = await loadCatalog({});
    const plan = blankPlan({ catalog, schoolYear: '2024/25' });
    const made = join(folder, 'бланки.xlsx');
    writeFileSync(made, await writeWorkbook(plan));
    const pdf = await convert(made, 'pdf', join(folder, 'pdf'));
    const xml = execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e9 });
    const pages = xml.split('<page ').slice(1);
    expect(pages.length).toBeGreaterThanOrEqual(plan.sheets.length);
    const emptiest = Math.min(...pages.map(filledPart));
    expect(emptiest).toBeGreaterThan(0.3);
    const printed = new Set([...xml.matchAll(/>([^<]+)<\/word>/g)].map((match) => match[1]));
    const words = plan.sheets.flatMap(({ rows }) =>
      rows
        .filter((row) => !row.hidden)
        .flatMap(({ cells }) =>
          cells.flatMap(({ value, detail }) =>
            [value, detail].flatMap((text) => (typeof text === 'string' ? text.split(/\s+/) : [])),
          ),
        ),
    );
    const missing = [...new Set(words)].filter(
      (word) => word !== '' && !printed.has(escaped(word)) && !word.includes('-'),
    );
    expect(missing).toEqual([]);
  });
});

const escaped = (word: string): string =>
  word.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** How far down the page its lowest line above the footer stands. */
function filledPart(page: string): number {
  const height = Number(/height="([\d.]+)"/.exec(page)![1]);
  const ends = [...page.matchAll(/<line [^>]*yMax="([\d.]+)"/g)].map((match) => Number(match[1]));
  return Math.max(...ends.filter((y) => y < height - 45)) / height;
}
