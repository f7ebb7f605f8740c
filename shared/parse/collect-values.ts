import type { Issue } from '../issue/issue.ts';
import { namedPlace } from '../issue/place.ts';
import type { Observation } from '../observation/observation.ts';

/** A value of one file, in reading order, and what the file says of it. */
export interface CollectedValue {
  readonly observation: Observation;
  readonly issues: readonly Issue[];
}

interface Gathered {
  first: CollectedValue;
  conflict: boolean;
}

/**
 * Joins values that one file gives twice for the same unit, element and period. Equal ones, and an empty cell beside
 * a filled one, count once: one warning per pair of tabs. Different ones: nobody's value counts, each repetition gives
 * an error `code` that names both values.
 */
export function collectValues(values: readonly CollectedValue[], code: 'key.duplicate' | 'value.conflict') {
  const byKey = new Map<string, Gathered>();
  const issues: Issue[] = [];
  const repeats = new Map<string, { observation: Observation; other: Observation; count: number }>();
  for (const value of values) {
    const { observation } = value;
    const key = `${observation.unit}\n${observation.element}\n${observation.period}`;
    const known = byKey.get(key);
    if (!known) {
      byKey.set(key, { first: value, conflict: false });
      continue;
    }
    const first = known.first.observation;
    const isEqual = observation.status === first.status && observation.value === first.value;
    if (isEqual || observation.status === 'not_reported' || first.status === 'not_reported') {
      const pair = `${first.place.tab}\n${observation.place.tab}`;
      const repeat = repeats.get(pair) ?? { observation, other: first, count: 0 };
      repeat.count++;
      repeats.set(pair, repeat);
      if (!isEqual && first.status === 'not_reported') known.first = value;
      continue;
    }
    known.conflict = true;
    issues.push({
      code,
      place: observation.place,
      organisation: observation.unit,
      element: observation.element,
      period: observation.period,
      params: {
        value: shown(observation),
        source: namedPlace(observation.place),
        other: shown(first),
        otherSource: namedPlace(first.place),
      },
    });
  }
  for (const { observation, other, count } of repeats.values()) {
    issues.push({
      code: 'key.duplicate',
      severity: 'warning',
      place: observation.place,
      organisation: observation.unit,
      element: observation.element,
      period: observation.period,
      params: { otherSource: namedPlace(other.place), count },
    });
  }
  const observations: Observation[] = [];
  const ofValues: Issue[] = [];
  for (const { first, conflict } of byKey.values()) {
    ofValues.push(...first.issues);
    observations.push(conflict ? rejectedCopy(first.observation) : first.observation);
  }
  return { observations, issues: [...ofValues, ...issues] };
}

const shown = (o: Observation): string | number => o.value ?? o.raw ?? o.status;

function rejectedCopy(o: Observation): Observation {
  const raw = o.raw ?? (o.value === undefined ? undefined : String(o.value).slice(0, 200));
  const { unit, element, period, place } = o;
  return { unit, element, period, status: 'rejected', ...(raw !== undefined && { raw }), place };
}
