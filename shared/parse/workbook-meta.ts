import type { Day } from '../period/period.ts';
import { parseDateText } from './date-text.ts';
import { comparableWord } from './missing-words.ts';
import { keptKey, scalarText } from './scalar-text.ts';
import { serialDay } from './serial-day.ts';
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
  readonly submittedByPost: string;
}

const submitted = new Set(['submitted', 'сдано', 'сдаю', 'да', '1', 'true', 'истина']);
const drafts = new Set(['draft', 'черновик', 'нет', 'не сдано', '0', 'false', 'ложь']);

/** Reads `_meta`, found by its name or, were it renamed, by its keys; undefined where there is none or it names no unit. */
export function readMeta(workbook: WorkbookData): WorkbookMeta | undefined {
  const byName = workbook.sheets.find((sheet) => sheet.name.trim().toLowerCase() === '_meta');
  const sheets = byName ? [byName] : workbook.sheets;
  for (const sheet of sheets) {
    const pairs = keyedPairs(sheet);
    if (pairs.has('schema') && pairs.has('unit') && pairs.has('workspace')) {
      const meta = toMeta(pairs);
      return meta.unit === '' ? undefined : meta;
    }
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
  // no code or name of a unit is personal data; what is counts as not given
  const text = (key: string): string => keptKey(scalarText(pairs.get(key) ?? { type: 'empty' }));
  const word = comparableWord(text('status'));
  const submittedOn = toDay(pairs.get('submitted_on') ?? { type: 'empty' });
  return {
    schema: Number(/(\d+)\D*$/.exec(text('schema'))?.[1] ?? 0),
    catalog: text('catalog'),
    workspace: text('workspace'),
    workbook: text('workbook'),
    unit: text('unit'),
    unitType: text('unit_type'),
    roadmap: text('roadmap'),
    schoolYear: text('school_year'),
    status: submitted.has(word) ? 'submitted' : drafts.has(word) ? 'draft' : '',
    ...(submittedOn !== undefined && { submittedOn }),
    submittedByPost: text('submitted_by_post'),
  };
}

function toDay(scalar: CellScalar): Day | undefined {
  if (scalar.type === 'date') return scalar.day;
  // a formula that passes on an empty cell gives 0
  if (scalar.type === 'number') return scalar.value > 20_000 ? serialDay(scalar.value) : undefined;
  return scalar.type === 'text' ? parseDateText(scalar.value) : undefined;
}
