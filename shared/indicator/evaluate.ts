import type { Catalog } from '../catalog/types.ts';
import type { Day } from '../period/period.ts';
import type { ObservationColumns } from './columns.ts';
import { Engine } from './engine.ts';
import type { Flags } from './owing.ts';
import { type RowPeriod, RowWriter } from './row-writer.ts';
import { Sources } from './sources.ts';
import { ResultTable, type RowUnit } from './table.ts';
import { schoolYearsOf } from './timeline.ts';
import type { Units } from './units.ts';

/** What figures are made from. `date` is the day on which the evaluation stands. */
export interface Evaluation {
  readonly catalog: Catalog;
  readonly observations: ObservationColumns;
  readonly date: Day;
  /** Without an analysis every flag is unknown. */
  readonly flags?: Flags;
}

/** An engine for the same input, for `explain` and the checks. */
export const engineOf = ({ catalog, observations, date, flags }: Evaluation): Engine =>
  new Engine(new Sources(catalog, observations, date, flags ?? (() => undefined)));

/** Rows in the order of the export: levels by name, units by code. */
function rowUnits(units: Units): RowUnit[] {
  return [
    ...units.districts.map(({ code }) => ({ level: 'district' as const, code })),
    ...units.organisations.map(({ code }) => ({ level: 'organisation' as const, code })),
    ...units.regions.map((code) => ({ level: 'region' as const, code })),
  ];
}

/**
 * Evaluates every indicator of the catalogue for organisations, districts and regions (contracts §§1–3,
 * evaluation.md). Rows stand in the order of the export. Depends on nothing but its input; throws CycleError or
 * ExpressionError only for a catalogue that its loader must have refused.
 */
export function evaluate(evaluation: Evaluation): ResultTable {
  const engine = engineOf(evaluation);
  const { date, observations } = evaluation;
  const years = schoolYearsOf(observations.firstSchoolYear, date);
  const { periods: begun } = engine.sources;
  const keys = begun.all(years);
  const place = new Map(keys.map((key, at) => [key, at]));
  const table = new ResultTable(rowUnits(observations.units), keys);
  const writer = new RowWriter(engine, table);
  for (const code of engine.definitions.codes()) {
    const periods: RowPeriod[] = [];
    for (const year of years) {
      const definition = engine.definitions.at(code, year);
      const frequency = definition && engine.natureOf(definition).frequency;
      if (!definition || !frequency) continue;
      for (const period of begun.withRows(frequency, year)) {
        periods.push({ definition, period, at: place.get(period.key)! });
      }
    }
    writer.write(
      code,
      periods.sort((a, b) => a.at - b.at),
    );
  }
  return table;
}
