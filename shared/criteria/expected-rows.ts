import type { Catalog } from '../catalog/types.ts';
import type { Place } from '../issue/issue.ts';
import { currentRows } from '../record/current-rows.ts';
import type { RecordRow } from '../record/record.ts';
import type { District } from '../register/register.ts';
import { evidenceOf, type NamedEvidence } from './evidence.ts';
import { type ExpectedItem, expectedOf } from './expected-items.ts';
import { criteriaRecords } from './known-records.ts';
import { type CriterionStatus, markOf, statusOf } from './mark.ts';

/** One expected result of a year and whether it has been reached. */
export interface ExpectedRow {
  readonly item: ExpectedItem;
  readonly status: CriterionStatus;
  readonly evidence: NamedEvidence;
  readonly place?: Place;
}

/** The expected results of a district's roadmaps, in printed order, with what the district says of them. */
export function expectedRows(
  catalog: Pick<Catalog, 'expectedResults' | 'records'>,
  district: District,
  records: readonly RecordRow[],
  schoolYear: string,
): ExpectedRow[] {
  const kind = catalog.records.get(criteriaRecords.expected);
  if (!kind) return [];
  const said = new Map(
    currentRows(kind, records, schoolYear)
      .filter(({ unit }) => unit === district.code)
      .map((row) => [row.key, row]),
  );
  return expectedOf(catalog, district).map((item): ExpectedRow => {
    const row = said.get(item.key);
    return {
      item,
      status: statusOf(markOf(row), ''),
      evidence: row ? evidenceOf(row) : {},
      ...(row && { place: row.place }),
    };
  });
}
