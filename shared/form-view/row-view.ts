import type { RecordKind } from '../catalog/types.ts';
import { severityOf } from '../issue/severity.ts';
import type { CellIssue, ParsedCell } from '../parse/scalar-to-value.ts';
import { isTyped } from '../record/parse-field.ts';
import { hasWords } from './has-words.ts';
import type { OpenRegister, RegisterRow } from './register.ts';
import { type RowContext, readField, shownField } from './row-answer.ts';
import type { RowField } from './row-field.ts';

/** What is wrong with a field of a row. */
export interface RowIssue {
  readonly field: RowField;
  readonly issue: CellIssue;
  /** What was typed, where it may be shown. */
  readonly raw?: string;
}

/** A row as a list shows it. */
export interface RowView {
  readonly row: RegisterRow;
  /** What people call it. */
  readonly title: string;
  /** Some of the rest, in printing order. */
  readonly facts: readonly string[];
  readonly issues: readonly RowIssue[];
  readonly isFaulty: boolean;
  /** Anything is entered. */
  readonly isBegun: boolean;
  /** Marked as holding no longer. */
  readonly isEnded: boolean;
  /** Day, month or year of the row as text that sorts; empty where it has none. */
  readonly moment: string;
  /** Everything in it, for searching, and its printed number. */
  readonly text: string;
  readonly no: string;
}

const moments: ReadonlySet<string> = new Set(['date', 'month', 'year', 'school_year']);
/** Named by itself, a shorter text says nothing: «15», «ГИА». */
const shortest = 6;
const mostFacts = 3;

/** What the nightly run will say of a row by itself. */
export function rowIssues(fields: readonly RowField[], read: (field: RowField) => ParsedCell): RowIssue[] {
  return fields.flatMap((field): RowIssue[] => {
    if (field.isMerged) return [{ field, issue: { code: 'cell.merged' } }];
    const { status, issues, raw } = read(field);
    const own = issues.map((issue) => ({ field, issue, ...(raw !== undefined && { raw }) }));
    const { required, name } = field.rules.field;
    if (status !== 'not_reported' || !required) return own;
    return [...own, { field, issue: { code: 'cell.required', params: { field: name } } }];
  });
}

/** A row in words: named by its first required text or organisation, else by what is printed or filled in first. */
export function rowView(
  row: RegisterRow,
  { kind }: Pick<OpenRegister, 'kind'>,
  context: RowContext,
): RowView {
  const filled = row.fields.filter(({ scalar }) => isTyped(scalar));
  const parsed = new Map(filled.map((field) => [field, readField(field.scalar, field.rules, context)]));
  const shown = (field: RowField): string => shownField(field.rules, field.scalar).trim();
  const isBegun = filled.length > 0;
  const issues = isBegun
    ? rowIssues(row.fields, (field) => parsed.get(field) ?? { status: 'not_reported', issues: [] })
    : [];
  const isPersonal = (field: RowField): boolean =>
    issues.some(({ field: own, issue }) => own === field && issue.code === 'cell.personal_data');
  const open = filled.filter((field) => !isPersonal(field));
  const naming = open.find(
    ({ rules: { field } }) => field.required && (field.type === 'text' || field.type === 'organisation'),
  );
  const { printed: given, group } = row;
  const main = mainText(kind, given);
  const printed = main === undefined ? undefined : [given.no, main].filter(Boolean).join(' ');
  const first = printed === undefined ? (naming ?? open[0]) : undefined;
  const ending = kind.endedBy === undefined ? undefined : filled.find(({ id }) => id === kind.endedBy);
  const dated =
    open.find(({ rules: { field } }) => field.required && moments.has(field.type)) ??
    open.find(({ rules: { field }, id }) => moments.has(field.type) && id !== kind.endedBy);
  // found by itself, not only within its date
  const years = open
    .filter(({ rules: { field } }) => moments.has(field.type))
    .map((field) => String(parsed.get(field)?.value ?? '').slice(0, 4));
  const facts = open
    .filter((field) => field !== first && field !== ending && field.rules.field.type !== 'link')
    .slice(0, mostFacts)
    .map(shown);
  return {
    row,
    title: first ? named(first, shown(first)) : (printed ?? ''),
    facts: ending ? [...facts, `${ending.rules.field.name}: ${shown(ending)}`] : facts,
    issues,
    isFaulty: issues.some(({ issue }) => severityOf({ ...issue, place: { file: '' } }) === 'error'),
    isBegun,
    isEnded: ending !== undefined && parsed.get(ending)?.status === 'value',
    moment: dated ? String(parsed.get(dated)?.value ?? '') : '',
    text: [group, ...Object.values(given), ...open.map(shown), ...years].join(' '),
    no: given.no ?? '',
  };
}

/** Of what is printed the text of the widest column, without its number. */
function mainText({ fields }: RecordKind, printed: Readonly<Record<string, string>>): string | undefined {
  const widthOf = (code: string): number => fields.find((field) => field.code === code)?.width ?? 0;
  const codes = Object.keys(printed).filter((code) => code !== 'no');
  const size = (code: string): number => 1000 * widthOf(code) + (printed[code] ?? '').length;
  const [widest] = codes.sort((a, b) => size(b) - size(a));
  return widest === undefined ? undefined : printed[widest];
}

const named = ({ rules: { field } }: RowField, text: string): string =>
  text.length < shortest ? `${field.name}: ${text}` : text;

/** Which rows are wanted. */
export interface RowFilter {
  readonly words: string;
  /** `wrong`: with remarks · `open`: nothing is entered · `current`: not marked as ended. */
  readonly show: 'all' | 'wrong' | 'open' | 'current';
}

/**
 * The rows that fit: those with an error first, then those with a remark, then the newest; ended ones last. Rows that are
 * given keep their order, the open ones before those that are filled in.
 */
export function foundRows(views: readonly RowView[], { words, show }: RowFilter): RowView[] {
  const fits = ({ issues, isBegun, isEnded, text, no }: RowView): boolean =>
    (show === 'all' ||
      (show === 'wrong' && issues.length > 0) ||
      (show === 'open' && !isBegun) ||
      (show === 'current' && !isEnded)) &&
    hasWords(text, words, no);
  const rank = ({ isFaulty, issues, isBegun, isEnded }: RowView): number =>
    isFaulty ? 0 : issues.length > 0 ? 1 : isEnded ? 4 : isBegun ? 3 : 2;
  const place = (view: RowView): readonly [number, string, number] => [
    rank(view),
    view.row.key === '' ? view.moment : '',
    view.row.key === '' ? -view.row.row : view.row.row,
  ];
  return views.filter(fits).sort((a, b) => {
    const [rankA, momentA, rowA] = place(a);
    const [rankB, momentB, rowB] = place(b);
    return rankA - rankB || (momentA === momentB ? rowA - rowB : momentA < momentB ? 1 : -1);
  });
}
