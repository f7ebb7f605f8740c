import { decimal } from '../number/decimal.ts';
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

/** What an issue may keep of a text: 200 characters, nothing of personal data (contracts §2). */
export function keptRaw(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' || detectPersonalData(trimmed) ? undefined : trimmed.slice(0, 200);
}

/** What an issue may keep of a text that stands where a key belongs: 100 characters; empty for personal data. */
export const keptKey = (text: string): string => (keptRaw(text) ?? '').slice(0, 100);
