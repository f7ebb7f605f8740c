import type { Issue, Place } from '../../shared/issue/issue.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import type { RecordRow } from '../../shared/record/record.ts';
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

interface GivenRow {
  readonly sourceId: number;
  readonly row: RecordRow;
}

export interface OnBehalf<T extends Given, R extends GivenRow = GivenRow> {
  /** Without the values that a workbook may not give. */
  readonly observations: readonly T[];
  readonly records: readonly R[];
  /** One per file and organisation of which nothing is taken. */
  readonly issues: readonly Issue[];
  /** By the path of a workbook in which a district enters values of its organisations. */
  readonly enteredBy: ReadonlyMap<string, Enterer>;
}

/** Whose values a workbook may give, judged by the register as it stands. */
class Speakers {
  readonly issues: Issue[] = [];
  readonly enteredBy = new Map<string, Enterer>();
  private readonly byId: ReadonlyMap<number, Workbook>;
  private readonly isDistrict: ReadonlySet<string>;
  private readonly home: ReadonlyMap<string, string>;
  /** `<source> <unit>` of which nothing is taken: told once. */
  private readonly refused = new Set<string>();

  constructor(sources: readonly Workbook[], { districts, organisations }: Register) {
    this.byId = new Map(sources.map((source) => [source.id, source]));
    this.isDistrict = new Set(districts.map(({ code }) => code));
    const home = new Map(organisations.map((o) => [o.code, o.district]));
    for (const { code } of districts) if (!home.has(code)) home.set(code, code);
    this.home = home;
  }

  mayGive(sourceId: number, unit: string, place: Place): boolean {
    const source = this.byId.get(sourceId);
    const own = source?.unit;
    if (source?.kind !== 'workbook' || own === undefined || unit === own) return true;
    const isDistrict = this.isDistrict.has(own);
    const post = source.submittedByPost;
    if (isDistrict) this.enteredBy.set(source.path, { district: own, ...(post && { post }) });
    const belongs = !this.home.has(unit) || (isDistrict && this.home.get(unit) === own);
    const name = `${sourceId} ${unit}`;
    if (!belongs && !this.refused.has(name)) {
      this.refused.add(name);
      const params = { taken: isDistrict ? 'other_district' : 'not_district' };
      this.issues.push({ code: 'organisation.unknown', place, organisation: unit, params });
    }
    return belongs;
  }
}

/**
 * A workbook speaks for the unit it was made for; a district's may also hold values and rows of registers of the
 * district's organisations. Of others it takes nothing. Judged anew in each run, since the register changes while files
 * stay; a unit that nobody knows is left to those who report unknown units.
 */
export function onBehalf<T extends Given, R extends GivenRow = GivenRow>(
  sources: readonly Workbook[],
  observations: readonly T[],
  register: Register,
  records: readonly R[] = [],
): OnBehalf<T, R> {
  const speakers = new Speakers(sources, register);
  return {
    observations: observations.map((given): T => {
      const taken = given.observations.filter((o) => speakers.mayGive(given.sourceId, o.unit, o.place));
      return taken.length === given.observations.length ? given : { ...given, observations: taken };
    }),
    records: records.filter(({ sourceId, row }) => speakers.mayGive(sourceId, row.unit, row.place)),
    issues: speakers.issues,
    enteredBy: speakers.enteredBy,
  };
}
