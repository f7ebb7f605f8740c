import { comparePlaces } from '../issue/compare-places.ts';
import type { Issue, Severity } from '../issue/issue.ts';
import { webLink } from '../issue/place.ts';
import { severityOf } from '../issue/severity.ts';
import { compareText } from '../number/compare-text.ts';
import type { PlanLink } from '../plan/plan.ts';
import { fieldKey } from '../record/record.ts';
import type { DistrictUnits } from './district-units.ts';
import type { SummaryInput } from './input.ts';
import { concreteTitles } from './members.ts';
import { placeLink } from './place-link.ts';

export interface IssueRow {
  readonly issue: Issue;
  readonly severity: Severity;
  readonly text: string;
  readonly todo: string;
  /** Region, district and, where one is concerned, the organisation. */
  readonly path: readonly string[];
  /** Title of the form of the element, if any. */
  readonly form?: string;
  /** Name of the element with its members; the code where the catalogue does not know it. */
  readonly element?: string;
  /** To the very place, or to the file where there is no place in it. */
  readonly link?: PlanLink;
  /** True where the district entered the value for the organisation. */
  readonly onBehalf: boolean;
}

export interface IssueList {
  readonly rows: readonly IssueRow[];
  /** How many more there are. */
  readonly left: number;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** «Качество данных» shows so many (contracts §8). */
export const shownIssues = 20_000;

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Errors first, then by register order, file, tab, place, code; only the district's, and those that name no unit. */
export function issueList(input: SummaryInput, units: DistrictUnits, limit = shownIssues): IssueList {
  const elsewhere = new Set(
    input.register.organisations.filter((o) => o.district !== units.district.code).map((o) => o.code),
  );
  for (const d of input.register.districts) if (d.code !== units.district.code) elsewhere.add(d.code);
  const unitOfFile = new Map(input.sources.map((s) => [s.path, s.unit]));
  const unitOf = (issue: Issue): string | undefined => issue.organisation ?? unitOfFile.get(issue.place.file);
  const own = input.issues.filter((issue) => !elsewhere.has(unitOf(issue) ?? ''));
  const order = new Map([...units.all.keys()].map((code, i) => [code, i]));
  const place = (issue: Issue): number =>
    order.get(unitOf(issue) ?? '') ?? (unitOf(issue) === undefined ? order.size : -1);
  const sorted = [...own].sort(
    (a, b) =>
      rank[severityOf(a)] - rank[severityOf(b)] ||
      place(a) - place(b) ||
      compareText(unitOf(a) ?? '', unitOf(b) ?? '') ||
      comparePlaces(a, b) ||
      compareText(a.code, b.code) ||
      compareText(a.element ?? '', b.element ?? '') ||
      compareText(a.period ?? '', b.period ?? ''),
  );
  const names = elementNames(input);
  const onBehalf = new Map(input.sources.flatMap((s) => (s.onBehalf ? [[s.path, s.unit] as const] : [])));
  const counts = { error: 0, warning: 0, info: 0 };
  for (const issue of own) counts[severityOf(issue)] += 1;
  return {
    rows: sorted.slice(0, limit).map((issue) => ({
      ...issueRow(input, units, names, issue, unitOf(issue)),
      onBehalf:
        issue.organisation !== undefined &&
        onBehalf.has(issue.place.file) &&
        onBehalf.get(issue.place.file) !== issue.organisation,
    })),
    left: Math.max(0, sorted.length - limit),
    counts,
  };
}

function issueRow(
  input: SummaryInput,
  units: DistrictUnits,
  names: ReadonlyMap<string, { readonly name: string; readonly form: string | undefined }>,
  issue: Issue,
  unit: string | undefined,
): Omit<IssueRow, 'onBehalf'> {
  const { district } = units;
  const organisation =
    unit === undefined || unit === district.code ? [] : [units.all.get(unit)?.name ?? unit];
  const element = issue.element === undefined ? undefined : names.get(issue.element);
  const link = issueLink(input, issue);
  return {
    issue,
    severity: severityOf(issue),
    ...input.issueText(issue),
    path: [district.regionName, district.name, ...organisation].filter((name) => name !== ''),
    ...(element?.form !== undefined && { form: element.form }),
    ...(issue.element !== undefined && { element: element?.name ?? issue.element }),
    ...(link && { link }),
  };
}

/** Files of the inbox, spreadsheets and the workspace's own tables can be opened; anything else is named only. */
function issueLink(input: SummaryInput, { place }: Issue): PlanLink | undefined {
  const { file } = place;
  const inWorkspace = /^[^/]+\.csv$/.test(file) && !input.sources.some((s) => s.path === file);
  const isKnown = inWorkspace || webLink(place) !== undefined || /\.(xlsx|xlsm|xls|csv|ods)$/i.test(file);
  return isKnown ? placeLink(place, inWorkspace ? input.links.workspace : input.links.inbox) : undefined;
}

/** `vpr.passed.ru.g4` → «…: Русский язык, 4 класс»; fields of registers by name, with the register as their form. */
export function elementNames(
  input: Pick<SummaryInput, 'catalog'>,
): Map<string, { readonly name: string; readonly form: string | undefined }> {
  const names = new Map<string, { name: string; form: string | undefined }>();
  for (const e of input.catalog.elements.values()) {
    const form = input.catalog.forms.get(e.form)?.title;
    for (const { code, members } of concreteTitles(e, input.catalog)) {
      names.set(code, { name: members.length === 0 ? e.name : `${e.name}: ${members.join(', ')}`, form });
    }
  }
  for (const kind of input.catalog.records.values()) {
    names.set(kind.code, { name: '', form: kind.title });
    for (const field of kind.fields)
      names.set(fieldKey(kind.code, field.code), { name: field.name, form: kind.title });
  }
  return names;
}
