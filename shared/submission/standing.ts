import type { Issue, Place } from '../issue/issue.ts';
import { placeOfSource, sourceName } from '../issue/place.ts';
import { compareText } from '../number/compare-text.ts';
import type { Day } from '../period/period.ts';

/** A workbook that was handed in. */
export interface HandedIn {
  /** Id of the source. */
  readonly id: number;
  readonly path: string;
  /** See SourceRank. */
  readonly title?: string;
  readonly unit: string;
  readonly schoolYear: string;
  /** «Сдано» as typed. */
  readonly submittedOn?: Day;
  /** See SourceRank, and the day of that run. */
  readonly firstSeen: number;
  readonly seenOn: Day;
}

/** One line of the journal «Приём отчётов». */
export interface Decision {
  readonly unit: string;
  readonly schoolYear: string;
  readonly kind: 'accepted' | 'returned';
  readonly day: Day;
  readonly remark?: string;
  readonly place: Place;
}

/** A day on which a workbook was handed in that says something else now: it was renewed in place, or made a draft. */
export interface EarlierReport {
  readonly unit: string;
  readonly schoolYear: string;
  readonly day: Day;
}

/** How a workbook that was handed in stands with the district. */
export interface Standing {
  readonly state: 'submitted' | 'accepted' | 'returned';
  readonly handedIn: Day;
  /** What decided it; undefined while nobody has. */
  readonly decision?: Decision;
}

export interface Standings {
  /** By id of the source. */
  readonly of: ReadonlyMap<number, Standing>;
  readonly issues: readonly Issue[];
}

/** The day that counts as the day of handing in: «Сдано», or, where it is missing or still to come, when the file was seen. */
export const handedInOn = ({ submittedOn, seenOn }: Pick<HandedIn, 'submittedOn' | 'seenOn'>): Day =>
  submittedOn === undefined || submittedOn > seenOn ? seenOn : submittedOn;

/**
 * What the district's decisions make of the workbooks handed in (decision record 014). Decisions of a unit and school
 * year are carried out by day, those of one day as they stand in the journal:
 *
 * - a return concerns every workbook handed in up to its day: none of them counts any more;
 * - an acceptance concerns the one handed in last up to its day (those of one day together), even if it had been
 *   returned; what was returned before that one stays returned.
 *
 * A decision that finds no workbook, nor found one of the `earlier` ones, or whose day is still to come, is an issue.
 */
export function standings(
  handedIn: readonly HandedIn[],
  decisions: readonly Decision[],
  today: Day,
  earlier: readonly EarlierReport[] = [],
): Standings {
  const of = new Map<number, Standing>();
  const groups = new Map<string, HandedIn[]>();
  for (const book of handedIn) {
    of.set(book.id, { state: 'submitted', handedIn: handedInOn(book) });
    const key = keyOf(book);
    groups.set(key, [...(groups.get(key) ?? []), book]);
  }
  const issues: Issue[] = [];
  const inOrder = decisions
    .map((decision, order) => ({ decision, order }))
    .sort((a, b) => compareText(a.decision.day, b.decision.day) || a.order - b.order);
  for (const { decision } of inOrder) {
    const books = (groups.get(keyOf(decision)) ?? []).filter((b) => handedInOn(b) <= decision.day);
    const isFuture = decision.day > today;
    if (isFuture || books.length === 0) {
      const wasMet = earlier.some((one) => keyOf(one) === keyOf(decision) && one.day <= decision.day);
      if (isFuture || !wasMet) issues.push(voidDecision(decision, isFuture ? 'future' : 'no_report'));
      continue;
    }
    const last = books.map(handedInOn).sort(compareText)[books.length - 1];
    for (const book of books) {
      const day = handedInOn(book);
      if (decision.kind === 'accepted' && day !== last) continue;
      of.set(book.id, { state: decision.kind, handedIn: day, decision });
    }
  }
  for (const group of groups.values()) issues.push(...dateIssues(group, of, today));
  return { of, issues };
}

const keyOf = ({ unit, schoolYear }: Pick<HandedIn, 'unit' | 'schoolYear'>): string =>
  `${unit}\n${schoolYear}`;

const voidDecision = ({ place, unit, day }: Decision, fault: 'future' | 'no_report'): Issue => ({
  code: 'submission.decision',
  place,
  organisation: unit,
  params: { fault, day },
});

/**
 * Dates of handing in that mislead: still to come; not renewed after the report had been returned; earlier than in a file
 * that came before and is now superseded, which is how an old file sent again by mistake looks.
 */
function dateIssues(group: readonly HandedIn[], of: ReadonlyMap<number, Standing>, today: Day): Issue[] {
  const counted = group.filter((book) => of.get(book.id)?.state !== 'returned');
  return group.flatMap((book): Issue[] => {
    const { unit, submittedOn: day, seenOn } = book;
    if (day === undefined) return [];
    const issue = (params: Readonly<Record<string, string>>): Issue[] => [
      { code: 'submission.date', place: placeOfSource(book), organisation: unit, params: { day, ...params } },
    ];
    if (day > today) return issue({ fault: 'future' });
    const { state, decision } = of.get(book.id)!;
    if (state === 'returned') {
      // a copy of what was returned; once a report with a new date has come, the slip is mended
      const isAgain = group.some((other) => other.firstSeen < book.firstSeen) && counted.length === 0;
      const isUnchanged = isAgain && decision !== undefined && seenOn > decision.day;
      return isUnchanged ? issue({ fault: 'not_later', decided: decision.day }) : [];
    }
    const newer = counted
      .filter((other) => other.firstSeen < book.firstSeen && (other.submittedOn ?? '') > day)
      .sort((a, b) => compareText(b.submittedOn ?? '', a.submittedOn ?? ''))[0];
    return newer === undefined
      ? []
      : issue({ fault: 'earlier', other: newer.submittedOn!, otherSource: sourceName(newer) });
  });
}
