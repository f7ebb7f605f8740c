import { beginningsOf } from '../../../shared/catalog/beginnings.ts';

type Row = readonly string[];

/** A code as expressions write it. */
const code = /[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*/g;

/**
 * Rows of the indicators that checks lean on, directly or through other indicators: a workbook has hundreds, hardly any of
 * them stands in a check. By words alone; one too many does no harm.
 */
export function indicatorsOfChecks(rows: readonly Row[]): Row[] {
  const indicators = new Map<string, Row>();
  for (const row of rows) if (row[0] === 'indicator') indicators.set(row[1] ?? '', row);
  const found = new Set<Row>();
  const look = (row: Row): void => {
    for (const word of wordsOf(row)) {
      for (const base of beginningsOf(word)) {
        const indicator = indicators.get(base);
        if (indicator && !found.has(indicator)) {
          found.add(indicator);
          look(indicator);
        }
      }
    }
  };
  if (indicators.size > 0) for (const row of rows) if (row[0] === 'check') look(row);
  return [...found];
}

/** Codes in the expressions of a definition, those of an earlier version of it included. */
function wordsOf([, , ...pieces]: Row): string[] {
  const words = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { left, right, numerator, denominator, before } = value as Record<string, unknown>;
    for (const text of [left, right, numerator, denominator])
      if (typeof text === 'string') for (const word of text.match(code) ?? []) words.add(word);
    visit(before);
  };
  try {
    visit(JSON.parse(pieces.join('')));
  } catch {
    // what somebody damaged is passed over
  }
  return [...words];
}
