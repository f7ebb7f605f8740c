import type { ActivityRow } from '../activity/activity-rows.ts';
import type { Catalog, CollectionLevel, CycleRule } from '../catalog/types.ts';
import { criteriaOf } from '../criteria/criteria-of.ts';
import type { CriterionRow } from '../criteria/criteria-rows.ts';
import { type ExpectedRow, expectedRows } from '../criteria/expected-rows.ts';
import type { CriterionStatus } from '../criteria/mark.ts';
import { parsePeriod } from '../period/period.ts';
import { currentRows } from '../record/current-rows.ts';
import type { RecordRow } from '../record/record.ts';
import { type District, isOpen, type Register } from '../register/register.ts';
import { linksOf, linksOfCriterion } from './criterion-links.ts';

/** Register of documents (templates/records.csv) that are evidence of work in a direction. */
const evidenceRecord = 'evidence';

/** `partly`: something is there, but a criterion of the link is not or not wholly met. */
export type LinkState = 'yes' | 'partly' | 'no' | 'unknown';

/** One link of the management cycle in one direction, for one unit: is it there this year, and by what. */
export interface LinkCoverage {
  readonly direction: string;
  readonly link: string;
  readonly level: CollectionLevel;
  readonly unit: string;
  readonly state: LinkState;
  readonly criteria: readonly CriterionRow[];
  /** Those due in the school year, and those done without a date. */
  readonly activities: readonly ActivityRow[];
  readonly documents: readonly RecordRow[];
  /** Expected results of the calendar years of the school year; the district's alone. */
  readonly expected: readonly ExpectedRow[];
  /** `indicators`, `forms`, `values`: what the year's data show. */
  readonly data: readonly string[];
}

/** Directions for which a unit has data in the school year. */
export interface CycleData {
  /** With an indicator that has a value. */
  readonly indicators: (unit: string, direction: string) => boolean;
  /** With a value that was handed in. */
  readonly values: (unit: string, direction: string) => boolean;
}

export interface CycleInput {
  readonly catalog: Catalog;
  readonly register: Register;
  readonly schoolYear: string;
  readonly criteria: readonly CriterionRow[];
  readonly activities: readonly ActivityRow[];
  readonly records: readonly RecordRow[];
  readonly data: CycleData;
}

/** The links of the cycle in their order. */
export const cycleLinks = ({ dimensions }: Pick<Catalog, 'dimensions'>) =>
  dimensions.get('cycle_link')?.members ?? [];

interface Material {
  readonly criteria: ReadonlyMap<string, readonly CriterionRow[]>;
  readonly activities: ReadonlyMap<string, readonly ActivityRow[]>;
  readonly documents: ReadonlyMap<string, readonly RecordRow[]>;
  readonly expected: ReadonlyMap<string, readonly ExpectedRow[]>;
}

const keyOf = (unit: string, direction: string, link: string): string => `${unit}\n${direction}\n${link}`;

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

const isDone = ({ status }: ActivityRow): boolean => status === 'done' || status === 'done_late';

function materialOf({ catalog, register, schoolYear, criteria, activities, records }: CycleInput): Material {
  const rules = catalog.cycle;
  const ofCriteria = new Map<string, CriterionRow[]>();
  const ofActivities = new Map<string, ActivityRow[]>();
  const ofDocuments = new Map<string, RecordRow[]>();
  const links = new Map<unknown, readonly string[]>();
  /** Many rows share a criterion or an activity: its text is looked at once. */
  const once = (thing: unknown, find: () => string[]): readonly string[] => {
    const found = links.get(thing) ?? find();
    links.set(thing, found);
    return found;
  };
  for (const row of criteria) {
    const { criterion } = row.item;
    for (const link of once(criterion, () => linksOfCriterion(rules, criterion)))
      push(ofCriteria, keyOf(row.unit, criterion.direction, link), row);
  }
  const year = parsePeriod(schoolYear);
  for (const row of activities) {
    const { activity, due } = row;
    const isOfYear =
      due && year ? due.day >= year.first && due.day <= year.last : due === undefined && isDone(row);
    if (!isOfYear || row.status === 'not_applicable') continue;
    for (const link of once(activity, () => linksOf(rules, 'activity', activity.title)))
      push(ofActivities, keyOf(row.unit, activity.direction, link), row);
  }
  const kind = catalog.records.get(evidenceRecord);
  for (const row of kind ? currentRows(kind, records, schoolYear) : []) {
    const link = rules.find(
      ({ source, words }) => source === 'document' && words.includes(String(row.values.kind)),
    )?.link;
    if (link !== undefined && row.values.direction !== undefined)
      push(ofDocuments, keyOf(row.unit, String(row.values.direction), link), row);
  }
  const ofExpected = new Map<string, ExpectedRow[]>();
  const calendarYears = year ? [year.first.slice(0, 4), year.last.slice(0, 4)] : [];
  for (const district of register.districts)
    for (const row of expectedRows(catalog, district, records, schoolYear)) {
      const { direction, year: of, result } = row.item.expected;
      if (!calendarYears.includes(of)) continue;
      for (const link of linksOf(rules, 'activity', result))
        push(ofExpected, keyOf(district.code, direction, link), row);
    }
  return { criteria: ofCriteria, activities: ofActivities, documents: ofDocuments, expected: ofExpected };
}

