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
    return district ? criteriaGiven(catalog, criteriaOf(catalog, district, level)) : [];
  if (code === criteriaRecords.expected)
    return district ? expectedOf(catalog, district).map((item) => expectedGiven(catalog, item)) : [];
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

/** Evidence that is the same as above is named by the number of its row, or the table would be too long to read. */
const criteriaGiven = (catalog: Catalog, items: readonly CriterionItem[]): GivenRow[] =>
  items.map(({ key, criterion: c }, i) => {
    let first = i;
    while (first > 0 && isSameEvidence(items[first - 1]!, c)) first--;
    const asked = first === i ? c.evidence : criteriaTexts.sameEvidence(items[first]!.criterion.no);
    return {
      key,
      headings: [catalog.directions.get(c.direction)?.title ?? c.direction, c.group],
      values: printed({
        direction: shortTitle(catalog, c.direction),
        no: c.no,
        criterion: c.criterion,
        polarity: c.polarity === '-' ? criteriaTexts.minus : c.polarity,
        asked,
      }),
    };
  });

const isSameEvidence = (
  { criterion }: CriterionItem,
  { direction, evidence }: CriterionItem['criterion'],
): boolean => evidence !== '' && criterion.evidence === evidence && criterion.direction === direction;

const shortTitle = ({ directions }: Pick<Catalog, 'directions'>, id: string): string =>
  directions.get(id)?.short || directions.get(id)?.title || id;

const expectedGiven = (catalog: Catalog, { key, expected }: ExpectedItem): GivenRow => ({
  key,
  ...(expected.section !== '' && { headings: [expected.section] }),
  values: printed({
    direction: shortTitle(catalog, expected.direction),
    year: expected.year,
    result: expected.result,
  }),
});

/** Empty texts are left out: an empty cell says nothing. */
const printed = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
