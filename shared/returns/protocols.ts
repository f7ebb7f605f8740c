import type { Catalog } from '../catalog/types.ts';
import { comparePlaces } from '../issue/compare-places.ts';
import type { Issue } from '../issue/issue.ts';
import { countBySeverity, severityOf } from '../issue/severity.ts';
import { compareText } from '../number/compare-text.ts';
import type { Register } from '../register/register.ts';
import type { Report } from '../submission/report.ts';
import { elementNames } from '../summary/issue-list.ts';
import type { Protocol, Remark } from './protocol.ts';

/** A file as the protocols see it. */
export interface ReturnSource {
  readonly path: string;
  readonly kind: string;
  readonly unit?: string;
}

export interface ReturnsInput {
  readonly catalog: Catalog;
  readonly register: Register;
  readonly schoolYear: string;
  readonly sources: readonly ReturnSource[];
  /** Standing issues, those of returned reports included; of any unit and severity. */
  readonly issues: readonly Issue[];
  readonly reports: ReadonlyMap<string, Report>;
  readonly issueText: (issue: Issue) => { readonly text: string; readonly todo: string };
  readonly label?: string;
}

/** More would be nobody's reading: after the first thousand are mended, the rest is told. */
const printedRemarks = 1000;

/** Matters of the district's own house: two copies in its inbox, a book that belongs elsewhere. */
const notTheirs: ReadonlySet<string> = new Set([
  'workbook.duplicate',
  'workbook.foreign',
  'source.gone',
  'submission.decision',
]);

const baseName = (path: string): string => path.split('/').pop() ?? path;

/**
 * The protocols of all organisations that have errors or warnings in their own files, or whose report was returned; in
 * register order. One pass over the issues, however many organisations there are.
 */
export function protocols(input: ReturnsInput): Protocol[] {
  const byUnit = ownIssues(input);
  const elements = elementNames(input);
  const forms = new Map(
    [...input.catalog.forms.values()]
      .sort((a, b) => a.order - b.order || compareText(a.code, b.code))
      .map((form, order) => [form.title, order]),
  );
  const districts = new Map(input.register.districts.map((d) => [d.code, d.name]));
  const unread = new Set(input.sources.flatMap((s) => (s.kind === 'unreadable' ? [s.path] : [])));
  const found: Protocol[] = [];
  for (const { code, name, district } of input.register.organisations) {
    const issues = byUnit.get(code) ?? [];
    const report = input.reports.get(code);
    const counts = countBySeverity(issues);
    if (counts.error + counts.warning === 0 && report?.state !== 'returned') continue;
    const file = report && baseName(report.file);
    const sorted = inOrderOfBook(issues, report?.file, (i) =>
      forms.get(elements.get(i.element ?? '')?.form ?? ''),
    );
    found.push({
      unit: code,
      name,
      district,
      districtName: districts.get(district) ?? '',
      schoolYear: input.schoolYear,
      ...(report && { report }),
      ...(file !== undefined && { file }),
      counts,
      remarks: sorted.slice(0, printedRemarks).map((issue): Remark => {
        const element = issue.element === undefined ? undefined : elements.get(issue.element);
        const { tab, cell, line } = issue.place;
        return {
          severity: severityOf(issue),
          form: element?.form ?? '',
          element: element?.name ?? issue.element ?? '',
          period: issue.period ?? '',
          ...input.issueText(issue),
          raw: issue.raw ?? '',
          file: baseName(issue.place.file),
          ...(tab !== undefined && { tab }),
          ...(cell !== undefined && { cell }),
          ...(line !== undefined && { line }),
        };
      }),
      left: Math.max(0, sorted.length - printedRemarks),
      isUnread: issues.some((i) => unread.has(i.place.file)),
      ...(input.label !== undefined && { label: input.label }),
    });
  }
  return found;
}

/** Errors, warnings and what is to be said about «Сдаю», in files that the organisation itself can mend. */
function ownIssues({ register, sources, issues }: ReturnsInput): Map<string, Issue[]> {
  const codes = new Set<string>(register.organisations.map((o) => o.code));
  const files = new Map<string, ReturnSource>();
  for (const source of sources) files.set(source.path, source);
  const byUnit = new Map<string, Issue[]>();
  for (const issue of issues) {
    const source = files.get(issue.place.file);
    if (source === undefined || notTheirs.has(issue.code)) continue;
    if (severityOf(issue) === 'info' && !issue.code.startsWith('submission.')) continue;
    const unit = ownerOf(source, issue, codes);
    if (unit === undefined) continue;
    const list = byUnit.get(unit);
    if (list) list.push(issue);
    else byUnit.set(unit, [issue]);
  }
  return byUnit;
}

function ownerOf(source: ReturnSource, issue: Issue, codes: ReadonlySet<string>): string | undefined {
  if (source.kind === 'workbook' || source.kind === 'observations') return issue.organisation ?? source.unit;
  if (source.kind !== 'unreadable') return undefined;
  // nobody can look inside: it is theirs whose template has this name
  const stem = baseName(source.path)
    .replace(/\.[^.]*$/, '')
    .toLowerCase();
  return codes.has(stem) ? stem : undefined;
}

/** The organisation's own book first; what concerns the book as a whole, then form by form as its tabs stand. */
function inOrderOfBook(
  issues: readonly Issue[],
  book: string | undefined,
  formOrder: (issue: Issue) => number | undefined,
): Issue[] {
  // a remark without an element stands with the others of its tab
  const ofTab = new Map<string, number>();
  const tabOf = ({ place }: Issue): string => `${place.file}\n${place.tab ?? ''}`;
  for (const issue of issues) {
    const order = formOrder(issue);
    if (order !== undefined && issue.place.tab !== undefined && !ofTab.has(tabOf(issue))) {
      ofTab.set(tabOf(issue), order);
    }
  }
  const order = (issue: Issue): number => ofTab.get(tabOf(issue)) ?? formOrder(issue) ?? -1;
  return [...issues].sort(
    (a, b) =>
      Number(b.place.file === book) - Number(a.place.file === book) ||
      compareText(a.place.file, b.place.file) ||
      order(a) - order(b) ||
      comparePlaces(a, b) ||
      compareText(a.code, b.code) ||
      compareText(a.element ?? '', b.element ?? '') ||
      compareText(a.period ?? '', b.period ?? ''),
  );
}
