import type { Definitions } from '../definitions/read-definitions.ts';
import type { Issue } from '../issue/issue.ts';
import type { Observation } from '../observation/observation.ts';
import { blockedIn } from '../parse/blocked-cells.ts';

/** Values that somebody typed where an organisation owes none: kept, and in no figure. */
export function notOwed({ blocked }: Definitions, observations: readonly Observation[]): Issue[] {
  const isBlocked = blockedIn([...blocked.values()]);
  return observations
    .filter(({ unit, element, period }) => isBlocked(unit, element, period))
    .map(({ unit, element, period, place, raw }) => ({
      code: 'value.not_owed',
      place,
      organisation: unit,
      element,
      period,
      ...(raw !== undefined && { raw }),
    }));
}
