import { type ActivityRow, activityRows } from '../../shared/activity/activity-rows.ts';
import { trackerRegisters } from '../../shared/activity/known-registers.ts';
import { trackerRows } from '../../shared/activity/tracker-rows.ts';
import { addDays } from '../../shared/period/add-days.ts';
import type { Register } from '../../shared/register/register.ts';
import type { GivenRow } from '../../shared/template/record-sheet.ts';
import { demoTexts } from '../../shared/texts/demo.ts';
import { diligenceOf } from './character.ts';
import type { DemoBook } from './demo-book.ts';
import { demoFact } from './demo-fact.ts';
import { chance } from './random.ts';

/** How it goes with an activity whose day has come, by the share of such activities. */
const course = { inTime: 0.74, late: 0.84, begun: 0.93 };
/** Of those whose day is ahead or that have none, so many have been begun. */
const begunAhead = 0.3;
/** Of those done that have a target, so many name no document. */
const undocumented = 0.1;
/** Of the documents named, so many are not published. */
const unpublished = 0.35;

const known = new WeakMap<Register, Map<string, readonly ActivityRow[]>>();

/** Activities of all units on a day, before anything was said of them; one pass however many books ask. */
function plannedOn({ catalog, register, submittedOn }: DemoBook): readonly ActivityRow[] {
  const days = known.get(register) ?? new Map<string, readonly ActivityRow[]>();
  known.set(register, days);
  const before = days.get(submittedOn);
  if (before) return before;
  const rows = activityRows({
    catalog,
    register,
    date: submittedOn,
    tracked: () => undefined,
    archived: new Map(),
  });
  days.set(submittedOn, rows);
  return rows;
}

/**
 * What a unit of the demonstration wrote into its tracker when it handed its book in: most of what was due is done, a
 * little late, some begun, some forgotten. The same for the same words.
 */
export function demoTracker(book: DemoBook): GivenRow[] {
  const { catalog, profile, schoolYear, submittedOn } = book;
  if (!catalog.records.has(trackerRegisters.activity)) return [];
  const rows = plannedOn(book).filter((row) => row.unit === profile.code);
  return trackerRows(rows, catalog, schoolYear).map((row) => {
    const begins = catalog.roadmaps.get(row.key.split('/')[0]!)?.periodFrom ?? '';
    // organisations share their activities, so their codes must tell them apart
    const words = profile.level === 'organisation' ? [profile.code, row.key] : [row.key];
    const answers = answersTo(row, {
      unit: profile.code,
      words,
      diligence: diligenceOf(profile.code),
      begins,
      submittedOn,
    });
    return { ...row, values: { ...row.values, ...answers } };
  });
}

interface Circumstances {
  readonly unit: string;
  /** What their luck depends on. */
  readonly words: readonly string[];
  readonly diligence: number;
  /** First day of the roadmap. */
  readonly begins: string;
  readonly submittedOn: string;
}

function answersTo(
  { values: { due, no, target } }: GivenRow,
  { unit, words, diligence, begins, submittedOn: today }: Circumstances,
): Record<string, string> {
  const luck = chance('tracker', ...words) - diligence;
  if (typeof due !== 'string' || due > today) return luck < begunAhead ? { status: 'in_progress' } : {};
  if (luck >= course.begun) return {};
  if (luck >= course.late) return { status: 'in_progress' };
  const days = 1 + Math.floor(12 * chance('tracker days', ...words));
  const late = addDays(due, days);
  const early = addDays(due, -days);
  const day = luck >= course.inTime && late <= today ? late : early < begins ? due : early;
  const done = { status: 'done', done_on: day };
  const isPublished = chance('tracker link', ...words) >= unpublished;
  const link = `https://${unit}.example.org/plan/${words[words.length - 1]!.replace(/[/@]/g, '-')}.pdf`;
  const evidence = { evidence: demoTexts.evidence(String(no), day), ...(isPublished && { link }) };
  if (typeof target !== 'string' || target === '') return { ...done, ...evidence };
  const fact = demoFact(target, words, Number(due.slice(0, 4)));
  const isDocumented = chance('tracker document', ...words) >= undocumented;
  return { ...done, ...(fact !== undefined && { fact }), ...(isDocumented && evidence) };
}
