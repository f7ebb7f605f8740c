import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../../shared/issue/issue.ts';
import { severityOf } from '../../../shared/issue/severity.ts';
import { submissionIssues } from '../../../shared/parse/submission.ts';
import type { CellScalar, SheetData, WorkbookData } from '../../../shared/parse/workbook.ts';
import { readMeta } from '../../../shared/parse/workbook-meta.ts';
import { issueText } from '../../../shared/texts/issues.ts';
import { cellScalar, type Typed } from '../../fixtures/cell-scalar.ts';

/** The title page as people moved it, labels merged over B:E, and `_meta` with three answers. */
function workbook(status: Typed, day: Typed, post: Typed): WorkbookData {
  const labels = ['Сведения проверены, сдаю', 'Дата сдачи\nДень.месяц.год', 'Должность сдающего'];
  const title: SheetData = {
    name: 'Первый лист',
    hidden: false,
    cells: labels.map((label, i) => ({ row: 20 + i, column: 2, scalar: cellScalar(label) })),
    merges: labels.map((_, i) => ({ firstRow: 20 + i, firstColumn: 2, lastRow: 20 + i, lastColumn: 5 })),
  };
  const pairs = {
    schema: '1',
    workspace: 'w',
    unit: 's1',
    status,
    submitted_on: day,
    submitted_by_post: post,
  };
  const cells = Object.entries(pairs).flatMap(([key, value], i) => [
    { row: i + 1, column: 1, scalar: cellScalar(key) },
    { row: i + 1, column: 2, scalar: cellScalar(value) },
  ]);
  return { sheets: [title, { name: '_meta', hidden: true, cells, merges: [] }] };
}

const uncached: CellScalar = { type: 'uncached' };
const day: CellScalar = { type: 'date', day: '2024-09-20' };

/** What is typed → status, date and post that are kept, and `severity code place`. */
const cases: readonly [string, Typed, Typed, Typed, string, string[]][] = [
  ['all answered', 'submitted', day, 'директор', 'submitted 2024-09-20 директор', []],
  ['a date as text', 'submitted', '20 сентября 2024 г.', 'завуч', 'submitted 2024-09-20 завуч', []],
  ['a date as a serial', 'submitted', 45555, 'завуч', 'submitted 2024-09-20 завуч', []],
  ['no date', 'submitted', '', 'завуч', 'submitted – завуч', ['info submission.date s.xlsx#Первый лист!F21']],
  [
    'an empty date passed on',
    'да',
    0,
    'завуч',
    'submitted – завуч',
    ['info submission.date s.xlsx#Первый лист!F21'],
  ],
  [
    'a date that is none',
    'submitted',
    '31.09.2024',
    'завуч',
    'submitted – завуч',
    ['warning submission.date s.xlsx#Первый лист!F21'],
  ],
  [
    'no post',
    'submitted',
    day,
    '',
    'submitted 2024-09-20 –',
    ['info submission.post s.xlsx#Первый лист!F22'],
  ],
  [
    'a name for a post',
    'submitted',
    day,
    'Иванова М.И.',
    'submitted 2024-09-20 –',
    ['error cell.personal_data s.xlsx#Первый лист!F22'],
  ],
  ['a draft asks for nothing', 'draft', '', '', 'draft – –', []],
  ['nor does «нет»', 'Нет', '', '', 'draft – –', []],
  [
    'a name in a draft',
    'draft',
    '',
    'Иванова М.И.',
    'draft – –',
    ['error cell.personal_data s.xlsx#Первый лист!F22'],
  ],
  ['«Сдаю»', 'Сдаю', day, 'завуч', 'submitted 2024-09-20 завуч', []],
  ['a tick', '+', day, 'завуч', 'submitted 2024-09-20 завуч', []],
  ['TRUE', true, day, 'завуч', 'submitted 2024-09-20 завуч', []],
  ['FALSE', false, day, 'завуч', 'draft 2024-09-20 завуч', []],
  ['accepted by the district', 'accepted', day, 'завуч', 'submitted 2024-09-20 завуч', []],
  ['returned by the district', 'returned', day, 'завуч', 'draft 2024-09-20 завуч', []],
  [
    'an answer nobody understands',
    'готово',
    day,
    'завуч',
    'draft 2024-09-20 завуч',
    ['warning submission.answer s.xlsx#Первый лист!F20'],
  ],
  ['formulas without results', uncached, uncached, uncached, ' – –', []],
];

describe('the answers to «Сдаю»', () => {
  it.each(cases)('%s', (_, status, on, post, kept, told) => {
    const book = workbook(status, on, post);
    const meta = readMeta(book)!;
    expect(`${meta.status} ${meta.submittedOn ?? '–'} ${meta.submittedByPost || '–'}`).toBe(kept);
    const issues = submissionIssues(book, meta, { file: 's.xlsx' });
    expect(issues.map((i) => `${severityOf(i)} ${i.code} ${formatPlace(i.place)}`)).toEqual(told);
    for (const issue of issues) {
      const said = JSON.stringify([issue, issueText(issue)]);
      expect(said).not.toContain('Иванова');
      expect(issue.organisation).toBe('s1');
    }
  });

  it('quotes an answer that nobody understands, unless it names a person', () => {
    const told = (answer: string) => {
      const book = workbook(answer, day, 'завуч');
      return issueText(submissionIssues(book, readMeta(book)!, { file: 's.xlsx' })[0]!).text;
    };
    expect(told('готово')).toContain('ответ «готово».');
    expect(told('Петрова Мария Ивановна')).toContain('ответ.');
  });

  it('names the file alone where the title page is gone', () => {
    const book = workbook('submitted', '', 'завуч');
    const alone = { sheets: book.sheets.slice(1) };
    expect(formatPlace(submissionIssues(alone, readMeta(alone)!, { file: 's.xlsx' })[0]!.place)).toBe(
      's.xlsx',
    );
  });
});
