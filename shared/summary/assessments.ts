import type { ResultRow } from '../results/aggregate.ts';
import type { DistrictUnits } from './district-units.ts';
import type { SummaryInput } from './input.ts';

/** A work: procedure, subject, grade and stage, with the district's figures of up to three school years. */
export interface AssessmentWork {
  readonly procedure: string;
  readonly subject: string;
  readonly grade: string;
  readonly stage: string;
  /** One per year of the table. */
  readonly years: readonly (ResultRow | undefined)[];
  /** Organisations of the latest year, in register order. */
  readonly organisations: readonly { readonly name: string; readonly row: ResultRow }[];
}

export interface AssessmentTable {
  /** At most three, oldest first; the last is the latest that has results. */
  readonly years: readonly string[];
  readonly works: readonly AssessmentWork[];
  /** Names of those that have results of the latest year, in register order. */
  readonly organisations: readonly string[];
}

/**
 * What people call a member of a dictionary: the title, else the first word files use for it, else the code.
 * Procedures go by that first word, since everybody says «ВПР».
 */
export function memberTitle(input: Pick<SummaryInput, 'catalog'>, dimension: string, code: string): string {
  const { dimensions, synonyms } = input.catalog;
  const title = dimensions.get(dimension)?.members.find((m) => m.member === code)?.title;
  const word = synonyms.find((s) => s.dimension === dimension && s.member === code)?.word;
  return (dimension === 'procedure' ? (word ?? title) : (title ?? word)) ?? code;
}

/** Results of assessment procedures at the district, in the order of the dictionaries. */
export function assessmentTable(input: SummaryInput, units: DistrictUnits): AssessmentTable {
  const own = input.assessments.filter((r) => r.level === 'district' && r.unit === units.district.code);
  const years = [...new Set(own.map((r) => r.schoolYear))]
    .filter((year) => year <= input.schoolYear)
    .sort()
    .slice(-3);
  const latest = years[years.length - 1];
  const keyOf = (r: ResultRow): string => [r.procedure, r.subject, r.grade, r.stage].join('\n');
  const byOrganisation = new Map<string, { name: string; row: ResultRow }[]>();
  const order = new Map([...units.all.values()].map((o, i) => [o.code, { i, name: o.name }]));
  const inRegister = (r: ResultRow): number => order.get(r.unit)?.i ?? order.size;
  const ofLatest = input.assessments.filter(
    (r) => r.level === 'organisation' && r.schoolYear === latest && order.has(r.unit),
  );
  for (const row of [...ofLatest].sort((a, b) => inRegister(a) - inRegister(b))) {
    const list = byOrganisation.get(keyOf(row)) ?? [];
    list.push({ name: order.get(row.unit)!.name, row });
    byOrganisation.set(keyOf(row), list);
  }
  const works = new Map<string, AssessmentWork>();
  for (const r of own.filter((row) => years.includes(row.schoolYear))) {
    const work = works.get(keyOf(r)) ?? {
      procedure: r.procedure,
      subject: r.subject,
      grade: r.grade,
      stage: r.stage,
      years: years.map(() => undefined),
      organisations: byOrganisation.get(keyOf(r)) ?? [],
    };
    works.set(keyOf(r), {
      ...work,
      years: work.years.map((was, i) => (years[i] === r.schoolYear ? r : was)),
    });
  }
  const having = new Set(ofLatest.map((r) => r.unit));
  const organisations = [...order].flatMap(([code, { name }]) => (having.has(code) ? [name] : []));
  return { years, works: [...works.values()].sort(inPrint(input)), organisations };
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Works of the latest year first; then the order of the dictionaries, unknown words last; grades by number. */
function inPrint(input: Pick<SummaryInput, 'catalog'>): (a: AssessmentWork, b: AssessmentWork) => number {
  const place = (dimension: string, code: string): number => {
    const at = input.catalog.dimensions.get(dimension)?.members.findIndex((m) => m.member === code) ?? -1;
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  const grade = (code: string): number => (/^\d+$/.test(code) ? Number(code) : Number.MAX_SAFE_INTEGER);
  const isOld = (work: AssessmentWork): number => (work.years[work.years.length - 1] ? 0 : 1);
  return (a, b) =>
    isOld(a) - isOld(b) ||
    place('procedure', a.procedure) - place('procedure', b.procedure) ||
    text(a.procedure, b.procedure) ||
    place('subject', a.subject) - place('subject', b.subject) ||
    text(a.subject, b.subject) ||
    grade(a.grade) - grade(b.grade) ||
    text(a.grade, b.grade) ||
    text(a.stage, b.stage);
}
