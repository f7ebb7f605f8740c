import { formatPlace, type Issue } from '../../shared/issue/issue.ts';
import { severityOf } from '../../shared/issue/severity.ts';
import { compareText } from '../../shared/number/compare-text.ts';
import { issueText } from '../../shared/texts/issues.ts';
import type { ExportTable } from './table.ts';

/** A text that a spreadsheet would take for a formula gets an apostrophe in front, as people type it. */
const neutral = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/**
 * `export issues`: those standing now, sorted by all columns. With `forPeople` (outbox/issues.csv, opened in a
 * spreadsheet by a double click) typed texts cannot act as formulas.
 */
export function issuesTable(issues: readonly Issue[], forPeople = false): ExportTable {
  const rows = issues.map((issue) => [
    severityOf(issue),
    issue.code,
    issue.organisation ?? '',
    formatPlace(issue.place),
    issueText(issue).text,
    issue.element ?? '',
    issue.period ?? '',
    issue.raw ?? '',
  ]);
  rows.sort((a, b) => {
    for (let i = 0; i < a.length; i++) {
      const order = compareText(a[i]!, b[i]!);
      if (order !== 0) return order;
    }
    return 0;
  });
  return {
    header: ['severity', 'code', 'organisation', 'source', 'message', 'element', 'period', 'raw'],
    rows: forPeople ? rows.map((row) => row.map(neutral)) : rows,
  };
}
