import type { UnitLevel } from '../indicator/types.ts';
import { compareText } from '../number/compare-text.ts';
import { parsePeriod } from '../period/period.ts';
import { isOpen, type Organisation, type Register } from '../register/register.ts';
import type { AssessmentResult } from './result.ts';

/** One row of `export results` (contracts §6). Shares in percent; undefined where nobody took part. */
export interface ResultRow {
  readonly schoolYear: string;
  readonly procedure: string;
  readonly subject: string;
  readonly grade: string;
  readonly stage: string;
  readonly level: UnitLevel;
  /** Code of the organisation, the district or the region. */
  readonly unit: string;
  readonly participants: number;
  readonly mark2: number;
  readonly mark3: number;
  readonly mark4: number;
  readonly mark5: number;
  readonly share2?: number;
  readonly share3?: number;
  readonly share4?: number;
  readonly share5?: number;
  /** Organisations of the unit that have a row. */
  readonly reported: number;
  /** Organisations that could have one: open, teaching that grade; and whoever reported. */
  readonly expected: number;
}

/** What one procedure, subject, grade and stage of one school year gave. */
interface Work {
  readonly key: Pick<ResultRow, 'schoolYear' | 'procedure' | 'subject' | 'grade' | 'stage'>;
  readonly byOrganisation: Map<string, AssessmentResult>;
}

type Marks = Pick<ResultRow, 'participants' | 'mark2' | 'mark3' | 'mark4' | 'mark5'>;

const nothing: Marks = { participants: 0, mark2: 0, mark3: 0, mark4: 0, mark5: 0 };

const add = (a: Marks, b: Marks): Marks => ({
  participants: a.participants + b.participants,
  mark2: a.mark2 + b.mark2,
  mark3: a.mark3 + b.mark3,
  mark4: a.mark4 + b.mark4,
  mark5: a.mark5 + b.mark5,
});

/** The programme to which a grade belongs; undefined for anything but 1–11. */
export function programmeOfGrade(grade: string): 'НОО' | 'ООО' | 'СОО' | undefined {
  if (!/^\d{1,2}$/.test(grade)) return undefined;
  const n = Number(grade);
  if (n < 1 || n > 11) return undefined;
  if (n <= 4) return 'НОО';
  return n <= 9 ? 'ООО' : 'СОО';
}

/** True for an organisation from which results of this school year and grade are to be had. Unknown type or programmes count. */
export function isResultExpected(organisation: Organisation, schoolYear: string, grade: string): boolean {
  const period = parsePeriod(schoolYear);
  if (period && !isOpen(organisation, period)) return false;
  if (organisation.types.length > 0 && !organisation.types.includes('school')) return false;
  const programme = programmeOfGrade(grade);
  return (
    programme === undefined ||
    organisation.programmes.length === 0 ||
    organisation.programmes.includes(programme)
  );
}

function row(
  work: Work,
  level: UnitLevel,
  unit: string,
  marks: Marks,
  reported: number,
  expected: number,
): ResultRow {
  const base = { ...work.key, level, unit, ...marks };
  if (marks.participants === 0) return { ...base, reported, expected };
  // multiplied before dividing, as everywhere (contracts §1)
  const share = (n: number): number => (100 * n) / marks.participants;
  return {
    ...base,
    share2: share(marks.mark2),
    share3: share(marks.mark3),
    share4: share(marks.mark4),
    share5: share(marks.mark5),
    reported,
    expected,
  };
}

function works(results: readonly AssessmentResult[]): Work[] {
  const found = new Map<string, Work>();
  for (const r of results) {
    const { schoolYear, procedure, subject, grade, stage } = r;
    const key = [schoolYear, procedure, subject, grade, stage].join('\n');
    let work = found.get(key);
    if (!work) {
      work = { key: { schoolYear, procedure, subject, grade, stage }, byOrganisation: new Map() };
      found.set(key, work);
    }
    work.byOrganisation.set(r.organisation, r);
  }
  return [...found.values()];
}

interface Total {
  marks: Marks;
  reported: number;
  expected: number;
}

function totals(
  organisations: ReadonlySet<string>,
  work: Work,
  unitOf: (organisation: string) => string | undefined,
): Map<string, Total> {
  const found = new Map<string, Total>();
  for (const code of organisations) {
    const unit = unitOf(code);
    if (!unit) continue;
    const total = found.get(unit) ?? { marks: nothing, reported: 0, expected: 0 };
    const result = work.byOrganisation.get(code);
    total.expected += 1;
    if (result) {
      total.reported += 1;
      total.marks = add(total.marks, result);
    }
    found.set(unit, total);
  }
  return found;
}

/**
 * Sums results of organisations to districts and regions: marks and participants add up, shares come from the sums,
 * never from shares. `results` holds at most one row per organisation and work that counts; of several the last counts.
 * An organisation the register does not know belongs to the district its row names; a district without a region
 * enters no region row. A unit appears only where somebody in it reported. Sorted by all key columns in code-point order.
 */
export function aggregateResults(results: readonly AssessmentResult[], register: Register): ResultRow[] {
  const known = new Map(register.organisations.map((o) => [o.code, o]));
  const regionOf = new Map(register.districts.map((d) => [d.code, d.region]));
  const rows: ResultRow[] = [];
  for (const work of works(results)) {
    const { schoolYear, grade } = work.key;
    const units = new Set(work.byOrganisation.keys());
    for (const o of register.organisations) if (isResultExpected(o, schoolYear, grade)) units.add(o.code);
    const districtOf = (code: string): string | undefined =>
      known.get(code)?.district || work.byOrganisation.get(code)?.district;
    for (const [code, result] of work.byOrganisation)
      rows.push(row(work, 'organisation', code, add(nothing, result), 1, 1));
    for (const [unit, t] of totals(units, work, districtOf)) {
      if (t.reported > 0) rows.push(row(work, 'district', unit, t.marks, t.reported, t.expected));
    }
    for (const [unit, t] of totals(units, work, (code) => regionOf.get(districtOf(code) ?? ''))) {
      if (t.reported > 0) rows.push(row(work, 'region', unit, t.marks, t.reported, t.expected));
    }
  }
  return rows.sort(compareRows);
}

const compareRows = (a: ResultRow, b: ResultRow): number =>
  compareText(a.schoolYear, b.schoolYear) ||
  compareText(a.procedure, b.procedure) ||
  compareText(a.subject, b.subject) ||
  compareText(a.grade, b.grade) ||
  compareText(a.stage, b.stage) ||
  compareText(a.level, b.level) ||
  compareText(a.unit, b.unit);
