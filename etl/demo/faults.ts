import type { Scalar } from '../../shared/plan/plan.ts';

/** A typical slip of a person: what stands in a cell instead of the right figure. */
export interface Fault {
  readonly unit: string;
  readonly period: string;
  /** Concrete element. */
  readonly element: string;
  /** Undefined: the cell was left empty. */
  readonly typed: Scalar | undefined;
}

/** One of each kind, as they happen in real reports. */
export const faults: readonly Fault[] = [
  { unit: 'school-02', period: '2024/25', element: 'literacy.assessed', typed: '210 чел.' },
  { unit: 'school-04', period: '2024/25', element: 'pupils.aoop', typed: 'нет' },
  { unit: 'school-05', period: '2024/25:end', element: 'control.ooo.basic.math', typed: 640 },
  { unit: 'school-06', period: '2024/25', element: 'meta.noo.high', typed: '1 10' },
  { unit: 'school-07', period: '2024/25', element: 'meta.ooo.high', typed: '18,5' },
  { unit: 'school-08', period: '2024/25:middle', element: 'control.soo.basic.ru', typed: 'н/д' },
  { unit: 'school-09', period: '2024/25', element: 'oge.passed.all', typed: -3 },
  { unit: 'school-10', period: '2024/25', element: 'literacy.reading_passed', typed: undefined },
  { unit: 'school-03', period: '2023/24', element: 'meta.noo.high', typed: '—' },
  { unit: 'school-01', period: '2023/24', element: 'literacy.reading_assessed', typed: '1.234,5' },
];

/** Who sent nothing that year. */
export const silent: ReadonlySet<string> = new Set(['school-12 2024/25']);
