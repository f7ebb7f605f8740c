import type { Catalog, CollectionLevel } from '../catalog/types.ts';
import type { Issue, Place } from '../issue/issue.ts';
import { parsePeriod } from '../period/period.ts';
import { currentRows } from '../record/current-rows.ts';
import type { RecordRow } from '../record/record.ts';
import { type District, isOpen, type Register } from '../register/register.ts';
import { criteriaOf } from './criteria-of.ts';
import type { CriterionItem } from './criterion-item.ts';
import { evidenceOf, type NamedEvidence } from './evidence.ts';
import { criteriaRecords } from './known-records.ts';
import { type CriterionStatus, type Mark, markOf, statusOf } from './mark.ts';

/** One criterion and one unit: what it says of itself, and what the district says of it. */
export interface CriterionRow {
  readonly item: CriterionItem;
  readonly level: CollectionLevel;
  readonly unit: string;
  readonly own?: Mark;
  /** Of a district's own criteria it is the same as `own`. */
  readonly byDistrict?: Mark;
  /** The district's remark beside its mark. */
  readonly remark?: string;
  readonly evidence: NamedEvidence;
  /** By the district's mark where there is one, else by the unit's own. */
  readonly status: CriterionStatus;
  readonly place?: Place;
}

export interface CriteriaInput {
  readonly catalog: Pick<Catalog, 'criteria' | 'records'>;
  readonly register: Register;
  readonly schoolYear: string;
  /** Rows of all registers, organisations by code. */
  readonly records: readonly RecordRow[];
}

/** What a district says of one organisation; the more exact a row, the more it weighs. */
interface Review {
  readonly mark?: Mark;
  readonly confirms: boolean;
  readonly remark?: string;
}

function reviewer(rows: readonly RecordRow[]): (unit: string, item: CriterionItem) => Review | undefined {
  const byUnit = new Map<string, RecordRow[]>();
  for (const row of rows) {
    const unit = String(row.values.organisation ?? '');
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), row]);
  }
  return (unit, { key, criterion }) => {
    let best: RecordRow | undefined;
    let weight = -1;
    for (const row of byUnit.get(unit) ?? []) {
      const { criterion: named, direction, mark } = row.values;
      if (mark === undefined && row.answers?.mark !== 'not_applicable') continue;
      // a cell that could not be read makes the row about nothing, never about everything
      if (row.answers?.criterion !== undefined || row.answers?.direction !== undefined) continue;
      if (named !== undefined ? named !== key : direction !== undefined && direction !== criterion.direction)
        continue;
      const own = named !== undefined ? 2 : direction !== undefined ? 1 : 0;
      if (own >= weight) {
        best = row;
        weight = own;
      }
    }
    if (!best) return undefined;
    const mark = markOf(best);
    return {
      ...(mark !== undefined && { mark }),
      confirms: best.values.mark === 'confirmed',
      ...(best.values.remark !== undefined && { remark: String(best.values.remark) }),
    };
  };
}

/** Every criterion of every district and of its organisations open in the school year; in register and printed order. */
export function criteriaRows({ catalog, register, schoolYear, records }: CriteriaInput): CriterionRow[] {
  const kind = (code: string) => catalog.records.get(code);
  const self = kind(criteriaRecords.self);
  if (!self || catalog.criteria.length === 0) return [];
  const said = new Map<string, RecordRow>();
  for (const row of currentRows(self, records, schoolYear)) said.set(`${row.unit}\n${row.key ?? ''}`, row);
  const reviews = kind(criteriaRecords.review);
  const given = reviews ? currentRows(reviews, records, schoolYear) : [];
  const year = parsePeriod(schoolYear);
  const rowOf = (
    item: CriterionItem,
    level: CollectionLevel,
    unit: string,
    review?: Review,
  ): CriterionRow => {
    const row = said.get(`${unit}\n${item.key}`);
    const own = markOf(row);
    const byDistrict = level === 'district' || review?.confirms ? own : review?.mark;
    return {
      item,
      level,
      unit,
      ...(own !== undefined && { own }),
      ...(byDistrict !== undefined && { byDistrict }),
      ...(review?.remark !== undefined && { remark: review.remark }),
      evidence: row ? evidenceOf(row) : {},
      status: statusOf(byDistrict ?? own, item.criterion.polarity),
      ...(row && { place: row.place }),
    };
  };
  const ofDistrict = (district: District): CriterionRow[] => {
    const review = reviewer(given.filter((row) => row.unit === district.code));
    const asked = criteriaOf(catalog, district, 'organisation');
    const members = register.organisations.filter(
      (o) => o.district === district.code && (!year || isOpen(o, year)) && isAsked(self.orgTypes, o.types),
    );
    return [
      ...criteriaOf(catalog, district, 'district').map((item) => rowOf(item, 'district', district.code)),
      ...members.flatMap(({ code }) =>
        asked.map((item) => rowOf(item, 'organisation', code, review(code, item))),
      ),
    ];
  };
  return register.districts.flatMap(ofDistrict);
}

const isAsked = (wanted: readonly string[], own: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((type) => own.includes(type));

/** Rows of the registers whose key names no criterion or expected result of the catalogue. */
export function unknownKeys(records: readonly RecordRow[], known: ReadonlySet<string>): Issue[] {
  return records
    .filter(({ record, key }) => record !== criteriaRecords.review && (key === undefined || !known.has(key)))
    .map(
      ({ record, unit, schoolYear, key, place }): Issue => ({
        code: 'key.unknown',
        place,
        organisation: unit,
        element: record,
        period: schoolYear,
        ...(key !== undefined && { params: { written: key.slice(0, 80) } }),
      }),
    );
}