/** Directions of which a district's documents speak at a level, in printed order. */
function directionsOf(catalog: Catalog, district: District, level: CollectionLevel): string[] {
  const named = new Set<string>(criteriaOf(catalog, district, level).map((c) => c.criterion.direction));
  for (const activity of catalog.activities)
    if (activity.level === level && district.roadmaps.includes(activity.roadmap))
      named.add(activity.direction);
  if (level === 'district')
    for (const result of catalog.expectedResults)
      if (district.roadmaps.includes(result.roadmap)) named.add(result.direction);
  return [...catalog.directions.keys()].filter((id) => named.has(id));
}

/**
 * Which links of the management cycle exist in the school year (domain §8), per direction of the roadmap, for every
 * district and for its organisations where the roadmap speaks of them. A link is there by a criterion that is met, an
 * activity done, a document or data; it is missing where something speaks against it and nothing for it; else nothing
 * is known.
 */
export function cycleCoverage(input: CycleInput): LinkCoverage[] {
  const { catalog, register, schoolYear } = input;
  const links = cycleLinks(catalog);
  if (links.length === 0) return [];
  const material = materialOf(input);
  const year = parsePeriod(schoolYear);
  const dataRules = catalog.cycle.filter(({ source }) => source === 'data');
  const of = (level: CollectionLevel, unit: string, directions: readonly string[]): LinkCoverage[] =>
    directions.flatMap((direction) =>
      links.map(({ member }): LinkCoverage => {
        const key = keyOf(unit, direction, member);
        const found = {
          criteria: material.criteria.get(key) ?? [],
          activities: material.activities.get(key) ?? [],
          documents: material.documents.get(key) ?? [],
          expected: material.expected.get(key) ?? [],
          data: dataOf(dataRules, member, unit, direction, input.data),
        };
        return { direction, link: member, level, unit, state: stateOf(found), ...found };
      }),
    );
  return register.districts.flatMap((district) => {
    const below = directionsOf(catalog, district, 'organisation');
    const members = register.organisations.filter(
      (o) => o.district === district.code && (!year || isOpen(o, year)),
    );
    return [
      ...of('district', district.code, directionsOf(catalog, district, 'district')),
      ...members.flatMap((o) => of('organisation', o.code, below)),
    ];
  });
}

function dataOf(
  rules: readonly CycleRule[],
  link: string,
  unit: string,
  direction: string,
  data: CycleData,
): string[] {
  const words = rules.filter((rule) => rule.link === link).flatMap((rule) => rule.words);
  return words.filter((word) =>
    word === 'indicators' ? data.indicators(unit, direction) : data.values(unit, direction),
  );
}

function stateOf({
  criteria,
  activities,
  documents,
  expected,
  data,
}: Pick<LinkCoverage, 'criteria' | 'activities' | 'documents' | 'expected' | 'data'>): LinkState {
  const judged = [...criteria, ...expected];
  const count = (status: CriterionStatus): number => judged.filter((row) => row.status === status).length;
  const partly = count('partly');
  const notMet = count('not_met');
  const done = activities.filter(isDone).length;
  const late = activities.filter(({ status }) => status === 'overdue').length;
  const isThere = count('met') + partly + done + documents.length + data.length > 0;
  if (isThere) return partly + notMet > 0 ? 'partly' : 'yes';
  return notMet + late > 0 ? 'no' : 'unknown';
}
