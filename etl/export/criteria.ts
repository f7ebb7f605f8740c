import type { CriterionRow } from '../../shared/criteria/criteria-rows.ts';
import { compareText } from '../../shared/number/compare-text.ts';
import type { ExportTable } from './table.ts';

/** Columns of a row's key, by which rows are sorted. */
const keyOf = ({ item: { criterion: c }, level, unit }: CriterionRow): readonly string[] => [
  c.roadmap,
  c.direction,
  c.group,
  c.no,
  level,
  unit,
];

/**
 * `export criteria`: a row per criterion and unit of the school year. `own_mark`, `district_mark`: `yes`, `partly`, `no`,
 * `not_applicable`; `status`: `met`, `partly`, `not_met`, `not_applicable`, `no_data`, polarity applied; `evidence`: the
 * document with its date.
 */
export function criteriaTable(rows: readonly CriterionRow[]): ExportTable {
  const order = (a: CriterionRow, b: CriterionRow): number => {
    const other = keyOf(b);
    return (
      keyOf(a).reduce((found, part, i) => found || compareText(part, other[i]!), 0) ||
      compareText(a.item.key, b.item.key)
    );
  };
  return {
    header: [
      'roadmap',
      'direction',
      'group',
      'no',
      'level',
      'unit',
      'polarity',
      'own_mark',
      'district_mark',
      'evidence',
      'link',
      'status',
    ],
    rows: [...rows].sort(order).map((row) => {
      const { document, date, link } = row.evidence;
      return [
        ...keyOf(row),
        row.item.criterion.polarity,
        row.own,
        row.byDistrict,
        [document, date].filter((part) => part !== undefined).join(' ') || undefined,
        link,
        row.status,
      ];
    }),
  };
}
