import { detectPersonalData } from '../../../shared/parse/personal-data.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { storage } from '../kit/storage.ts';

/** What was typed into a field and not saved yet, with what its cell held then. */
export interface DraftEntry {
  readonly typed: string;
  readonly seen: CellScalar;
}

export type Draft = Readonly<Record<string, DraftEntry>>;

/** Of a form and period in one spreadsheet. */
export const draftKey = (spreadsheet: string, form: string, period: string): string =>
  `msoko:draft:1:${spreadsheet}:${form}:${period}`;

export function readDraft(key: string): Draft {
  const kept = storage.get(key);
  return typeof kept === 'object' && kept !== null ? (kept as Draft) : {};
}

export const hasKept = (key: string): boolean => Object.keys(readDraft(key)).length > 0;

/** Personal data are kept nowhere, not even here. */
export function keepDraft(key: string, draft: Draft): void {
  const entries = Object.entries(draft).filter(([, { typed }]) => detectPersonalData(typed) === undefined);
  if (entries.length === 0) storage.remove(key);
  else storage.set(key, Object.fromEntries(entries));
}
