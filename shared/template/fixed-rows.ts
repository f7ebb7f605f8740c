import type { Catalog, RecordKind } from '../catalog/types.ts';
import { criteriaOf } from '../criteria/criteria-of.ts';
import type { CriterionItem } from '../criteria/criterion-item.ts';
import { type ExpectedItem, expectedOf } from '../criteria/expected-items.ts';
import { criteriaRecords } from '../criteria/known-records.ts';
import { criteriaTexts } from '../texts/criteria.ts';
import type { GivenRow } from './record-sheet.ts';
import type { UnitProfile } from './unit.ts';

/**
 * The rows that a register has from the catalogue, with their keys and printed fields; undefined for registers of free
 * rows. None where the district's roadmaps ask for nothing of the kind: then the workbook has no such tab.
 */
export function fixedRows(
  catalog: Catalog,
  { code }: Pick<RecordKind, 'code'>,
  { district, level }: Pick<UnitProfile, 'district' | 'level'>,
): readonly GivenRow[] | undefined {
  if (code === criteriaRecords.self)
    return district ? criteriaOf(catalog, district, level).map(criterionGiven) : [];
  if (code === criteriaRecords.expected)
    return district ? expectedOf(catalog, district).map(expectedGiven) : [];
  return undefined;
}

/** Whether a register of free rows has anything to speak of in this district. */
export const isMeant = (
  catalog: Catalog,
  { code }: Pick<RecordKind, 'code'>,
  { district }: Pick<UnitProfile, 'district'>,
): boolean =>
  code !== criteriaRecords.review ||
  (district !== undefined && criteriaOf(catalog, district, 'organisation').length > 0);

/** Given rows with what was entered before under their keys; what has no key of theirs has no place. */
export function withEntered(given: readonly GivenRow[], entered: readonly GivenRow[]): GivenRow[] {
  const before = new Map(entered.map((row) => [row.key, row]));
  return given.map((row) => {
    const own = before.get(row.key);
    if (!own) return row;
    return {
      ...row,
      values: { ...own.values, ...row.values },
      ...(own.answers !== undefined && { answers: own.answers }),
    };
  });
}

const criterionGiven = ({ key, criterion: c }: CriterionItem): GivenRow => ({
  key,
  values: printed({
    direction: c.direction,
    group: c.group,
    no: c.no,
    criterion: c.criterion,
    polarity: c.polarity === '-' ? criteriaTexts.minus : c.polarity,
    asked: c.evidence,
  }),
});

const expectedGiven = ({ key, expected }: ExpectedItem): GivenRow => ({
  key,
  values: printed({ direction: expected.direction, year: expected.year, result: expected.result }),
});

/** Empty texts are left out: an empty cell says nothing. */
const printed = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
