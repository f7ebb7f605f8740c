import type { Activity, Catalog, Roadmap } from '../catalog/types.ts';
import { compareText } from '../number/compare-text.ts';
import { addDays } from '../period/add-days.ts';
import type { Day } from '../period/period.ts';
import { WorkingCalendar } from '../period/working-calendar.ts';
import { type District, isOpen, type Organisation, type Register } from '../register/register.ts';
import { type DueDate, dueDates } from '../schedule/due-dates.ts';
import { parseDeadline } from '../schedule/parse-deadline.ts';
import type { NoDate, Schedule } from '../schedule/schedule.ts';
import { assessTarget, type TargetResult } from '../target/assess-target.ts';
import { parseTarget } from '../target/parse-target.ts';
import type { Target } from '../target/target.ts';
import { activityKey } from './activity-key.ts';
import type { Amendment, Closing } from './amendments.ts';
import { assignFacts } from './assign-facts.ts';
import { readFact } from './fact.ts';
import type { ProcedureDates } from './procedure-dates.ts';
import { type ActivityStatus, activityStatus } from './status.ts';
import type { FactsByDue, TrackedFact } from './tracked-fact.ts';

/** One activity of a roadmap, on one due date, for one unit. */
export interface ActivityRow {
  readonly activity: Activity;
  /** What the tracker calls it: `activityKey`. */
  readonly key: string;
  readonly district: string;
  /** District, or organisation for an activity of their level. */
  readonly unit: string;
  readonly due?: DueDate;
  readonly status: ActivityStatus;
  /** Of a target that is printed. */
  readonly target?: TargetResult;
  readonly fact?: string;
  /** Why there is no due date, or why it binds nobody. */
  readonly reason?: NoDate | 'before_approval';
  /** The schedule or plan the deadline waits for, as printed. */
  readonly leansOn?: string;
  /** The order that moved the deadline or dropped the activity; the printed words stand in `activity`. */
  readonly amendment?: Amendment;
  /** The order that closed the roadmap: what was done before stays done. */
  readonly closed?: Closing;
  /** What was entered, as it counts. */
  readonly tracked?: TrackedFact;
}

export interface ActivityInput {
  readonly catalog: Pick<Catalog, 'activities' | 'roadmaps' | 'calendar'>;
  readonly register: Register;
  readonly date: Day;
  /** By unit and `<roadmap>/<activity id>`. */
  readonly tracked: (unit: string, activity: string) => FactsByDue | undefined;
  /** By district and `<roadmap>/<activity id>`. */
  readonly amended?: (district: string, activity: string) => Amendment | undefined;
  /** Dates of deadlines that wait for the schedule of a procedure. */
  readonly procedures?: ProcedureDates;
  /** By `<district>/<roadmap>`: roadmaps that were closed. */
  readonly archived: ReadonlyMap<string, Closing>;
}

/** A deadline within so many days is near. */
const soonDays = 14;

/** The same activity in every district that works by its roadmap. */
interface Plan {
  readonly activity: Activity;
  readonly schedule: Schedule;
  readonly target: Target;
  readonly isParent: boolean;
}

function plansOf(activities: readonly Activity[]): ReadonlyMap<string, Plan[]> {
  const parents = new Set(activities.map(({ roadmap, parent }) => `${roadmap}/${parent}`));
  const schedules = new Map<string, Schedule>();
  const targets = new Map<string, Target>();
  const plans = new Map<string, Plan[]>();
  for (const activity of activities) {
    const { roadmap, id, deadline, target } = activity;
    const schedule = schedules.get(deadline) ?? parseDeadline(deadline);
    schedules.set(deadline, schedule);
    const parts = targets.get(target) ?? parseTarget(target);
    targets.set(target, parts);
    const own = plans.get(roadmap) ?? [];
    plans.set(roadmap, own);
    own.push({ activity, schedule, target: parts, isParent: parents.has(`${roadmap}/${id}`) });
  }
  return plans;
}

/** Organisations that an activity on a due date concerns: those open on it, and now where there is none. */
const openOn = (organisations: readonly Organisation[], day: Day): readonly Organisation[] =>
  organisations.filter((one) => isOpen(one, { first: day, last: day }));

class Rows {
  readonly rows: ActivityRow[] = [];
  private readonly input: ActivityInput;
  private readonly soonFrom: Day;
  private readonly members = new Map<string, readonly Organisation[]>();

  constructor(input: ActivityInput) {
    this.input = input;
    this.soonFrom = addDays(input.date, soonDays);
  }

