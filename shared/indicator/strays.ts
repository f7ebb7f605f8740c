import { resolveConcrete } from '../catalog/concrete.ts';
import { compareText } from '../number/compare-text.ts';
import type { ObservationStatus } from '../observation/observation.ts';
import { observationStatuses } from '../observation/observation.ts';
import { parsePeriod } from '../period/period.ts';
import type { ObservationColumns } from './columns.ts';
import { type Evaluation, engineOf } from './evaluate.ts';
import type { Owing } from './owing.ts';
import { given, notReported, statusNumber } from './status.ts';

/** An observation from a unit that does not owe the element: kept, reported, and in no figure (evaluation.md, Strays). */
export interface Stray {
  readonly unit: string;
  readonly element: string;
  readonly period: string;
  readonly status: ObservationStatus;
  readonly value?: number;
  /** `organisation.closed` = not open in the period; else type, programme, condition, level or nothing asked. */
  readonly code: 'organisation.closed' | 'value.not_owed';
}

/** The name of a status number. */
export const statusOf = (number: number): ObservationStatus =>
  observationStatuses.find((status) => statusNumber[status] === number) ?? 'no_data';

function inColumn(
  element: string,
  period: string,
  { units, byElement }: ObservationColumns,
  owing: Owing,
  known: NonNullable<ReturnType<typeof resolveConcrete>>,
): Stray[] {
  const parsed = parsePeriod(period);
  const column = byElement.get(element)?.get(period);
  if (!parsed || !column) return [];
  const owes = owing.inPeriod(known.element, parsed);
  const open = owing.open(parsed);
  const own = units.organisations.length;
  const found: Stray[] = [];
  column.status.forEach((s, i) => {
    if (s === notReported || (owes[i] === 1 && open[i] === 1)) return;
    const unit = i < own ? units.organisations[i]! : units.districts[i - own]!;
    found.push({
      unit: unit.code,
      element,
      period,
      status: statusOf(s),
      ...(s === given && { value: column.values[i]! }),
      code: open[i] === 0 ? 'organisation.closed' : 'value.not_owed',
    });
  });
  return found;
}

/** All strays, in the order of unit, element, period. Elements that the catalogue does not know are none of its business. */
export function strays(evaluation: Evaluation): Stray[] {
  const { sources } = engineOf(evaluation);
  const found: Stray[] = [];
  for (const [element, periods] of sources.columns.byElement) {
    const known = resolveConcrete(sources.catalog, element);
    if (!known) continue;
    for (const period of periods.keys())
      found.push(...inColumn(element, period, sources.columns, sources.owing, known));
  }
  return found.sort(
    (a, b) =>
      compareText(a.unit, b.unit) || compareText(a.element, b.element) || compareText(a.period, b.period),
  );
}
