import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import type { Activity, Criterion } from '../../../shared/catalog/types.ts';
import {
  bare,
  follow,
  type Piece,
  type PrintedRow,
  piecesOf,
  type Range,
  seedLines,
  seedsAreHere,
} from './seed-tables.ts';

const catalog = await loadCatalog({});
const activitiesOf = (roadmap: string) => catalog.activities.filter((a) => a.roadmap === roadmap);
const sourceOf = (roadmap: string) => seedLines(catalog.roadmaps.get(roadmap)!.source);

/** Lines of the indicators under 1.16, 2.1, 3.1, 4.1, 5.1, 6.1, 7.2, 8.1 of botlikh: rows of the other catalogue. */
const lists: readonly Range[] = [
  [168, 194],
  [283, 325],
  [353, 381],
  [402, 411],
  [433, 475],
  [508, 520],
  [555, 579],
  [612, 658],
];

/** Cells of a row in the order they are printed. */
const printed = (a: Activity, ...names: (keyof Activity & string)[]): PrintedRow => ({
  id: a.id,
  cells: names.map((name, column) => ({ text: String(a[name]), column })),
});

/** Headings of sections and rows of one plan, each in its order. */
function expectPlan(
  roadmap: string,
  pieces: readonly Piece[],
  headings: readonly string[],
  rows: readonly PrintedRow[],
  joined: readonly string[],
): void {
  const isHeading = new Set(headings.map(bare));
  const found = pieces.filter((piece) => isHeading.has(piece.text)).map((piece) => piece.text);
  expect(found, `${roadmap}: headings`).toEqual(headings.map(bare));
  const followed = follow(
    pieces.filter((piece) => !isHeading.has(piece.text)),
    rows,
  );
  expect(followed.problems).toEqual([]);
  expect(followed.joined).toEqual(joined);
}

const distinct = (values: readonly string[]) => [...new Set(values)];
const sections = (rows: readonly Activity[]) => distinct(rows.map((a) => a.section));
const isRule = (line: string) => /^[|\s-]*$/.test(line);