  add(plan: Plan, roadmap: Roadmap, district: District, calendar: WorkingCalendar): void {
    const { activity } = plan;
    const name = `${roadmap.id}/${activity.id}`;
    const amendment = this.input.amended?.(district.code, name);
    const schedule = amendment?.schedule ?? plan.schedule;
    const printed = dueDates(plan.schedule, roadmap, calendar);
    const own = amendment?.schedule ? dueDates(schedule, roadmap, calendar) : printed;
    const dues =
      schedule.reason === 'waits_for_schedule'
        ? (this.input.procedures?.(district.code, schedule.leansOn ?? '', activity.title, roadmap) ?? [])
        : own;
    const days = dues.map((due) => due.nominal);
    const printedDays = printed.map((due) => due.nominal);
    const factsOf = new Map<string, FactsByDue>();
    const facts = (unit: string): FactsByDue => {
      const known = factsOf.get(unit);
      if (known) return known;
      const typed = this.input.tracked(unit, name);
      const found = typed ? assignFacts(typed, days, printedDays) : noFacts;
      factsOf.set(unit, found);
      return found;
    };
    const members = this.membersOf(district);
    const shared = { plan, schedule, district, ...(amendment && { amendment }) };
    for (const due of dues.length > 0 ? dues : [undefined]) {
      const units =
        activity.level === 'district'
          ? [district.code]
          : openOn(members, due?.day ?? this.input.date).map((one) => one.code);
      for (const unit of units) this.rows.push(this.row({ ...shared, unit, due, facts: facts(unit) }));
    }
  }

  private membersOf({ code }: District): readonly Organisation[] {
    const known = this.members.get(code);
    if (known) return known;
    const found = this.input.register.organisations.filter((one) => one.district === code);
    this.members.set(code, found);
    return found;
  }

  private row({ plan, schedule, district, amendment, unit, due, facts }: RowParts): ActivityRow {
    const { activity } = plan;
    const tracked = facts.get(due?.nominal ?? '');
    const closed = this.input.archived.get(`${district.code}/${activity.roadmap}`);
    const status = activityStatus({
      ...(due && { due }),
      progress: tracked ?? {},
      isParent: plan.isParent || amendment?.change === 'cancelled',
      isArchived: closed !== undefined,
      date: this.input.date,
      soonFrom: this.soonFrom,
    });
    const reason = due ? (due.beforeApproval ? 'before_approval' : undefined) : whyNoDate(schedule);
    const isOwed = status !== 'not_applicable' && plan.target.length > 0;
    return {
      activity,
      key: activityKey(activity.roadmap, activity.id, due?.nominal),
      district: district.code,
      unit,
      ...(due && { due }),
      status,
      ...(isOwed && { target: this.targetOf(plan, tracked ?? {}, due, facts) }),
      ...(tracked?.fact !== undefined && { fact: tracked.fact }),
      ...(reason !== undefined && { reason }),
      ...(schedule.leansOn !== undefined && { leansOn: schedule.leansOn }),
      ...(amendment && { amendment }),
      ...(closed && { closed }),
      ...(tracked && { tracked }),
    };
  }

  private targetOf(
    plan: Plan,
    tracked: TrackedFact,
    due: DueDate | undefined,
    facts: FactsByDue,
  ): TargetResult {
    const fact = readFact(tracked.fact ?? '') ?? { numbers: [] };
    const before = due && factBefore(facts, due);
    return assessTarget(plan.target, {
      ...fact,
      hasEvidence: (tracked.evidence ?? '') !== '',
      isDone: tracked.said === 'done' || tracked.doneOn !== undefined,
      year: Number((due?.day ?? this.input.date).slice(0, 4)),
      ...(before && { before }),
    });
  }
}

/** A deadline that recurs may recur nowhere within the period of its roadmap: then no date can be told from it either. */
const whyNoDate = ({ reason }: Schedule): NoDate => reason ?? 'not_understood';

interface RowParts {
  readonly plan: Plan;
  /** As amended. */
  readonly schedule: Schedule;
  readonly district: District;
  readonly amendment?: Amendment;
  readonly unit: string;
  readonly due: DueDate | undefined;
  readonly facts: FactsByDue;
}

const noFacts: FactsByDue = new Map();

/** The fact of the same activity a year earlier. */
function factBefore(facts: FactsByDue, due: DueDate): readonly number[] | undefined {
  const tracked = facts.get(`${Number(due.nominal.slice(0, 4)) - 1}${due.nominal.slice(4)}`);
  const fact = tracked?.fact === undefined ? undefined : readFact(tracked.fact);
  return fact && fact.numbers.length > 0 ? fact.numbers : undefined;
}

/**
 * Every activity of every district's roadmaps on a date: a row per due date (one without a date where the deadline
 * gives none) and, at organisation level, per organisation open on it. Sorted by roadmap, district, activity in printed
 * order, due date, unit.
 */
export function activityRows(input: ActivityInput): readonly ActivityRow[] {
  const plans = plansOf(input.catalog.activities);
  const rows = new Rows(input);
  const districts = [...input.register.districts].sort((a, b) => compareText(a.code, b.code));
  for (const roadmap of [...input.catalog.roadmaps.values()].sort((a, b) => compareText(a.id, b.id))) {
    for (const district of districts) {
      if (!district.roadmaps.includes(roadmap.id)) continue;
      const calendar = new WorkingCalendar(input.catalog.calendar, district.region);
      for (const plan of plans.get(roadmap.id) ?? []) rows.add(plan, roadmap, district, calendar);
    }
  }
  return rows.rows;
}
