import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import { detectPersonalData } from '../../../shared/parse/personal-data.ts';

const catalog = await loadCatalog({});
const rowsOf = (roadmap: string) => catalog.activities.filter((a) => a.roadmap === roadmap);
const row = (roadmap: string, id: string) => rowsOf(roadmap).find((a) => a.id === id)!;
const count = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};
/** Sections in the order of the document, each with the number of its rows. */
const bySection = (roadmap: string) => Object.values(count(rowsOf(roadmap).map((a) => a.section)));
const byDirection = (roadmap: string) => count(rowsOf(roadmap).map((a) => a.direction));

describe('roadmaps of the catalogue', () => {
  it('five documents with their periods', () => {
    const facts = [...catalog.roadmaps.values()].map((r) => [r.id, r.approvedOn, r.periodFrom, r.periodTo]);
    expect(facts.sort()).toEqual([
      ['bashmakovo', '', '2020-01-01', '2022-12-31'],
      ['botlikh', '2025-01-25', '2025-01-01', '2025-12-31'],
      ['kurkino', '2020-11-27', '2020-11-27', '2023-12-31'],
      ['nazran', '2020-10-22', '2020-01-01', '2022-12-31'],
      ['rutul', '', '2020-01-01', '2022-12-31'],
    ]);
    for (const roadmap of catalog.roadmaps.values()) expect(roadmap.note, roadmap.id).not.toBe('');
  });

  /** Rows counted by hand in the documents, section after section. */
  it.each<readonly [string, number, readonly number[]]>([
    ['rutul', 107, [30, 5, 6, 8, 22, 6, 18, 12]],
    // rows 1–5, 6–13, … of the plan, then the tables by level: both levels of every row, less the empty cells;
    // headings that both parts share: low-results 7 + 24, methodical work 6 + 31, talents 19 + 70
    ['nazran', 380, [5, 8, 7, 7, 6 + 31, 7 + 24, 19 + 70, 68, 17, 40, 33, 38]],
    ['kurkino', 68, [2, 13, 6, 9, 6, 5, 3, 8, 8, 8]],
    ['bashmakovo', 93, [13, 5, 16, 7, 4, 7, 11, 10, 20]],
    ['botlikh', 65, [16, 2, 7, 3, 4, 2, 3, 5, 4, 6, 13]],
  ])('%s: %i rows, section by section', (roadmap, all, sections) => {
    expect(rowsOf(roadmap)).toHaveLength(all);
    expect(bySection(roadmap)).toEqual(sections);
  });

  it('nazran: rows by table, level and year', () => {
    const rows = rowsOf('nazran').filter((a) => a.year !== '' || a.id.startsWith('qualification.'));
    const counts = count(rows.map((a) => `${a.id.split('.')[0]} ${a.level} ${a.year}`));
    // table: district 2020, 2021, 2022; organisation 2020, 2021, 2022
    const expected: Record<string, readonly number[]> = {
      quality: [16, 10, 8, 16, 10, 8],
      objectivity: [4, 3, 3, 3, 2, 2],
      leaders: [8, 6, 6, 8, 6, 6],
      'low-results': [4, 4, 4, 4, 4, 4],
      career: [5, 6, 6, 4, 6, 6],
      qualification: [7, 7, 0, 7, 7, 0],
      methodical: [8, 4, 4, 7, 4, 4],
      talents: [12, 12, 11, 12, 12, 11],
    };
    for (const [table, numbers] of Object.entries(expected)) {
      const keys = ['district', 'organisation'].flatMap((level) =>
        ['2020', '2021', '2022'].map((year) => `${table} ${level} ${year}`),
      );
      expect(
        keys.map((key) => counts[key] ?? 0),
        table,
      ).toEqual(numbers);
    }
    // rows 1–5 stand above the first year
    expect([counts['qualification district '], counts['qualification organisation ']]).toEqual([5, 5]);
    expect(new Set(rows.map((a) => a.deadline))).toEqual(
      new Set(['2020 год', '2020г.', '2021 год', '2021г.', '2022 год', '']),
    );
    for (const a of rows) expect(a.deadline.slice(0, 4)).toBe(a.year);
  });

  it('only the tables by level know organisations', () => {
    const others = catalog.activities.filter((a) => a.year === '' && !a.id.startsWith('qualification.'));
    expect(new Set(others.map((a) => a.level))).toEqual(new Set(['district']));
  });

  it('directions follow the row, not the heading', () => {
    const directions = (roadmap: string, direction: string) =>
      rowsOf(roadmap)
        .filter((a) => a.direction === direction)
        .map((a) => a.id);
    expect(directions('botlikh', 'objectivity')).toEqual(['1.17', '1.28']);
    expect(directions('botlikh', 'teacher-development').slice(0, 4)).toEqual([
      '1.20',
      '1.21',
      '1.22',
      '1.23',
    ]);
    const plan = (numbers: readonly number[]) => numbers.map((no) => row('nazran', `plan.${no}`).direction);
    expect(plan([54, 55, 56, 57, 58, 59])).toEqual(Array(6).fill('career-guidance'));
    expect(plan([25, 26, 27, 38])).toEqual(Array(4).fill('teacher-development'));
    expect(plan([39, 40])).toEqual(['methodical-work', 'talents']);
    expect(plan([24, 28, 37, 41])).toEqual(['leaders', 'methodical-work', 'low-results', 'talents']);
    expect(byDirection('bashmakovo')).toMatchObject({ leaders: 7 + 2, 'teacher-development': 11 - 2 + 1 });
    expect(byDirection('kurkino')).toMatchObject({ 'teacher-development': 8 + 1, 'methodical-work': 8 - 1 });
    expect(byDirection('rutul')).toMatchObject({ 'methodical-work': 22, talents: 18 });
  });

  it('sub-rows stand under the row that groups them', () => {
    const children = (roadmap: string) => count(rowsOf(roadmap).flatMap((a) => (a.parent ? [a.parent] : [])));
    expect(children('rutul')).toEqual({ '5.11': 11, '7.2': 1, '7.4': 2, '7.5': 5, '7.7': 1 });
    expect(children('bashmakovo')).toEqual({ '3.3': 2, '3.5': 5, '9.5': 4, '9.6': 3 });
    for (const roadmap of ['nazran', 'kurkino', 'botlikh']) expect(children(roadmap)).toEqual({});
    expect(row('rutul', '5.11.10')).toMatchObject({
      no: '11.10',
      parent: '5.11',
      deadline: 'декабрь 2020 г.',
    });
    expect(row('bashmakovo', '9.5')).toMatchObject({ deadline: '', target: '', executors: '' });
  });

  it('numbers are printed ones, faults included', () => {
    const numbers = (roadmap: string, start: string) =>
      rowsOf(roadmap)
        .filter((a) => a.id.startsWith(start))
        .map((a) => a.no);
    expect(numbers('rutul', '6.')).toEqual(['1.', '3.', '3.', '5.', '6.', '9.']);
    expect(row('nazran', 'plan.57').no).toBe('5759');
    expect(row('nazran', 'plan.59').no).toBe('');
    expect(numbers('nazran', 'career.').slice(0, 5)).toEqual(['2.', '2.', '3.', '5.', '5.']);
    const talents = new Set(numbers('nazran', 'talents.'));
    expect([talents.has('21.'), talents.has('33.'), talents.size]).toEqual([false, false, 35]);
    expect([row('bashmakovo', '3.6').no, row('bashmakovo', '3.8').no]).toEqual(['6', '8.']);
    expect(row('botlikh', '3.1').section).toMatch(/^1\. Деятельность отдела образования/);
  });

  it('ids are made of the printed number, and of the level where there are two', () => {
    const others = new Set(['rutul 6.3-2', 'nazran plan.57', 'nazran plan.59']);
    for (const a of catalog.activities) {
      if (others.has(`${a.roadmap} ${a.id}`)) continue;
      const level = a.roadmap === 'nazran' && !a.id.startsWith('plan.') ? `.${a.level}` : '';
      const end = `${a.no.replace(/\.$/, '')}${level}`;
      expect(a.id === end || a.id.endsWith(`.${end}`), `${a.roadmap} ${a.id}`).toBe(true);
    }
  });

  it('what cannot be right has a note', () => {
    const noted: Record<string, readonly string[]> = {
      rutul: ['1.30', '5.6', '5.7', '5.11.11', '6.3', '6.3-2', '6.9', '7.5.1', '8.9'],
      nazran: ['plan.47', 'plan.57', 'plan.59', 'qualification.1.district', 'qualification.12.organisation'],
      kurkino: ['4.5', '4.6', '8.1'],
      bashmakovo: ['3.5.1', '4.5', '4.6', '6.6'],
      botlikh: ['1.16', '1.17', '1.24', '8.2'],
    };
    for (const [roadmap, ids] of Object.entries(noted)) {
      for (const id of ids) expect(row(roadmap, id).note, `${roadmap} ${id}`).not.toBe('');
    }
  });

  it('rutul: expected results by direction and year', () => {
    const results = catalog.expectedResults;
    expect(new Set(results.map((r) => r.roadmap))).toEqual(new Set(['rutul']));
    const counts = count(results.map((r) => `${r.direction} ${r.year}`));
    const expected: Record<string, readonly [number, number, number]> = {
      'student-results': [7, 7, 7],
      objectivity: [3, 3, 3],
      leaders: [2, 1, 1],
      'teacher-development': [4, 4, 4],
      'methodical-work': [3, 2, 3],
      'low-results': [2, 2, 2],
      talents: [5, 5, 5],
      'career-guidance': [4, 3, 3],
    };
    for (const [direction, numbers] of Object.entries(expected)) {
      expect(['2020', '2021', '2022'].map((year) => counts[`${direction} ${year}`])).toEqual(numbers);
    }
    expect(results).toHaveLength(85);
  });
});