describe.skipIf(!seedsAreHere)(
  'the printed documents, piece by piece (skipped without ../shared/seeds, see MSOKO_REFERENCE)',
  () => {
    it('kurkino', () => {
      const rows = activitiesOf('kurkino');
      expectPlan(
        'kurkino',
        piecesOf(sourceOf('kurkino'), [35, 135], '\t', () => false),
        sections(rows),
        rows.map((a) => printed(a, 'no', 'title', 'deadline', 'executors')),
        ['2.3', '2.10', '4.6', '5.6', '6.2', '6.4', '8.3', '9.7', '10.7'], // cut by a page break
      );
    });

    it('bashmakovo', () => {
      const rows = activitiesOf('bashmakovo');
      expectPlan(
        'bashmakovo',
        piecesOf(sourceOf('bashmakovo'), [7, 141], '\t', (line) => line.startsWith('----')),
        sections(rows),
        rows.map((a) => printed(a, 'no', 'title', 'deadline', 'target', 'executors')),
        ['2.1', '3.3.1', '3.5.1', '3.5.3', '5.2', '6.5'], // cut by a page break
      );
    });

    it('rutul: eight roadmaps', () => {
      const rows = activitiesOf('rutul');
      const lines = sourceOf('rutul');
      const headings = [373, 420, 435, 447, 464, 500, 517, 559].map((at) =>
        bare(at === 447 ? lines[at]! : `${lines[at]}${lines[at + 1]}`).replaceAll('*', ''),
      );
      expect(sections(rows).map(bare)).toEqual(headings);
      const followed = follow(
        piecesOf(
          lines,
          [373, 583],
          '|',
          (line) => isRule(line) || !/^\|/.test(line) || /^\| № п\/п/.test(line),
        ),
        rows.map((a) => printed(a, 'no', 'title', 'deadline', 'target', 'executors')),
      );
      expect(followed.problems).toEqual([]);
      // cut by a page break
      expect(followed.joined).toEqual([
        '1.6',
        '1.22',
        '4.7',
        '5.6',
        '5.11.3',
        '6.9',
        '7.4.2',
        '7.5.1',
        '7.5.4',
        '8.6',
        '8.11',
      ]);
    });

    it('rutul: expected results by year', () => {
      const lines = sourceOf('rutul');
      const headings = [310, 322, 326, 334, 343, 351, 354, 363];
      const rows: PrintedRow[] = [];
      let last = '';
      for (const result of catalog.expectedResults.filter((r) => r.roadmap === 'rutul')) {
        const cell = { text: result.result, column: Number(result.year) - 2020 };
        const row = rows.at(-1);
        if (row && result.year > last) rows[rows.length - 1] = { ...row, cells: [...row.cells, cell] };
        else rows.push({ id: `${result.direction} ${rows.length + 1}`, cells: [cell] });
        last = result.year;
      }
      const printed = headings.map((at) => lines[at]!.split('|')[1]!.trim());
      const own = catalog.expectedResults.filter((r) => r.roadmap === 'rutul');
      expect([...new Set(own.map(({ section }) => section))]).toEqual(printed);
      const pieces = piecesOf(lines, [310, 371], '|', (line, at) => isRule(line) || headings.includes(at));
      expect(follow(pieces, rows).problems).toEqual([]);
    });

    it('botlikh: the plan, and its lists of indicators', () => {
      const rows = activitiesOf('botlikh');
      const own = catalog.indicators.filter((i) => i.roadmaps.includes('botlikh'));
      const isIndicator = (at: number) =>
        lists.some(([from, to]) => at >= from && at <= to) &&
        // line 303 is the second half of 302
        own.some((i) => Number(i.sourceLine) === (at === 303 ? 302 : at));
      const lines = sourceOf('botlikh');
      const broken: Range[] = [
        [72, 73],
        [348, 349],
      ];
      const pieces = piecesOf(lines, [74, 739], '', (_, at) => isIndicator(at) || (at > 347 && at < 350));
      const [first, ...others] = sections(rows);
      const joinedHeading = ([from, to]: Range) => bare(lines.slice(from, to + 1).join(''));
      expect(bare(first!)).toBe(joinedHeading(broken[0]!));
      expect(bare(others[4]!)).toBe(joinedHeading(broken[1]!));
      expectPlan(
        'botlikh',
        pieces,
        others.filter((_, at) => at !== 4),
        rows.map((a) => printed(a, 'no', 'title', 'deadline', 'executors', 'documents')),
        // cells of several lines
        ['1.14', '1.17', '1.18', '3.2', '7.1', '8.2', '8.3'],
      );
    });

    it('nazran: the plan', () => {
      const rows = activitiesOf('nazran').filter((a) => a.id.startsWith('plan.'));
      const pieces = piecesOf(sourceOf('nazran'), [25, 375], '', () => false).map((piece) => ({
        ...piece,
        text: piece.text.replace(/\|$/, ''),
      }));
      expectPlan(
        'nazran',
        pieces,
        sections(rows),
        rows.map((a) => printed(a, 'no', 'title', 'deadline', 'executors')),
        ['plan.2', 'plan.7', 'plan.15', 'plan.20', 'plan.21', 'plan.27', 'plan.28'], // cells of several lines
      );
    });

    /** The table, the line of its heading, its rows. */
    it.each<readonly [string, number, Range]>([
      ['quality', 376, [386, 535]],
      ['objectivity', 538, [548, 597]],
      ['leaders', 601, [610, 705]],
      ['low-results', 709, [719, 774]],
      ['career', 779, [790, 869]],
      ['qualification', 873, [883, 962]],
      ['methodical', 966, [976, 1051]],
      ['talents', 1055, [1064, 1217]],
    ])('nazran: activities by level and year, %s', (table, heading, range) => {
      const rows = activitiesOf('nazran').filter((a) => a.id.startsWith(`${table}.`));
      const lines = sourceOf('nazran');
      expect(sections(rows).map(bare)).toEqual([bare(lines[heading]!)]);
      // a year is printed over its rows, the number once for both levels, a dash where a level has nothing
      const cells: PrintedRow[] = [];
      let year = '';
      let no = '';
      for (const a of rows) {
        if (a.deadline !== year) cells.push({ id: a.deadline, cells: [{ text: a.deadline }] });
        if (a.no !== no) cells.push({ id: a.id, cells: [{ text: a.no }] });
        cells.push(printed(a, 'title'));
        year = a.deadline;
        no = a.no;
      }
      const pieces = piecesOf(lines, range, '', (line) => line.trim() === '-');
      expect(follow(pieces, cells).problems).toEqual([]);
    });

    it.each<readonly [string, Range]>([
      ['student-results', [1245, 1335]],
      ['objectivity', [1365, 1462]],
      ['leaders', [1496, 1651]],
      ['teacher-development', [1672, 1722]],
      ['methodical-work', [1744, 1853]],
      ['low-results', [1874, 1948]],
      ['talents', [1949, 2013]],
    ])('nazran: criteria, %s', (direction, range) => {
      const criteria = catalog.criteria.filter((c) => c.direction === direction);
      const rows: PrintedRow[] = [];
      const cells = (c: Criterion) => [
        { text: c.criterion },
        { text: c.evidenceInherited ? '' : c.evidence },
      ];
      let group = '';
      for (let at = 0; at < criteria.length; at += 2) {
        const [here, there] = [criteria[at]!, criteria[at + 1]!];
        expect([here.level, there.level, there.no, there.group]).toEqual([
          'district',
          'organisation',
          here.no,
          here.group,
        ]);
        if (here.group !== group) rows.push({ id: here.group, cells: [{ text: here.group }] });
        group = here.group;
        rows.push({ id: here.no, cells: [{ text: here.no }, ...cells(here), ...cells(there)] });
      }
      expect(
        follow(
          piecesOf(sourceOf('nazran'), range, '', () => false),
          rows,
        ).problems,
      ).toEqual([]);
    });
  },
);
