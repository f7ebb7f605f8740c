import type { Issue, Place, Severity } from '../issue/issue.ts';
import { severityOf } from '../issue/severity.ts';
import { elementNames } from '../summary/issue-list.ts';
import { issueText } from '../texts/issues.ts';
import type { Review } from './review.ts';

/** An issue in the words of people. */
export interface IssueRow {
  readonly severity: Severity;
  readonly text: string;
  readonly todo: string;
  readonly place: Place;
  /** Name of the element with its members, or of the field of a register. */
  readonly name: string;
  readonly period: string;
  /** Name of the organisation, in a workbook that a district fills for several. */
  readonly organisation: string;
  /** What was typed; never personal data. */
  readonly raw: string;
}

/** The issues of one tab; those of the workbook as a whole stand in a group without a name. */
export interface IssueGroup {
  readonly tab: string;
  readonly rows: readonly IssueRow[];
}

/** Issues by tab in the order of the workbook's tabs, the workbook's own first; in a tab as people go down the sheet. */
export function issueGroups(review: Review, tabs: readonly string[]): IssueGroup[] {
  const names = elementNames(review);
  const groups = new Map<string, IssueRow[]>([['', []]]);
  for (const tab of tabs) groups.set(tab, []);
  for (const issue of review.issues) {
    const tab = issue.place.tab ?? '';
    const rows = groups.get(tab) ?? [];
    rows.push(rowOf(issue, names, review));
    groups.set(tab, rows);
  }
  return [...groups].filter(([, rows]) => rows.length > 0).map(([tab, rows]) => ({ tab, rows }));
}

function rowOf(
  issue: Issue,
  names: ReturnType<typeof elementNames>,
  { meta, definitions }: Review,
): IssueRow {
  const { element, period = '', organisation = '', raw = '' } = issue;
  return {
    severity: severityOf(issue),
    ...issueText(issue),
    place: issue.place,
    name: element === undefined ? '' : (names.get(element)?.name ?? element),
    period,
    organisation:
      organisation === meta?.unit ? '' : (definitions.unit.get(organisation)?.name ?? organisation),
    raw,
  };
}
