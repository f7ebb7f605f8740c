import type { IndicatorResult } from '../../shared/indicator/types.ts';
import type { ExportTable, ExportValue } from './table.ts';

/** `export indicators`; the rows come sorted by indicator, level, unit, period. */
export const indicatorsTable = (results: Iterable<IndicatorResult>): ExportTable => ({
  header: [
    ...['indicator', 'level', 'unit', 'period', 'value', 'numerator', 'denominator'],
    ...['reported', 'expected', 'reason', 'low', 'high'],
  ],
  rows: rowsOf(results),
});

function* rowsOf(results: Iterable<IndicatorResult>): Generator<ExportValue[]> {
  for (const r of results) {
    yield [
      ...[r.indicator, r.level, r.unit, r.period, r.value, r.numerator, r.denominator],
      ...[r.reported, r.expected, r.reason, r.low, r.high],
    ];
  }
}
