import type { DistrictUnits } from './district-units.ts';
import type { SummaryInput } from './input.ts';
import { known } from './known-records.ts';

/** Teachers of one subject with one kind of deficit: what courses are to be asked for. */
export interface CourseLine {
  readonly subject: string;
  readonly deficit: string;
  readonly teachers: number;
  /** Most teachers first. */
  readonly organisations: readonly { readonly name: string; readonly teachers: number }[];
}

export interface CourseRequest {
  /** Where anybody is in need, most teachers first. */
  readonly lines: readonly CourseLine[];
  /** Organisations that answered at least one question, of those that owe them. */
  readonly reported: number;
  readonly expected: number;
}

/** The request for courses of the school year; undefined where the catalogue does not ask for deficits. */
export function courseRequest(input: SummaryInput, units: DistrictUnits): CourseRequest | undefined {
  const { catalog, schoolYear } = input;
  const element = catalog.elements.get(known.deficits);
  const [subjects, deficits] = (element?.dims ?? []).map((dim) => catalog.dimensions.get(dim)?.members ?? []);
  if (subjects === undefined || deficits === undefined) return undefined;
  const order = new Map(units.organisations.map((o, i) => [o.code, i]));
  const values = new Map<string, Map<string, number>>();
  const reported = new Set<string>();
  for (const { unit, element: code, period, status, value } of input.observations) {
    if (period !== schoolYear || !order.has(unit) || !code.startsWith(`${known.deficits}.`)) continue;
    if (status !== 'value' || typeof value !== 'number') continue;
    reported.add(unit);
    values.set(code, (values.get(code) ?? new Map<string, number>()).set(unit, value));
  }
  const first = `${known.deficits}.${subjects[0]?.member}.${deficits[0]?.member}`;
  const of = (subject: string, deficit: string) => values.get(`${known.deficits}.${subject}.${deficit}`);
  const sum = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((a, b) => a + b, 0);
  const lines = subjects.flatMap((subject) =>
    deficits.flatMap((deficit): CourseLine[] => {
      const counts = of(subject.member, deficit.member);
      const teachers = counts ? sum(counts) : 0;
      if (!counts || teachers === 0) return [];
      const organisations = [...counts]
        .filter(([, n]) => n > 0)
        .sort((a, b) => b[1] - a[1] || order.get(a[0])! - order.get(b[0])!)
        .map(([code, n]) => ({ name: units.all.get(code)?.name ?? code, teachers: n }));
      return [{ subject: subject.title, deficit: deficit.title, teachers, organisations }];
    }),
  );
  return {
    lines: lines
      .map((line, at) => ({ line, at }))
      .sort((a, b) => b.line.teachers - a.line.teachers || a.at - b.at)
      .map(({ line }) => line),
    reported: reported.size,
    expected: units.organisations.filter((o) => input.owes(o.code, first, schoolYear)).length,
  };
}
