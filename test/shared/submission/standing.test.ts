import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../shared/issue/issue.ts';
import { reports } from '../../../shared/submission/report.ts';
import { type Decision, type HandedIn, standings } from '../../../shared/submission/standing.ts';
import { issueText } from '../../../shared/texts/issues.ts';

/** `name «Сдано» seen`: day of October; `-` = no date. Files are seen in the order of the list, one a run. */
const books = (...texts: string[]): HandedIn[] =>
  texts.map((text, id) => {
    const [path = '', on = '-', seen = on, unit = 's1', schoolYear = '2024/25'] = text.split(' ');
    return {
      id,
      path,
      unit,
      schoolYear,
      firstSeen: id,
      seenOn: `2024-10-${seen}`,
      ...(on !== '-' && { submittedOn: `2024-10-${on}` }),
    };
  });

/** `+20` accepts, `-20` returns on that day of October. */
const decisions = (text: string, schoolYear = '2024/25'): Decision[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word, i) => ({
      unit: 's1',
      schoolYear,
      kind: word.startsWith('+') ? 'accepted' : 'returned',
      day: `2024-10-${word.slice(1)}`,
      place: { file: 'gor.xlsx', tab: 'Приём отчётов', cell: `B${i + 5}` },
    }));

const today = '2024-10-31';
const told = (issues: readonly Issue[]): string[] =>
  issues.map((i) => `${i.params?.fault} ${i.place.cell ?? i.place.file}`);

const s = 'submitted';
const a = 'accepted';
const r = 'returned';

describe('what decisions make of reports', () => {
  it.each<[string, HandedIn[], string, string[], string[]]>([
    ['nobody decided', books('a 05'), '', [s], []],
    ['accepted', books('a 05'), '+06', [a], []],
    ['returned on the day it was handed in', books('a 05'), '-05', [r], []],
    ['corrected: submitted again', books('a 05', 'b 08'), '-06', [r, s], []],
    ['corrected and accepted: the old one stays returned', books('a 05', 'b 08'), '-06 +09', [r, a], []],
    ['returned twice', books('a 05', 'b 08', 'c 12'), '-06 -09', [r, r, s], []],
    ['accepted after all, no new file', books('a 05'), '-06 +07', [a], []],
    ['accepted, then returned', books('a 05'), '+06 -07', [r], []],
    ['both on one day: as they stand in the journal', books('a 05'), '-06 +06', [a], []],
    ['rows out of order are carried out by day', books('a 05', 'b 08'), '+09 -06', [r, a], []],
    ['a return reaches every file up to its day', books('a 05', 'b 06'), '-07', [r, r], []],
    ['an acceptance reaches the last one only', books('a 05', 'b 06'), '+07', [s, a], []],
    ['corrected on the day of the return', books('a 05', 'b 06'), '-06', [r, r], []],
    ['and accepted on that day', books('a 05', 'b 06'), '-06 +06', [r, a], []],
    ['no date: the day it was seen', books('a - 05'), '+05', [a], []],
    ['no date, seen after the return', books('a 05', 'b - 08'), '-06', [r, s], []],
    ['sent again without a new date', books('a 05', 'b 05 08'), '-06', [r, r], ['not_later b']],
    ['an old file after its correction', books('a 05', 'b 08', 'a2 05 12'), '-06', [r, s, r], []],
    ['decided before the first night that sees it', books('a 05 08'), '-06', [r], []],
    ['an old file after a newer one', books('a 05', 'b 08', 'a2 05 12'), '', [s, s, s], ['earlier a2']],
    ['a date to come counts as the day it was seen', books('a 05', 'b 32 08'), '-09', [r, r], ['future b']],
    ['nothing was handed in by then', books('a 05'), '+04', [s], ['no_report B5']],
    ['a decision of another year', books('a 05 05 s1 2023/24'), '+09', [s], ['no_report B5']],
    ['another organisation', books('a 05 05 s2'), '-09', [s], ['no_report B5']],
    ['a day to come', books('a 05'), '-99', [s], ['future B5']],
  ])('%s', (_, handedIn, words, states, issues) => {
    const found = standings(handedIn, decisions(words), today);
    expect(handedIn.map((book) => found.of.get(book.id)?.state)).toEqual(states);
    expect(told(found.issues)).toEqual(issues);
    for (const issue of found.issues) expect(issueText(issue).text).toMatch(/2024/);
  });
});

describe('a decision on a report that was renewed in its place', () => {
  const earlier = (day: string) => [{ unit: 's1', schoolYear: '2024/25', day: `2024-10-${day}` }];
  it.each<[string, HandedIn[], string, string | undefined, string[], string[]]>([
    ['it met the earlier one', books('a 08'), '-06', '05', [s], []],
    ['it met no earlier one either', books('a 08'), '-04', '05', [s], ['no_report B5']],
    ['made a draft since', [], '+06', '05', [], []],
    ['never handed in', [], '+06', undefined, [], ['no_report B5']],
  ])('%s', (_, handedIn, words, first, states, issues) => {
    const found = standings(handedIn, decisions(words), today, first === undefined ? [] : earlier(first));
    expect(handedIn.map((book) => found.of.get(book.id)?.state)).toEqual(states);
    expect(told(found.issues)).toEqual(issues);
  });
});

describe('the report of a unit', () => {
  const state = (words: string, files: readonly [status: string, on: string][]) => {
    const handedIn = books(...files.map(([, on], i) => `${i}.xlsx ${on}`));
    const of = standings(
      handedIn.filter((_, i) => files[i]![0] !== 'draft'),
      decisions(words),
      today,
    ).of;
    const sources = handedIn.map((book, i) => ({ ...book, fileTime: 0, status: files[i]![0] }));
    const report = reports(sources, of, '2024/25').get('s1');
    return report && `${report.state} ${report.file} ${report.decidedOn ?? ''}`.trim();
  };

  it.each<[string, [string, string][], string | undefined]>([
    ['', [], undefined],
    ['', [['draft', '05']], 'draft 0.xlsx'],
    [
      '',
      [
        ['submitted', '05'],
        ['draft', '06'],
      ],
      'submitted 0.xlsx',
    ],
    [
      '',
      [
        ['submitted', '05'],
        ['', '06'],
      ],
      'submitted 1.xlsx',
    ],
    [
      '-06',
      [
        ['submitted', '05'],
        ['draft', '08'],
      ],
      'returned 0.xlsx 2024-10-06',
    ],
    [
      '-06',
      [
        ['submitted', '05'],
        ['submitted', '08'],
      ],
      'submitted 1.xlsx',
    ],
    [
      '-06 +08',
      [
        ['submitted', '05'],
        ['submitted', '08'],
        ['submitted', '04'],
      ],
      'accepted 1.xlsx 2024-10-08',
    ],
  ])('%s of %j is %s', (words, files, expected) => expect(state(words, files)).toBe(expected));

  it('is that of the school year alone', () => {
    const handedIn = books('a 05 05 s1 2023/24');
    const { of } = standings(handedIn, [], today);
    const sources = handedIn.map((book) => ({ ...book, fileTime: 0, status: 'submitted' }));
    expect([...reports(sources, of, '2024/25')]).toEqual([]);
  });
});
