import type { Issue } from '../../shared/issue/issue.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import type { Register } from '../../shared/register/register.ts';
import type { StoredSource } from '../store/store.ts';

type Workbook = Pick<StoredSource, 'id' | 'path' | 'kind' | 'unit' | 'submittedByPost'>;

/** Who entered the values of others. */
export interface Enterer {
  readonly district: string;
  /** Post of the person who handed in the workbook. */
  readonly post?: string;
}

interface Given {
  readonly sourceId: number;
  readonly observations: readonly Observation[];
}

export interface OnBehalf<T extends Given> {
  /** Without the values that a workbook may not give. */
  readonly observations: readonly T[];
  /** One per file and organisation of which nothing is taken. */
  readonly issues: readonly Issue[];
  /** By the path of a workbook in which a district enters values of its organisations. */
  readonly enteredBy: ReadonlyMap<string, Enterer>;
}

/**
 * A workbook speaks for the unit it was made for; a district's may also hold values of the district's organisations. Of
 * others it takes nothing. Judged anew in each run, since the register changes while files stay; a unit that nobody
 * knows is left to those who report unknown units.
 */
export function onBehalf<T extends Given>(
  sources: readonly Workbook[],
  observations: readonly T[],
  { districts, organisations }: Register,
): OnBehalf<T> {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const isDistrict = new Set(districts.map(({ code }) => code));
  const home = new Map(organisations.map((o) => [o.code, o.district]));
  for (const { code } of districts) if (!home.has(code)) home.set(code, code);
  const issues: Issue[] = [];
  const enteredBy = new Map<string, Enterer>();
  const kept = observations.map((given): T => {
    const source = byId.get(given.sourceId);
    const own = source?.unit;
    if (source?.kind !== 'workbook' || own === undefined) return given;
    if (given.observations.every(({ unit }) => unit === own)) return given;
    const post = source.submittedByPost;
    if (isDistrict.has(own)) enteredBy.set(source.path, { district: own, ...(post && { post }) });
    const refused = new Set<string>();
    const taken = given.observations.filter((o) => {
      const belongs =
        o.unit === own || !home.has(o.unit) || (isDistrict.has(own) && home.get(o.unit) === own);
      if (!belongs && !refused.has(o.unit)) {
        refused.add(o.unit);
        const params = { taken: isDistrict.has(own) ? 'other_district' : 'not_district' };
        issues.push({ code: 'organisation.unknown', place: o.place, organisation: o.unit, params });
      }
      return belongs;
    });
    return { ...given, observations: taken };
  });
  return { observations: kept, issues, enteredBy };
}
