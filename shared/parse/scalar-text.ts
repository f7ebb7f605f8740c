import type { Issue } from '../issue/issue.ts';
import { decimal, typedNumber } from '../number/decimal.ts';
import { toPercent } from './number-text.ts';
import { detectPersonalData } from './personal-data.ts';
import type { CellScalar } from './workbook.ts';

/** A cell as plain text, as its reader sees it; empty for cells without content. */
export function scalarText(scalar: CellScalar): string {
  switch (scalar.type) {
    case 'text':
    case 'error':
      return scalar.value;
    case 'number':
      return scalar.percent ? `${decimal(toPercent(scalar.value))} %` : decimal(scalar.value);
    case 'boolean':
      return scalar.value ? 'TRUE' : 'FALSE';
    case 'date':
      return scalar.day;
    default:
      return '';
  }
}

/** A number with a fraction as its reader sees it, `12,5`; undefined where `scalarText` says it already. */
export function shownNumber(scalar: CellScalar): string | undefined {
  if (scalar.type !== 'number') return undefined;
  const value = scalar.percent ? toPercent(scalar.value) : scalar.value;
  return Number.isInteger(value) ? undefined : `${typedNumber(value)}${scalar.percent ? ' %' : ''}`;
}

/** What an issue keeps of a cell: its text, and how a number looks; nothing of personal data. */
export function typedIn(scalar: CellScalar): Pick<Issue, 'raw' | 'params'> {
  const raw = keptRaw(scalarText(scalar));
  const shown = raw === undefined ? undefined : shownNumber(scalar);
  return { ...(raw !== undefined && { raw }), ...(shown !== undefined && { params: { shown } }) };
}

/** What an issue may keep of a text: 200 characters, nothing of personal data (contracts §2). */
export function keptRaw(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' || detectPersonalData(trimmed) ? undefined : trimmed.slice(0, 200);
}

/** What an issue may keep of a text that stands where a key belongs: 100 characters; empty for personal data. */
export const keptKey = (text: string): string => (keptRaw(text) ?? '').slice(0, 100);
