import { isPartOf } from '../catalog/code.ts';
import { splitConcrete } from '../catalog/concrete.ts';
import { inForce } from '../catalog/in-force.ts';
import type { Catalog, Indicator } from '../catalog/types.ts';
import { type MinistryReach, ministryReach } from '../disclosure/ministry-reach.ts';
import type { IndicatorResult } from '../indicator/types.ts';
import type { Observation } from '../observation/observation.ts';
import { parsePeriod } from '../period/period.ts';
import type { Report } from '../submission/report.ts';
import type { SummaryInput, SummarySource } from '../summary/input.ts';

/** What the ministry's file of one district is made of: plain data, equal for equal inputs. */
export interface MinistryInput {
  /** As the summary has it, without anything that does not leave the district. */
  readonly summary: SummaryInput;
  /** Version of the definitions: a fingerprint of the catalogue. */
  readonly version: string;
  /** Figures of a single organisation that rest on fewer people are left out (`disclosure.minimum`). */
  readonly minimum: number;
  /** Results of organisations that may be shown one by one. */
  readonly ofOrganisations: readonly IndicatorResult[];
}

/**
 * Cuts the input of a summary down to what was handed in and may leave the district (domain §12, profile «ministry»).
 * Values of drafts and returned reports are no part of it in the first place (decision record 014); here go the files
 * themselves, their names and places, all issues, the journal, what the district says of unfinished reports, markers
 * of objectivity and, of single organisations, whatever could be one person's.
 */
export function ministryInput(input: SummaryInput, version: string, minimum: number): MinistryInput {
  const { register, district, date, schoolYear, owes, arrivals, records, activities, label } = input;
  const reachOf = reaches(input.catalog);
  const results = input.results.filter((r) => reachOf(r) !== 'none');
  return {
    version,
    minimum,
    // named one by one: what a summary learns to say later does not leave the district by itself
    summary: {
      ...{ register, district, date, schoolYear, owes, arrivals, records },
      ...(activities && { activities }),
      ...(label !== undefined && { label }),
      assessments: [],
      catalog: withoutHiddenForms(input.catalog),
      results,
      observations: input.observations.map(withoutPlace),
      sources: input.sources.flatMap(handedIn),
      reports: handedInReports(input.reports ?? {}),
      issues: [],
      issueText: () => ({ text: '', todo: '' }),
      journal: [],
      links: { inbox: '', workspace: '' },
    },
    ofOrganisations: results.flatMap((r) =>
      r.level === 'organisation' && reachOf(r) === 'full'
        ? ofOrganisation(r, kindOf(input.catalog, r), minimum)
        : [],
    ),
  };
}

/** Everything that `ministryInput` makes of a summary's input, but for the definitions; cheaper than making it. */
export function ministryMaterial(input: SummaryInput): unknown {
  const { register, district, date, schoolYear, results, arrivals, records, activities = [], label } = input;
  return [
    ...[register, district, date, schoolYear, results, arrivals, records, label],
    input.observations.map(({ unit, element, period, status }) => [unit, element, period, status]),
    input.sources.flatMap(handedIn),
    handedInReports(input.reports ?? {}),
    // what an activity says is in the catalogue
    activities.map(({ activity, ...row }) => row),
  ];
}

type Named = Pick<IndicatorResult, 'indicator' | 'period'>;

const definitions = new WeakMap<Catalog, Map<string, Indicator | undefined>>();

/** The definition of a row of results, in the school year of its period. */
function definitionOf(catalog: Catalog, { indicator, period }: Named): Indicator | undefined {
  const known = definitions.get(catalog) ?? new Map<string, Indicator | undefined>();
  definitions.set(catalog, known);
  const schoolYear = parsePeriod(period)?.schoolYear ?? '';
  const key = `${indicator}\n${schoolYear}`;
  if (!known.has(key)) {
    const find = (code: string) =>
      catalog.indicators.find((one) => one.code === code && inForce(one, schoolYear));
    known.set(key, splitConcrete(indicator, find, catalog.dimensions)?.base);
  }
  return known.get(key);
}

const kindOf = (catalog: Catalog, named: Named) => definitionOf(catalog, named)?.kind;

/** A row that nobody can place is not shown. */
function reaches(catalog: Catalog): (named: Named) => MinistryReach {
  const reachOf = ministryReach(catalog);
  return (named) => {
    const definition = definitionOf(catalog, named);
    return definition ? reachOf(definition) : 'none';
  };
}

/**
 * Facts of the organisation itself and shares and means over enough people. Counts and changes stay in the district's
 * sum: a count of one is one person.
 */
function ofOrganisation(
  result: IndicatorResult,
  kind: Indicator['kind'] | undefined,
  minimum: number,
): IndicatorResult[] {
  if (kind === 'presence' || kind === 'index') return [result];
  if (kind !== 'share' && kind !== 'mean') return [];
  if (result.value === undefined || (result.denominator ?? 0) >= minimum) return [result];
  const { indicator, level, unit, period, reported, expected } = result;
  return [{ indicator, level, unit, period, reported, expected, reason: 'too_few' }];
}

const shownForms = new WeakMap<Catalog, Catalog>();

/** A form that asks for nothing but what does not leave the district is no gap of the ministry's. */
function withoutHiddenForms(catalog: Catalog): Catalog {
  const known = shownForms.get(catalog);
  if (known) return known;
  const hidden = catalog.disclosures.filter(({ ministry, element }) => ministry === 'none' && element !== '');
  const isHidden = (code: string): boolean => hidden.some(({ element }) => isPartOf(code, element));
  const elements = [...catalog.elements.values()];
  const asked = new Set(elements.filter(({ code }) => !isHidden(code)).map(({ form }) => form));
  const own = new Set(elements.map(({ form }) => form));
  const forms = new Map([...catalog.forms].filter(([code]) => asked.has(code) || !own.has(code)));
  const shown = new Map(elements.flatMap((one) => (forms.has(one.form) ? [[one.code, one] as const] : [])));
  const cut: Catalog = { ...catalog, forms, elements: shown };
  shownForms.set(catalog, cut);
  return cut;
}

/** Nobody outside needs to know in which cell of which file a value stands, nor what was typed in its stead. */
const withoutPlace = ({ unit, element, period, status }: Observation): Observation => ({
  unit,
  element,
  period,
  status,
  place: { file: '' },
});

const handedIn = ({ unit, status, submittedOn }: SummarySource): SummarySource[] =>
  status === 'draft' || status === 'returned'
    ? []
    : [
        {
          path: '',
          status,
          ...(unit !== undefined && { unit }),
          ...(submittedOn !== undefined && { submittedOn }),
        },
      ];

/** A report that is still a draft or was returned has not been handed in yet. */
function handedInReports(reports: Readonly<Record<string, Report>>): Record<string, Report> {
  const kept: Record<string, Report> = {};
  for (const [unit, { state, submittedOn, decidedOn }] of Object.entries(reports)) {
    if (state !== 'submitted' && state !== 'accepted') continue;
    kept[unit] = {
      state,
      file: '',
      ...(submittedOn !== undefined && { submittedOn }),
      ...(decidedOn !== undefined && { decidedOn }),
    };
  }
  return kept;
}
