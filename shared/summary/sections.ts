import { type Distribution, distribution } from '../analysis/distribution.ts';
import { ReferenceRegister, type References } from '../analysis/reference-values.ts';
import type { DistrictUnits } from './district-units.ts';
import type { IndicatorTable, ValueRow } from './indicator-rows.ts';
import { type GroupRow, sectionNumber } from './indicator-tree.ts';
import type { SummaryInput } from './input.ts';
import { type LikeOrganisations, likeOrganisations } from './like-organisations.ts';
import type { Matrix, MatrixRow } from './matrix.ts';
import { sectionNames } from './section-names.ts';
import { wholeYear } from './whole-year.ts';

export type SectionRow = ValueRow & {
  readonly references: References;
  /** Of the organisations' values; not of counts nor of yes and no. */
  readonly distribution?: Distribution;
};

/** What one direction of work looks like in the school year. */
export interface Section {
  /** Name of its tab. */
  readonly name: string;
  readonly number: string;
  readonly title: string;
  readonly rows: readonly (GroupRow | SectionRow)[];
  readonly like?: LikeOrganisations;
}

/** The indicators direction by direction, in the order of the table, each with what it is to be compared with. */
export function sections(
  input: SummaryInput,
  units: DistrictUnits,
  table: IndicatorTable,
  matrix: Matrix,
  taken: readonly string[],
): Section[] {
  const references = new ReferenceRegister(input.catalog);
  const results = wholeYear(input, units);
  const ofCode = new Map(
    matrix.rows.flatMap((row): [string, MatrixRow][] => (row.type === 'value' ? [[row.code, row]] : [])),
  );
  const parts = rowsByDirection(table.rows).map(({ direction: id, rows }) => {
    const values = rows.filter((row): row is ValueRow => row.type === 'value');
    const direction = input.catalog.directions.get(id) ?? { title: id, short: '' };
    return { rows, values, direction, number: sectionNumber(values.map((row) => row.indicator)) };
  });
  const names = sectionNames(parts, taken);
  return parts.map(({ rows, values, direction, number }, i): Section => {
    const known = values.flatMap((row) => (row.isWholeYear ? (ofCode.get(row.code) ?? []) : []));
    const like = likeOrganisations(input, results, matrix, known);
    return {
      name: names[i]!,
      number,
      title: direction.title,
      rows: rows.map((row) =>
        row.type === 'group'
          ? row
          : {
              ...row,
              references: references.at(row.code, row.period.key, units.district.region),
              ...spreadOf(row, ofCode.get(row.code)),
            },
      ),
      ...(like && { like }),
    };
  });
}

function spreadOf(row: ValueRow, organisations: MatrixRow | undefined): { distribution?: Distribution } {
  const { kind } = row.indicator;
  if (!row.isWholeYear || !organisations || (kind !== 'share' && kind !== 'mean')) return {};
  const found = distribution(organisations.cells.flatMap((c) => (c.state === 'value' ? [c.value] : [])));
  return found ? { distribution: found } : {};
}

/** Rows by the direction whose heading they stand under; the heading itself becomes the title. */
export function rowsByDirection(
  rows: IndicatorTable['rows'],
): { readonly direction: string; readonly rows: IndicatorTable['rows'][number][] }[] {
  const parts: { direction: string; rows: IndicatorTable['rows'][number][] }[] = [];
  for (const row of rows) {
    if (row.type === 'group' && row.direction !== undefined)
      parts.push({ direction: row.direction, rows: [] });
    else {
      if (parts.length === 0) parts.push({ direction: firstDirection(rows), rows: [] });
      parts[parts.length - 1]!.rows.push(row);
    }
  }
  return parts;
}

/** Without headings all rows are of one direction. */
const firstDirection = (rows: IndicatorTable['rows']): string =>
  rows.find((row): row is ValueRow => row.type === 'value')?.indicator.direction ?? '';
