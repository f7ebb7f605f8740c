import type { Finding } from '../../shared/finding/finding.ts';
import { compareText } from '../../shared/number/compare-text.ts';
import type { ExportTable } from './table.ts';

/** `export findings` (contracts §6): what the analysis concludes, sorted by all key columns. */
export function findingsTable(findings: readonly Finding[]): ExportTable {
  const order = (a: Finding, b: Finding): number =>
    compareText(a.kind, b.kind) ||
    compareText(a.rule, b.rule) ||
    compareText(a.level, b.level) ||
    compareText(a.unit, b.unit) ||
    compareText(a.period, b.period);
  return {
    header: ['kind', 'rule', 'level', 'unit', 'period', 'verdict', 'evidence'],
    rows: [...findings]
      .sort(order)
      .map(({ kind, rule, level, unit, period, verdict, evidence }) => [
        kind,
        rule,
        level,
        unit,
        period,
        verdict,
        JSON.stringify(evidence),
      ]),
  };
}
