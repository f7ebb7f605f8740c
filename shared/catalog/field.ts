import * as z from 'zod/mini';
import type { Expression, Parsed } from '../expression/ast.ts';
import { isDay, parsePeriod } from '../period/period.ts';
import type { CatalogFaultCode } from '../texts/catalog.ts';
import { nearest } from '../texts/nearest.ts';
import { isCode, isDimensionCode, isId, isMember, maxCodeLength } from './code.ts';

/** What a field's schema says of a bad value; `read-row.ts` gives it file, line and column. */
export interface FieldFault {
  readonly code: CatalogFaultCode;
  readonly params: Readonly<Record<string, string>>;
}

class Refusal {
  readonly fault: FieldFault;
  constructor(code: CatalogFaultCode, params: Readonly<Record<string, string>>) {
    this.fault = { code, params };
  }
}

/** A schema from the trimmed text of a cell to a value; the reader returns a Refusal for a bad one. */
function field<T>(read: (text: string) => T | Refusal) {
  return z.pipe(
    z.string(),
    z.transform((raw: string, context): T => {
      const result = read(raw.trim());
      if (!(result instanceof Refusal)) return result;
      context.issues.push({ code: 'custom', input: raw, params: { ...result.fault } });
      return z.NEVER;
    }),
  );
}

const empty = new Refusal('value.empty', {});

const checked = (
  text: string,
  isGood: (text: string) => boolean,
  code: CatalogFaultCode,
): string | Refusal => {
  if (text === '') return empty;
  if (!isGood(text)) return new Refusal(code, { value: text });
  return text.length > maxCodeLength
    ? new Refusal('code.long', { value: text, length: `${text.length}`, most: `${maxCodeLength}` })
    : text;
};

const isWordOf = <T extends string>(text: string, allowed: readonly T[]): text is T =>
  (allowed as readonly string[]).includes(text);

const unknownWord = (text: string, allowed: readonly string[]): Refusal =>
  new Refusal('value.word', { value: text, near: nearest(text, allowed) ?? '', allowed: allowed.join(', ') });

const split = (text: string): string[] => text.split(/\s+/).filter((part) => part !== '');

const decimalNumber = /^-?\d+(?:[.,]\d+)?$/;

/** Any text, trimmed. */
export const text = field((value) => value);
/** Text that must be there. */
export const someText = field((value) => (value === '' ? empty : value));
/** A code of contracts §3. */
export const code = field((value) => checked(value, isCode, 'code.syntax'));
export const dimensionCode = field((value) => checked(value, isDimensionCode, 'code.dimension'));
export const memberCode = field((value) => checked(value, isMember, 'code.member'));
export const idCode = field((value) => checked(value, isId, 'code.id'));

/** Space-separated codes, each once. */
export const codes = field((value) => {
  const list = split(value);
  for (const [at, item] of list.entries()) {
    const good = checked(item, isCode, 'code.syntax');
    if (good instanceof Refusal) return good;
    if (list.indexOf(item) !== at) return new Refusal('value.repeated', { value: item });
  }
  return list;
});

/** Space-separated words, free. */
export const list = field(split);

/** `1` or empty. */
export const flag = field((value) => {
  if (value === '' || value === '1') return value === '1';
  return new Refusal('value.flag', { value });
});

/** A decimal number or empty. */
export const number = field((value) => {
  if (value === '') return undefined;
  return decimalNumber.test(value) ? Number(value.replace(',', '.')) : new Refusal('value.number', { value });
});

/** A decimal number that must be there. */
export const someNumber = field((value) => {
  if (value === '') return empty;
  return decimalNumber.test(value) ? Number(value.replace(',', '.')) : new Refusal('value.number', { value });
});

/** A whole number, not negative, or empty. */
export const whole = field((value) => {
  if (value === '') return undefined;
  return /^\d{1,9}$/.test(value) ? Number(value) : new Refusal('value.whole', { value });
});

/** `2024/25` or empty. */
export const schoolYear = field((value) =>
  value === '' || parsePeriod(value)?.frequency === 'school_year'
    ? value
    : new Refusal('value.school_year', { value }),
);

/** Any period of contracts §4. */
export const period = field((value) =>
  parsePeriod(value) === undefined ? new Refusal('value.period', { value }) : value,
);

/** `2025-01-25` or empty. */
export const day = field((value) =>
  value === '' || isDay(value) ? value : new Refusal('value.day', { value }),
);

/** `2025-01-25`. */
export const someDay = field((value) => {
  if (value === '') return empty;
  return isDay(value) ? value : new Refusal('value.day', { value });
});

/** One of the words. */
export const word = <T extends string>(allowed: readonly T[]) =>
  field((value) => {
    if (value === '') return empty;
    return isWordOf(value, allowed) ? value : unknownWord(value, allowed);
  });

/** One of the words, or empty. */
export const wordOrEmpty = <T extends string>(allowed: readonly T[]) =>
  field((value): T | '' | Refusal => {
    if (value === '') return '';
    return isWordOf(value, allowed) ? value : unknownWord(value, allowed);
  });

/** Space-separated words out of a fixed list. */
export const wordList = (allowed: readonly string[]) =>
  field((value) => {
    const items = split(value);
    const stranger = items.find((item) => !allowed.includes(item));
    return stranger === undefined ? items : unknownWord(stranger, allowed);
  });

/** An expression or condition; empty = undefined. */
export const expression = (parse: (text: string) => Parsed) =>
  field((value): Expression | undefined | Refusal => {
    if (value === '') return undefined;
    const parsed = parse(value);
    if (parsed.ok) return parsed.expression;
    const { at, found, expected } = parsed.fault;
    return new Refusal('expression.syntax', { value, at: `${at + 1}`, found, expected });
  });

/** An expression that must be there. */
export const someExpression = (parse: (text: string) => Parsed) =>
  field((value): Expression | Refusal => {
    if (value === '') return empty;
    const parsed = parse(value);
    if (parsed.ok) return parsed.expression;
    const { at, found, expected } = parsed.fault;
    return new Refusal('expression.syntax', { value, at: `${at + 1}`, found, expected });
  });
