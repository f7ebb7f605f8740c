import { hasDecimalComma } from './evaluate.ts';
import type { Cell } from './model.ts';

/** Days from 30 December 1899, the serial of Sheets. */
export const serialOf = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;

/**
 * What Sheets makes of typed text in a book of this locale: formula, number, percent, date, boolean or text.
 * A leading apostrophe keeps text as it is. Only the common forms are imitated.
 */
export function typedCell(text: string, locale: string): Cell {
  if (text === '') return {};
  if (text.startsWith("'")) return { userEnteredValue: { stringValue: text.slice(1) } };
  if (text.startsWith('=') && text.length > 1) return { userEnteredValue: { formulaValue: text } };
  const comma = hasDecimalComma(locale);
  if (/^(true|false)$/i.test(text) || (comma && /^(истина|ложь)$/i.test(text)))
    return { userEnteredValue: { boolValue: /^(true|истина)$/i.test(text) } };
  const number = numberOf(text, comma);
  if (number !== undefined) return { userEnteredValue: { numberValue: number } };
  if (text.endsWith('%')) {
    const percent = numberOf(text.slice(0, -1).trim(), comma);
    if (percent !== undefined)
      return {
        userEnteredValue: { numberValue: percent / 100 },
        userEnteredFormat: { numberFormat: { type: 'PERCENT', pattern: '0.00%' } },
      };
  }
  const serial = dateOf(text, comma);
  if (serial !== undefined)
    return {
      userEnteredValue: { numberValue: serial },
      userEnteredFormat: { numberFormat: { type: 'DATE', pattern: comma ? 'dd.mm.yyyy' : 'm/d/yyyy' } },
    };
  return { userEnteredValue: { stringValue: text } };
}

function numberOf(text: string, comma: boolean): number | undefined {
  const plain = comma
    ? text.replaceAll(/[\s\u00a0\u202f](?=\d{3})/g, '')
    : text.replaceAll(/,(?=\d{3})/g, '');
  const form = comma ? /^[-+]?\d+(,\d+)?$/ : /^[-+]?(\d+(\.\d+)?|\.\d+)(e[-+]?\d+)?$/i;
  return form.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}

function dateOf(text: string, comma: boolean): number | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = comma
    ? /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
    : /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (!local) return undefined;
  const [a, b, year] = [Number(local[1]), Number(local[2]), Number(local[3])];
  return comma ? valid(year, b, a) : valid(year, a, b);
}

function valid(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? serialOf(year, month, day)
    : undefined;
}
