import { compareText } from '../number/compare-text.ts';
import { formatPlace, type Issue, type Severity } from './issue.ts';
import { severityOf } from './severity.ts';

const weight: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Errors first, then by organisation, place, code and what it concerns: the same order on every machine. */
export const compareIssues = (a: Issue, b: Issue): number =>
  weight[severityOf(a)] - weight[severityOf(b)] ||
  compareText(a.organisation ?? '', b.organisation ?? '') ||
  compareText(formatPlace(a.place), formatPlace(b.place)) ||
  compareText(a.code, b.code) ||
  compareText(a.element ?? '', b.element ?? '') ||
  compareText(a.period ?? '', b.period ?? '') ||
  compareText(JSON.stringify(a.params ?? {}), JSON.stringify(b.params ?? {}));
