import type { Activity, Catalog } from '../catalog/types.ts';
import type { Issue } from '../issue/issue.ts';
import { keptKey } from '../parse/scalar-text.ts';
import type { Day } from '../period/period.ts';
import { cellOf } from '../record/cell-of.ts';
import { fieldKey, type RecordRow } from '../record/record.ts';
import type { Register } from '../register/register.ts';
import { parseTarget } from '../target/parse-target.ts';
import type { TargetPart } from '../target/target.ts';
import { splitActivityKey } from './activity-key.ts';
import { readFact } from './fact.ts';
import { trackerRegisters } from './known-registers.ts';
import type { Progress } from './status.ts';
import type { FactsByDue, TrackedFact } from './tracked-fact.ts';

/** What people entered into the tracker. */
export interface Tracked {
  /** By unit and `<roadmap>/<activity id>`. */
  readonly of: (unit: string, activity: string) => FactsByDue | undefined;
  readonly issues: readonly Issue[];
}

const statuses: readonly string[] = ['not_started', 'in_progress', 'done', 'not_applicable'];
const counting: ReadonlySet<TargetPart['type']> = new Set([
  'count',
  'share',
  'growth',
  'trajectory',
  'figure',
]);

/**
 * Rows of the register «Дорожная карта», of all school years: for one activity and due date the latest year counts. Rows
 * of unknown activities are reported and stand nowhere; a date before the roadmap began or after `date` is reported and
 * leaves the row without a date; a fact that is not a number where only numbers are asked is reported and kept as typed.
 */
export function readTracker(
  rows: readonly RecordRow[],
  catalog: Pick<Catalog, 'activities' | 'roadmaps'>,
  register: Register,
  date: Day,
): Tracked {
  const own = rows.filter((row) => row.record === trackerRegisters.activity);
  if (own.length === 0) return { of: () => undefined, issues: [] };
  const reader = new TrackerReader(catalog, register, date);
  for (const row of [...own].sort((a, b) =>
    a.schoolYear < b.schoolYear ? -1 : a.schoolYear > b.schoolYear ? 1 : 0,
  ))
    reader.read(row);
  return { of: (unit, activity) => reader.facts.get(`${unit}\n${activity}`), issues: reader.issues };
}

class TrackerReader {
  readonly facts = new Map<string, Map<Day | '', TrackedFact>>();
  readonly issues: Issue[] = [];
  private readonly activities: ReadonlyMap<string, Activity>;
  /** Roadmaps and level of each unit. */
  private readonly units = new Map<
    string,
    { readonly roadmaps: readonly string[]; readonly level: string }
  >();
  private readonly roadmaps: Catalog['roadmaps'];
  private readonly date: Day;

  constructor(
    { activities, roadmaps }: Pick<Catalog, 'activities' | 'roadmaps'>,
    register: Register,
    date: Day,
  ) {
    this.activities = new Map(activities.map((a) => [`${a.roadmap}/${a.id}`, a]));
    this.roadmaps = roadmaps;
    this.date = date;
    const plans = new Map(register.districts.map((d) => [d.code, d.roadmaps]));
    for (const [code, list] of plans) this.units.set(code, { roadmaps: list, level: 'district' });
    for (const { code, district } of register.organisations)
      this.units.set(code, { roadmaps: plans.get(district) ?? [], level: 'organisation' });
  }

  read(row: RecordRow): void {
    const unit = this.units.get(row.unit);
    if (unit === undefined) return;
    const parts = splitActivityKey(row.key ?? '');
    const activity = parts && this.activities.get(`${parts.roadmap}/${parts.id}`);
    if (!activity || !unit.roadmaps.includes(activity.roadmap) || activity.level !== unit.level) {
      const written = keptKey(row.key ?? '');
      this.issues.push({
        code: 'activity.unknown',
        place: row.place,
        organisation: row.unit,
        element: row.record,
        period: row.schoolYear,
        ...(written !== '' && { raw: written, params: { activity: written } }),
      });
      return;
    }
    const key = `${row.unit}\n${activity.roadmap}/${activity.id}`;
    const facts = this.facts.get(key) ?? new Map<Day | '', TrackedFact>();
    this.facts.set(key, facts);
    facts.set(parts.nominal ?? '', this.fact(row, activity));
  }

  private fact(row: RecordRow, activity: Activity): TrackedFact {
    const { status, fact, evidence, link } = row.values;
    const doneOn = this.day(row, activity);
    const document = evidence ?? link;
    this.checkFact(row, activity);
    return {
      ...(statuses.includes(String(status)) && { said: status as NonNullable<Progress['said']> }),
      ...(doneOn !== undefined && { doneOn }),
      ...(fact !== undefined && { fact: String(fact) }),
      ...(document !== undefined && { evidence: String(document) }),
      row,
    };
  }

  private day(row: RecordRow, { roadmap }: Activity): Day | undefined {
    const day = row.values.done_on;
    if (typeof day !== 'string') return undefined;
    const begins = this.roadmaps.get(roadmap)?.periodFrom ?? '';
    if (day >= begins && day <= this.date) return day;
    const type = day < begins ? 'before_roadmap' : 'future';
    this.report('cell.date', row, 'done_on', { raw: day, params: { type } });
    return undefined;
  }

  private checkFact(row: RecordRow, activity: Activity): void {
    const typed = row.values.fact;
    if (typed === undefined) return;
    const target = parseTarget(activity.target);
    if (!target.some((part) => counting.has(part.type))) return;
    const text = String(typed);
    const fact = readFact(text);
    if (fact && (fact.numbers.length > 0 || !target.every((part) => counting.has(part.type)))) return;
    if (fact?.answer === false) this.report('cell.ambiguous', row, 'fact', { raw: text.slice(0, 200) });
    else this.report('cell.not_number', row, 'fact', { raw: text.slice(0, 200) });
  }

  private report(code: Issue['code'], row: RecordRow, field: string, more: Partial<Issue>): void {
    this.issues.push({
      code,
      place: cellOf(row, field),
      organisation: row.unit,
      element: fieldKey(row.record, field),
      period: row.schoolYear,
      ...more,
    });
  }
}
