import { comparePlaces } from '../issue/compare-places.ts';
import type { Issue } from '../issue/issue.ts';
import { severityOf } from '../issue/severity.ts';
import { compareText } from '../number/compare-text.ts';
import type { SummaryInput, SummarySource } from '../summary/input.ts';
import { elementNames } from '../summary/issue-list.ts';
import { organisationTexts } from '../texts/organisation-view.ts';
import type { Remark } from './facts.ts';

const texts = organisationTexts.remarks;

/** Matters of the district's own house. */
const notTheirs: ReadonlySet<string> = new Set(['workbook.duplicate', 'workbook.foreign', 'source.gone']);

const rank = { error: 0, warning: 1, info: 2 } as const;

/** Errors and warnings that stand in files of the inbox, by organisation: errors first, then by place. */
export function remarksByUnit(
  input: Pick<SummaryInput, 'catalog' | 'issues' | 'issueText'>,
  sources: readonly Pick<SummarySource, 'path' | 'unit'>[],
): Map<string, Remark[]> {
  const unitOfFile = new Map(sources.map((s) => [s.path, s.unit]));
  const byUnit = new Map<string, Issue[]>();
  for (const issue of input.issues) {
    if (!unitOfFile.has(issue.place.file) || notTheirs.has(issue.code) || severityOf(issue) === 'info')
      continue;
    const unit = issue.organisation ?? unitOfFile.get(issue.place.file);
    if (unit === undefined) continue;
    const list = byUnit.get(unit);
    if (list) list.push(issue);
    else byUnit.set(unit, [issue]);
  }
  const names = elementNames(input);
  return new Map(
    [...byUnit].map(([unit, issues]) => [
      unit,
      issues.sort(compare).map((issue) => remark(issue, input.issueText, names)),
    ]),
  );
}

const compare = (a: Issue, b: Issue): number =>
  rank[severityOf(a)] - rank[severityOf(b)] ||
  comparePlaces(a, b) ||
  compareText(a.code, b.code) ||
  compareText(a.element ?? '', b.element ?? '') ||
  compareText(a.period ?? '', b.period ?? '');

function remark(
  issue: Issue,
  issueText: SummaryInput['issueText'],
  names: ReturnType<typeof elementNames>,
): Remark {
  const { tab, cell, line, file } = issue.place;
  const element = issue.element === undefined ? undefined : names.get(issue.element);
  return {
    severity: severityOf(issue),
    ...(element?.form !== undefined && { form: element.form }),
    ...(issue.element !== undefined && { element: element?.name ?? issue.element }),
    ...(issue.period !== undefined && { period: issue.period }),
    ...issueText(issue),
    place: tab !== undefined ? texts.place(tab, cell) : line !== undefined ? texts.line(file, line) : file,
  };
}
