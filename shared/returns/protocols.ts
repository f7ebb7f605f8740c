import type { Catalog, Form } from '../catalog/types.ts';
import type { Issue, Place } from '../issue/issue.ts';
import { webLink } from '../issue/place.ts';
import { severityOf } from '../issue/severity.ts';
import { compareText } from '../number/compare-text.ts';
import type { Day } from '../period/period.ts';
import type { Register } from '../register/register.ts';
import type { Report } from '../submission/report.ts';
import { elementNames } from '../summary/issue-list.ts';
import { concreteTitles } from '../summary/members.ts';
import { typedText } from '../texts/issue-words.ts';
import { inOrderOfBook } from './order-of-book.ts';
import { baseName, ownIssues, type ReturnSource } from './own-issues.ts';
import type { Protocol, Remark } from './protocol.ts';
import { createClaim, grouped } from './required.ts';

export interface ReturnsInput {
  readonly catalog: Catalog;
  readonly register: Register;
  readonly schoolYear: string;
  readonly date: Day;
  readonly sources: readonly ReturnSource[];
  /** Standing issues, those of returned reports included; of any unit and severity. */
  readonly issues: readonly Issue[];
  readonly reports: ReadonlyMap<string, Report>;
  /** Words of one remark: of one issue, or of all obligatory cells of a tab that are empty. */
  readonly words: (issues: readonly [Issue, ...Issue[]]) => { readonly text: string; readonly todo: string };
  /** What was typed where an issue does not quote it. */
  readonly typed: (issue: Issue) => string | undefined;
  readonly label?: string;
}

/** More would be nobody's reading: after the first thousand are mended, the rest is told. */
const printedRemarks = 1000;

/**
 * The protocols of all organisations that have errors or warnings in their own files, or whose report was returned; in
 * register order. One pass over the issues, however many organisations there are.
 */
export function protocols(input: ReturnsInput): Protocol[] {
  const { catalog, register, reports } = input;
  const names = elementNames(input);
  const formOf = formsOfElements(catalog);
  const mayClaim = createClaim(catalog, (element) => formOf.get(element), input.date);
  const byUnit = ownIssues(register, input.sources, input.issues.filter(mayClaim));
  const districts = new Map(register.districts.map((d) => [d.code, d.name]));
  const unread = new Set(input.sources.flatMap((s) => (s.kind === 'unreadable' ? [s.path] : [])));
  const order = formOrder(catalog);
  const bookOf = new Map(
    input.sources.flatMap((s) => (s.kind === 'workbook' ? [[s.path, s.unit] as const] : [])),
  );

  const remarkOf = (issues: readonly [Issue, ...Issue[]]): Remark => {
    const [issue] = issues;
    const { file, tab, cell, line } = issue.place;
    const element = issue.element ?? '';
    return {
      severity: severityOf(issue),
      form: formOf.get(element)?.title ?? '',
      element: issues.length > 1 ? '' : (names.get(element)?.name ?? element),
      period: issues.length > 1 ? '' : (issue.period ?? ''),
      ...input.words(issues),
      raw: typedText(issue) || (input.typed(issue) ?? ''),
      file: issue.place.title ?? baseName(file),
      ...urlOf(issue.place),
      ...(tab !== undefined && { tab }),
      ...(cell !== undefined && { cell }),
      ...(line !== undefined && { line }),
      isOwn: bookOf.get(file) !== undefined && bookOf.get(file) === (issue.organisation ?? bookOf.get(file)),
    };
  };

  return register.organisations.flatMap(({ code, name, district }): Protocol[] => {
    const report = reports.get(code);
    const issues = inOrderOfBook(byUnit.get(code) ?? [], report?.file, ({ element }) =>
      order.get(formOf.get(element ?? '')?.code ?? ''),
    );
    const groups = grouped(issues);
    const counts = { error: 0, warning: 0, info: 0 };
    for (const [issue] of groups) counts[severityOf(issue)]++;
    if (counts.error + counts.warning === 0 && report?.state !== 'returned') return [];
    return [
      {
        unit: code,
        name,
        district,
        districtName: districts.get(district) ?? '',
        schoolYear: input.schoolYear,
        ...(report && { report, file: report.title ?? baseName(report.file), ...urlOf(report) }),
        counts,
        remarks: groups.slice(0, printedRemarks).map(remarkOf),
        left: Math.max(0, groups.length - printedRemarks),
        isUnread: issues.some((i) => unread.has(i.place.file)),
        ...(input.label !== undefined && { label: input.label }),
      },
    ];
  });
}

const urlOf = (place: Place): { readonly url?: string } => {
  const url = webLink(place);
  return url === undefined ? {} : { url };
};

/** Form by concrete code of an element. */
function formsOfElements(catalog: Catalog): Map<string, Form> {
  const found = new Map<string, Form>();
  for (const element of catalog.elements.values()) {
    const form = catalog.forms.get(element.form);
    if (form) for (const { code } of concreteTitles(element, catalog)) found.set(code, form);
  }
  return found;
}

/** Place of a form among all, as the tabs of a book stand. */
function formOrder({ forms }: Catalog): Map<string, number> {
  const sorted = [...forms.values()].sort((a, b) => a.order - b.order || compareText(a.code, b.code));
  return new Map(sorted.map(({ code }, at) => [code, at]));
}
