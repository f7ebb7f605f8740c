import { formCalendar } from '../form-calendar/form-calendar.ts';
import type { Organisation } from '../register/register.ts';
import type { Protocol } from '../returns/protocol.ts';
import { type DistrictUnits, districtUnits } from '../summary/district-units.ts';
import type { SummaryInput } from '../summary/input.ts';
import { type CriteriaOf, criteriaByUnit } from './criteria.ts';
import { DistrictFigures } from './district-figures.ts';
import type { FormDuty, OrganisationFacts } from './facts.ts';
import { type RecordsOf, recordsByUnit } from './records.ts';

/** The protocol that goes back to an organisation, if it has anything to mend. */
export type ProtocolOf = (organisation: string) => Protocol | undefined;

/** The views of a district's organisations: what they share is worked out once, when the first is asked for. */
export class DistrictViews {
  /** Open in the school year, in register order. */
  readonly organisations: readonly Organisation[];
  private readonly input: SummaryInput;
  private readonly units: DistrictUnits;
  private readonly protocolOf: ProtocolOf;
  private shared: Shared | undefined;

  /** Throws UnknownDistrict. */
  constructor(input: SummaryInput, protocolOf: ProtocolOf = () => undefined) {
    this.input = input;
    this.units = districtUnits(input);
    this.organisations = this.units.organisations;
    this.protocolOf = protocolOf;
  }

  factsOf({ code, name }: Organisation): OrganisationFacts {
    this.shared ??= sharedOf(this.input, this.units);
    const { figures, forms, groups, recordsOf, criteriaOf } = this.shared;
    const criteria = criteriaOf(code);
    const protocol = this.protocolOf(code);
    const { district } = this.units;
    const group = groups.get(code);
    return {
      code,
      name,
      district: district.name,
      region: district.regionName,
      schoolYear: this.input.schoolYear,
      ...(this.input.label !== undefined && { label: this.input.label }),
      ...(group !== undefined && { group }),
      results: figures.rowsOf(code),
      compared: figures.comparedOf(code),
      forms: forms.get(code) ?? [],
      ...(protocol && {
        protocol: { counts: protocol.counts, remarks: protocol.remarks, left: protocol.left },
      }),
      ...recordsOf(code),
      ...(criteria && { criteria }),
    };
  }
}

interface Shared {
  readonly figures: DistrictFigures;
  readonly forms: ReadonlyMap<string, readonly FormDuty[]>;
  readonly groups: ReadonlyMap<string, NonNullable<OrganisationFacts['group']>>;
  readonly recordsOf: RecordsOf;
  readonly criteriaOf: CriteriaOf;
}

function sharedOf(input: SummaryInput, units: DistrictUnits): Shared {
  const { catalog, results, district, schoolYear } = input;
  const clusters: NonNullable<SummaryInput['clusters']> = input.clusters ?? new Map();
  return {
    figures: new DistrictFigures(catalog, results, district, schoolYear, clusters),
    forms: dutiesOf(input, units),
    groups: groupsOf(clusters, units),
    recordsOf: recordsByUnit(input),
    criteriaOf: criteriaByUnit(input, units),
  };
}

/** What each organisation owes, in order of deadlines. */
function dutiesOf(input: SummaryInput, units: DistrictUnits): Map<string, FormDuty[]> {
  const duties = new Map<string, FormDuty[]>();
  for (const { form, period, asOf, lastDay, reports } of formCalendar(input, units).entries) {
    for (const { unit, asked, punctuality, isComplete } of reports) {
      if (asked === 0) continue;
      const duty: FormDuty = {
        form: form.title,
        period: period.key,
        ...(asOf !== undefined && { asOf }),
        ...(lastDay !== undefined && { due: lastDay }),
        punctuality,
        isComplete,
      };
      duties.set(unit, [...(duties.get(unit) ?? []), duty]);
    }
  }
  return duties;
}

function groupsOf(
  clusters: NonNullable<SummaryInput['clusters']>,
  { organisations }: DistrictUnits,
): Map<string, NonNullable<OrganisationFacts['group']>> {
  const verdicts = organisations.flatMap(({ code }) => {
    const verdict = clusters.get(code);
    return verdict === undefined || verdict.type === 'none' ? [] : [{ code, verdict }];
  });
  const sizes = new Map<string, number>();
  for (const { verdict } of verdicts)
    if (verdict.type === 'cluster') sizes.set(verdict.rule.code, (sizes.get(verdict.rule.code) ?? 0) + 1);
  return new Map(
    verdicts.map(({ code, verdict }) => [
      code,
      verdict.type === 'cluster'
        ? { title: verdict.rule.title, organisations: sizes.get(verdict.rule.code)! }
        : 'missing',
    ]),
  );
}
