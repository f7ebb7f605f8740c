import type { DataElement } from '../catalog/types.ts';
import type { IssueCode } from '../issue/codes.ts';
import { decimal } from '../number/decimal.ts';
import type { ObservationStatus } from '../observation/observation.ts';
import { serialDay } from '../period/serial-day.ts';
import { parseDateText } from './date-text.ts';
import { comparableWord, isAmbiguous, missingStatus } from './missing-words.ts';
import { type NumberText, parseNumberText, toPercent } from './number-text.ts';
import { detectInNumber, detectPersonalData, type PersonalDataKind } from './personal-data.ts';
import { shownNumber } from './scalar-text.ts';
import { plainSpaces } from './spaces.ts';
import type { CellScalar } from './workbook.ts';

/** What parsing needs to know of an element; a whole DataElement will do. */
export type ValueRules = Pick<DataElement, 'type' | 'unit' | 'min' | 'max'>;

export interface CellIssue {
  readonly code: IssueCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A typed-in cell understood; `raw` (at most 200 characters, never personal data) where it is not simply the value. */
export interface ParsedCell {
  readonly status: ObservationStatus;
  readonly value?: number | string;
  readonly raw?: string;
  readonly issues: readonly CellIssue[];
}

const maxRaw = 200;
/** Serials that a cell without a date format may hold for a day: 1954–2119. A year (`2025`) is none. */
const plausibleSerial = (n: number): boolean => n >= 20_000 && n <= 80_000 && Number.isInteger(n);

/** Reads one typed-in cell by the rules of contracts §2. An issue of severity error leaves the status `rejected`. */
export function parseCell(scalar: CellScalar, element: ValueRules): ParsedCell {
  switch (scalar.type) {
    case 'empty':
      return { status: 'not_reported', issues: [] };
    case 'error':
      return guarded(scalar.value) ?? rejected('cell.formula_error', scalar.value);
    case 'uncached':
      return rejected('cell.no_cached_value');
    case 'text':
      return fromText(scalar.value, element);
    case 'boolean':
      return fromBoolean(scalar.value, element);
    case 'date':
      return fromDay(scalar.day, element);
    case 'number':
      return fromNumber(scalar, element);
  }
}

const rejected = (code: IssueCode, raw?: string, params?: CellIssue['params']): ParsedCell => ({
  status: 'rejected',
  ...(raw !== undefined && { raw: raw.slice(0, maxRaw) }),
  issues: [params ? { code, params } : { code }],
});

const given = (value: number | string, raw?: string, issues: readonly CellIssue[] = []): ParsedCell =>
  raw === undefined || raw === String(value)
    ? { status: 'value', value, issues }
    : { status: 'value', value, raw: raw.slice(0, maxRaw), issues };

function fromText(text: string, element: ValueRules): ParsedCell {
  const typed = plainSpaces(text);
  if (typed === '' || typed === "'") return { status: 'not_reported', issues: [] };
  const missing = missingStatus(typed);
  if (missing) return { status: missing, raw: typed, issues: [] };
  if (element.type === 'text') return guarded(typed) ?? given(text.trim());
  // a dash is no date and no yes either; «нет» is an answer only to a yes-or-no question
  if (isAmbiguous(typed) && (element.type !== 'yes_no' || comparableWord(typed) !== 'нет')) {
    return { status: 'no_data', raw: typed.slice(0, maxRaw), issues: [{ code: 'cell.ambiguous' }] };
  }
  if (element.type === 'date') {
    const day = parseDateText(typed);
    return day ? given(day, typed) : (guarded(typed) ?? rejected('cell.date', typed));
  }
  if (element.type === 'yes_no') return fromAnswer(typed);
  const number = parseNumberText(typed);
  if (!number) return guarded(typed) ?? rejected('cell.not_number', typed);
  return checked(number, element, typed);
}

/** Personal data are told by their kind only: the text goes nowhere. */
function guarded(text: string): ParsedCell | undefined {
  const kind = detectPersonalData(text);
  return kind ? refused(kind) : undefined;
}

const refused = (kind: PersonalDataKind): ParsedCell => rejected('cell.personal_data', undefined, { kind });

const answers: ReadonlyMap<string, number> = new Map([
  ['да', 1],
  ['true', 1],
  ['истина', 1],
  ['нет', 0],
  ['false', 0],
  ['ложь', 0],
]);

function fromAnswer(typed: string): ParsedCell {
  const answer = answers.get(comparableWord(typed));
  if (answer !== undefined) return given(answer, typed);
  const number = parseNumberText(typed);
  if (number && !number.percent && (number.value === 0 || number.value === 1))
    return given(number.value, typed);
  return guarded(typed) ?? rejected('cell.list', typed);
}

function fromBoolean(value: boolean, element: ValueRules): ParsedCell {
  const typed = value ? 'TRUE' : 'FALSE';
  if (element.type === 'yes_no') return given(value ? 1 : 0);
  if (element.type === 'text') return given(typed);
  return rejected(element.type === 'date' ? 'cell.date' : 'cell.not_number', typed);
}

function fromDay(day: string, element: ValueRules): ParsedCell {
  if (element.type === 'date' || element.type === 'text') return given(day);
  // typed as 1.5 and taken for the first of May by the spreadsheet
  return rejected(element.type === 'yes_no' ? 'cell.list' : 'cell.not_number', day, { taken: 'date' });
}

function fromNumber(
  scalar: { readonly value: number; readonly percent?: boolean },
  element: ValueRules,
): ParsedCell {
  const parsed = readNumber(scalar, element);
  const typed = parsed.status === 'rejected' ? shownNumber({ type: 'number', ...scalar }) : undefined;
  if (typed === undefined || parsed.raw === undefined) return parsed;
  const issues = parsed.issues.map((issue) => ({ ...issue, params: { ...issue.params, shown: typed } }));
  return { ...parsed, issues };
}

function readNumber(
  scalar: { readonly value: number; readonly percent?: boolean },
  element: ValueRules,
): ParsedCell {
  const percent = scalar.percent === true;
  const value = percent ? toPercent(scalar.value) : scalar.value;
  const typed = percent ? `${decimal(value)} %` : decimal(value);
  const personal = detectInNumber(value);
  if (personal) return refused(personal);
  switch (element.type) {
    case 'text':
      return guarded(typed) ?? given(typed);
    case 'date': {
      const day = plausibleSerial(value) ? serialDay(value) : undefined;
      return day ? given(day, typed) : rejected('cell.date', typed);
    }
    case 'yes_no':
      return !percent && (value === 0 || value === 1) ? given(value) : rejected('cell.list', typed);
    default:
      return checked({ value, percent, doubtful: false }, element, typed);
  }
}

/** Unit, whole number, bounds: in this order, the first fault counts. Digits beyond `decimalN` are kept as typed. */
function checked(number: NumberText, element: ValueRules, typed: string): ParsedCell {
  // no school counts thousands of millions of anything: ten or eleven digits may be a phone or a СНИЛС
  const personal = detectInNumber(number.value);
  if (personal) return refused(personal);
  if (number.percent && element.unit.trim() !== '%') {
    return rejected('cell.not_number', typed, { taken: 'percent', unit: element.unit });
  }
  let value = number.value;
  if (element.type === 'integer') {
    // a formula's noise beyond the 15 digits that spreadsheets show is no fraction
    value = Number(value.toPrecision(15));
    if (!Number.isInteger(value)) return rejected('cell.not_integer', typed);
  }
  const { min, max } = element;
  if ((min !== undefined && value < min) || (max !== undefined && value > max) || !isExact(value)) {
    return rejected('cell.range', typed, {
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    });
  }
  const doubt = number.doubtful && element.type === 'integer';
  return given(value, typed, doubt ? [{ code: 'cell.ambiguous', params: { read: value } }] : []);
}

const isExact = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER;