describe('criteria of nazran', () => {
  const criteria = catalog.criteria;

  it('every numbered row at both levels', () => {
    expect(new Set(criteria.map((c) => c.roadmap))).toEqual(new Set(['nazran']));
    for (const level of ['district', 'organisation']) {
      expect(count(criteria.filter((c) => c.level === level).map((c) => c.direction))).toEqual({
        'student-results': 12,
        objectivity: 11,
        leaders: 21,
        'teacher-development': 7,
        'methodical-work': 12,
        'low-results': 9,
        talents: 9,
      });
    }
  });

  it('indicators with negative effects are a minus', () => {
    const minus = criteria.filter((c) => c.polarity === '-');
    expect(minus.map((c) => `${c.direction} ${c.no} ${c.level}`)).toEqual(
      ['student-results 9.', 'objectivity 6.', 'leaders 15.', 'methodical-work 7.'].flatMap((key) => [
        `${key} district`,
        `${key} organisation`,
      ]),
    );
    expect(new Set(criteria.map((c) => c.polarity))).toEqual(new Set(['+', '-']));
  });

  it('evidence printed once for several rows is repeated and marked', () => {
    const shared = criteria.filter((c) => c.evidenceInherited);
    expect(count(shared.map((c) => `${c.direction} ${c.no}`))).toEqual(
      Object.fromEntries(
        [2, 3, 4, 5, 7, 8, 9, 11, 12]
          .map((no) => [`student-results ${no}.`, 2])
          .concat([['low-results 2.', 2]]),
      ),
    );
    const evidence = (no: string, level: string) =>
      criteria.find((c) => c.direction === 'student-results' && c.no === no && c.level === level)!.evidence;
    for (const level of ['district', 'organisation']) {
      expect(evidence('5.', level)).toBe(evidence('1.', level));
      expect(evidence('9.', level)).toBe(evidence('6.', level));
      expect(evidence('12.', level)).toBe(evidence('10.', level));
    }
    expect(shared.every((c) => !c.note.includes('inherited') && c.evidence !== '')).toBe(true);
  });

  it('an empty cell stays empty, and the row says so', () => {
    const empty = criteria.filter((c) => c.criterion === '');
    // leaders 15, teachers 4, 6, 7, methodical work 7–12, low results 6, talents 9
    expect(empty).toHaveLength((1 + 3 + 6 + 1 + 1) * 2);
    for (const c of empty) expect([c.group !== '', c.note !== '']).toEqual([true, true]);
    const noEvidence = criteria.filter((c) => c.evidence === '');
    expect(noEvidence.map((c) => `${c.direction} ${c.no} ${c.level}`)).toEqual([
      'teacher-development 4. organisation',
      'methodical-work 9. district',
      'methodical-work 9. organisation',
      'methodical-work 10. organisation',
      'low-results 6. district',
      'low-results 6. organisation',
    ]);
  });
});

describe('texts of roadmaps', () => {
  const texts = [
    ...[...catalog.roadmaps.values()].flatMap((r) => [r.title, r.approvedBy, r.note]),
    ...catalog.activities.flatMap((a) => [
      a.section,
      a.no,
      a.title,
      a.deadline,
      a.target,
      a.executors,
      a.documents,
      a.note,
    ]),
    ...catalog.expectedResults.map((r) => r.result),
    ...catalog.criteria.flatMap((c) => [c.group, c.criterion, c.evidence, c.note]),
  ];

  it('hold no markup, no double spaces and no rests of page breaks', () => {
    const bad = texts.filter((text) => /[<>|\t\u00a0]| {2}|^\s|\s$|[ \n]\n|\n /.test(text));
    expect(bad).toEqual([]);
  });

  it('name no persons, phones or mailboxes', () => {
    expect(texts.filter((text) => detectPersonalData(text) !== undefined)).toEqual([]);
    const initials = texts.filter((text) => /[А-ЯЁ]\. ?[А-ЯЁ]\./.test(text));
    expect(initials).toEqual([]);
  });
});
