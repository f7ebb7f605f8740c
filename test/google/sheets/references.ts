import { type A1, formatA1, parseA1 } from './a1.ts';
import type { Book, Tab } from './model.ts';
import { type Shift, shiftRange } from './shift.ts';

const TOKEN =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}(?:\$?\d+)?)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_(.])|[\p{L}_][\p{L}\p{N}_.]*|\d+(?:\.\d+)?/gu;

/** Replaces the references of a formula; strings, names and functions stay. `tab` is undefined for the own tab. */
export function mapReferences(
  formula: string,
  replace: (reference: string, tab: string | undefined) => string,
): string {
  return formula.replace(TOKEN, (whole, prefix: string | undefined, reference: string | undefined) => {
    if (reference === undefined) return whole;
    return replace(reference, prefix === undefined ? undefined : titleOf(prefix));
  });
}

const titleOf = (prefix: string): string => {
  const bare = prefix.slice(0, -1);
  return bare.startsWith("'") ? bare.slice(1, -1).replaceAll("''", "'") : bare;
};

export const withTab = (title: string | undefined, reference: string): string =>
  title === undefined
    ? reference
    : /^[A-Za-z_][A-Za-z0-9_]*$/.test(title)
      ? `${title}!${reference}`
      : `'${title.replaceAll("'", "''")}'!${reference}`;

/** Rewrites every formula of the book; used after rows moved or a tab got another name. */
export function mapFormulas(book: Book, change: (formula: string, tab: Tab) => string): void {
  for (const tab of book.tabs)
    for (const row of tab.rows)
      row?.forEach((cell, column) => {
        const formula = cell?.userEnteredValue?.formulaValue;
        if (formula === undefined || formula === null) return;
        const changed = change(formula, tab);
        if (changed !== formula) row[column] = { ...cell, userEnteredValue: { formulaValue: changed } };
      });
}

/** Formulas follow the cells they speak of; a reference to deleted cells becomes #REF!. */
export function shiftFormulas(book: Book, shift: Shift): void {
  const target = book.tabs.find((tab) => tab.properties.sheetId === shift.sheetId);
  mapFormulas(book, (formula, tab) =>
    mapReferences(formula, (reference, title) => {
      const spoken = title ?? tab.properties.title;
      if (spoken !== target?.properties.title) return withTab(title, reference);
      const moved = shiftReference(reference, shift);
      return moved === undefined ? withTab(title, '#REF!') : withTab(title, moved);
    }),
  );
}

function shiftReference(reference: string, shift: Shift): string | undefined {
  const a1 = parseA1(reference, () => false);
  if (!a1) return reference;
  const range = shiftRange(
    {
      sheetId: shift.sheetId,
      startRowIndex: a1.startRow,
      endRowIndex: a1.endRow,
      startColumnIndex: a1.startColumn,
      endColumnIndex: a1.endColumn,
    },
    shift,
  );
  if (!range) return undefined;
  return keepDollars(reference, {
    startRow: range.startRowIndex ?? undefined,
    endRow: range.endRowIndex ?? undefined,
    startColumn: range.startColumnIndex ?? undefined,
    endColumn: range.endColumnIndex ?? undefined,
  });
}

/** The reference as a pasted formula has it: relative parts move, parts with $ stay. */
export function offsetReference(reference: string, rows: number, columns: number): string {
  return reference.replace(
    /(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?/g,
    (part, d1: string, column: string | undefined, d2: string, row: string | undefined) => {
      if (column === undefined && row === undefined) return part;
      const a1 = parseA1(`${column ?? 'A'}${row ?? '1'}`, () => false)!;
      const fixedRow = column === undefined ? d1 : d2;
      const c = a1.startColumn! + (d1 ? 0 : columns);
      const r = a1.startRow! + (fixedRow ? 0 : rows);
      const moved = formatA1({ startRow: r, startColumn: c, endRow: r + 1, endColumn: c + 1 });
      const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(moved)!;
      return `${column === undefined ? '' : d1 + letters}${row === undefined ? '' : fixedRow + digits}`;
    },
  );
}

function keepDollars(old: string, a1: A1): string {
  const fresh = formatA1({ ...a1 }).split(':');
  return old
    .split(':')
    .map((part, i) => {
      const [, letters = '', digits = ''] = /^([A-Z]*)(\d*)$/.exec(fresh[i] ?? fresh[0]!) ?? [];
      const d1 = part.startsWith('$') ? '$' : '';
      const d2 = /[A-Za-z]\$\d/.test(part) ? '$' : '';
      return letters === '' ? d1 + digits : `${d1}${letters}${digits === '' ? '' : d2 + digits}`;
    })
    .join(':');
}
