import type { IndicatorResult } from '../../shared/indicator/types.ts';
import { csvLine } from './csv.ts';

const header = [
  ...['indicator', 'level', 'unit', 'period', 'value', 'numerator', 'denominator'],
  ...['reported', 'expected', 'reason', 'low', 'high'],
];

/** `export indicators`; the rows come sorted by indicator, level, unit, period. */
export function* exportIndicators(rows: Iterable<IndicatorResult>): Generator<string> {
  yield csvLine(header);
  for (const r of rows) {
    yield csvLine([
      ...[r.indicator, r.level, r.unit, r.period, r.value, r.numerator, r.denominator],
      ...[r.reported, r.expected, r.reason, r.low, r.high],
    ]);
  }
}
