import type { Day } from '../period/period.ts';
import { serialDay } from '../period/serial-day.ts';
import { parseDateText } from './date-text.ts';
import { comparableWord } from './missing-words.ts';
import { isNamed } from './post-name.ts';
import { keptKey, scalarText } from './scalar-text.ts';
import type { CellScalar, SheetData, WorkbookData } from './workbook.ts';

/** Schema of the workbooks this version writes and reads; `schema` of `_meta`. */
export const workbookSchema = 1;

/** The `_meta` tab (contracts §5): which organisation or district fills this workbook, and whether it is handed in. */
export interface WorkbookMeta {
  /** Number of the schema; 0 where the tab names none. */
  readonly schema: number;
  readonly catalog: string;
  readonly workspace: string;
  readonly workbook: string;
  /** Code of the organisation or district. */
  readonly unit: string;
  readonly unitType: string;
  readonly roadmap: string;
  readonly schoolYear: string;
  /** Empty where the tab does not say, e.g. a formula without its stored result. */
  readonly status: 'draft' | 'submitted' | '';
  readonly submittedOn?: Day;
  /** Empty where none is given, or where it names a person. */
  readonly submittedByPost: string;
  /** Id of the Google spreadsheet that was handed out; another one with this `_meta` is a copy. */
  readonly spreadsheet?: string;
}

/** An acceptance is the district's word, given elsewhere: to the file it means no more than «сдано». */
const submitted = new Set([
  ...['submitted', 'accepted', 'сдано', 'сдаю', 'сдан', 'сдана', 'принято', 'принят', 'да'],
  ...['1', '+', 'v', 'true', 'истина'],
]);
const drafts = new Set([
  ...['draft', 'returned', 'черновик', 'возвращено', 'возвращен', 'нет', 'не сдано', 'не сдаю'],
  ...['0', '-', 'false', 'ложь'],
]);

/** True for the workbook in which a district enters values for all its organisations: it is no report of the district's own. */
export const isRoster = ({ workbook }: Pick<WorkbookMeta, 'workbook'>): boolean => /:all$/.test(workbook);

/** Reads `_meta`, found by its name or, were it renamed, by its keys; undefined where there is none or it names no unit. */
export function readMeta(workbook: WorkbookData): WorkbookMeta | undefined {
  const pairs = metaPairs(workbook);
  const meta = pairs && toMeta(pairs);
  return meta?.unit === '' ? undefined : meta;
}

/** The cells of `_meta` as they stand, by key. */
export function metaPairs(workbook: WorkbookData): ReadonlyMap<string, CellScalar> | undefined {
  const byName = workbook.sheets.find((sheet) => sheet.name.trim().toLowerCase() === '_meta');
  const sheets = byName ? [byName] : workbook.sheets;
  for (const sheet of sheets) {
    const pairs = keyedPairs(sheet);
    if (pairs.has('schema') && pairs.has('unit') && pairs.has('workspace')) return pairs;
  }
  return undefined;
}

/** Column B by the key in column A; on foreign tabs this is cheap: only texts of column A are looked at. */
function keyedPairs(sheet: SheetData): Map<string, CellScalar> {
  const pairs = new Map<string, CellScalar>();
  let row = 0;
  let key = '';
  for (const cell of sheet.cells) {
    if (cell.column === 1 && cell.scalar.type === 'text') {
      row = cell.row;
      key = cell.scalar.value.trim().toLowerCase();
      if (!pairs.has(key)) pairs.set(key, { type: 'empty' });
    } else if (cell.column === 2 && cell.row === row) pairs.set(key, cell.scalar);
  }
  return pairs;
}

function toMeta(pairs: ReadonlyMap<string, CellScalar>): WorkbookMeta {
  const typed = (key: string): string => scalarText(pairs.get(key) ?? { type: 'empty' }).trim();
  // no code or name of a unit is personal data; what is counts as not given
  const text = (key: string): string => keptKey(typed(key));
  const submittedOn = toDay(pairs.get('submitted_on') ?? { type: 'empty' });
  const spreadsheet = text('spreadsheet');
  return {
    schema: Number(/(\d+)\D*$/.exec(text('schema'))?.[1] ?? 0),
    catalog: text('catalog'),
    workspace: text('workspace'),
    workbook: text('workbook'),
    unit: text('unit'),
    unitType: text('unit_type'),
    roadmap: text('roadmap'),
    schoolYear: text('school_year'),
    status: answeredStatus(typed('status')),
    ...(submittedOn !== undefined && { submittedOn }),
    submittedByPost: isNamed(typed('submitted_by_post')) ? '' : typed('submitted_by_post').slice(0, 200),
    ...(spreadsheet !== '' && { spreadsheet }),
  };
}

/** What an answer to «Сдаю» makes of the book; one that nobody understands is no «да». */
export function answeredStatus(text: string): WorkbookMeta['status'] {
  const word = comparableWord(text);
  return submitted.has(word) ? 'submitted' : word === '' ? '' : 'draft';
}

/** False for an answer to «Сдаю» that is neither «да» nor «нет» in any of the words people use. */
export const isKnownAnswer = (text: string): boolean => {
  const word = comparableWord(text);
  return word === '' || submitted.has(word) || drafts.has(word);
};

/** A date of the answers, typed or passed on by a formula. */
export function toDay(scalar: CellScalar): Day | undefined {
  if (scalar.type === 'date') return scalar.day;
  // a formula that passes on an empty cell gives 0
  if (scalar.type === 'number') return scalar.value > 20_000 ? serialDay(scalar.value) : undefined;
  return scalar.type === 'text' ? parseDateText(scalar.value) : undefined;
}
