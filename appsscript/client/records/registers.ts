import { choicesOf } from '../../../shared/catalog/choices.ts';
import type { RecordKind } from '../../../shared/catalog/types.ts';
import { isWithin } from '../../../shared/form-view/is-within.ts';
import {
  type OpenRegister,
  openRegister,
  type RegisterRow,
  rowContext,
} from '../../../shared/form-view/register.ts';
import { type RowContext, rowAnswer, shownField } from '../../../shared/form-view/row-answer.ts';
import type { RowField } from '../../../shared/form-view/row-field.ts';
import { fnv1a } from '../../../shared/number/fnv1a.ts';
import type { CellRange, CellScalar } from '../../../shared/parse/workbook.ts';
import { draftKey } from '../editing/draft.ts';
import { Edits } from '../editing/edits.ts';
import { fixedRows } from '../editing/fixed-field.ts';
import { openRecordTab } from '../editing/open-record-tab.ts';
import type { RowFieldLook } from '../editing/row-input.ts';
import type { FormsBook } from '../forms/book.ts';

/** A register of one workbook, opened. */
export interface Work {
  readonly book: FormsBook;
  readonly context: RowContext;
  readonly tab: number;
  readonly register: OpenRegister;
  readonly handedIn: readonly CellRange[];
  readonly fixed: ReturnType<typeof fixedRows>;
}

/** Reads a register's tab; undefined where no tab holds it. */
export async function openWork(book: FormsBook, kind: RecordKind): Promise<Work | undefined> {
  const opened = await openRecordTab(book, kind.code);
  const register = opened && openRegister(opened.sheet, book.catalog, kind);
  if (!register) return undefined;
  const { tab, handedIn } = opened;
  const context = rowContext(book.catalog, book.definitions);
  return { book, context, tab, register, handedIn, fixed: fixedRows(opened) };
}

/** Of a record that is being added. */
export const newDraftKey = (book: Pick<FormsBook, 'id'>, { code }: Pick<RecordKind, 'code'>): string =>
  draftKey(book.id, `record ${code}`, 'new');

/** Of a row, told by its key or by what it held; its texts stay out of the browser's memory. */
export function rowDraftKey({ book, register }: Work, { key, fields }: RegisterRow): string {
  const content = fields.map(({ id, scalar }) => `${id} ${JSON.stringify(scalar)}`).join('\n');
  return draftKey(book.id, `record ${register.kind.code}`, key === '' ? fnv1a(content).toString(36) : key);
}

/** The answers of one row while they are being made. */
export const rowEdits = ({ context, tab }: Work, { fields }: RegisterRow, key: string): Edits<RowField> =>
  new Edits<RowField>(
    {
      tab,
      kind: 'records',
      draftKey: key,
      shown: ({ rules }, scalar) => shownField(rules, scalar),
      answer: ({ rules }, typed, cell) => rowAnswer(context, rules, typed, cell),
      name: ({ rules }) => rules.field.name,
    },
    fields,
  );

/** A column wider than this holds more than a line. */
const oneLine = 30;
const counted = /^(?:integer|decimal\d|yes_no)$/;
/** «Не ведём» says nothing of a title. */
const worded = /^(?:text|list|organisation)$/;

/** How a field of a register is asked for. */
export function fieldLook({ book, context, handedIn, fixed }: Work, field: RowField): RowFieldLook {
  const { type, list, width = 0, required } = field.rules.field;
  const choices =
    type === 'list'
      ? choicesOf(book.catalog, { list })
      : type === 'organisation'
        ? (context.organisations ?? []).map((title) => ({ code: title, title }))
        : [];
  return {
    choices,
    isLong: type === 'text' && width > oneLine,
    hasAnswers: !worded.test(type) && (required || counted.test(type)),
    isLocked: isWithin(field, handedIn),
    fixed: fixed(field),
  };
}

/** What the cells of a row hold, as far as is known. */
export const seenCells = (edits: Edits<RowField>): Record<string, CellScalar> =>
  Object.fromEntries(edits.fields.map((field) => [field.columnKey, edits.cell(field)]));
