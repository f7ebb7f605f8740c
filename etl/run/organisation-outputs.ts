import { DistrictViews } from '../../shared/organisation-view/district-views.ts';
import { organisationPlan } from '../../shared/organisation-view/plan.ts';
import type { Protocol } from '../../shared/returns/protocol.ts';
import type { SummaryInput } from '../../shared/summary/input.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import type { Output } from './publish.ts';

/** A view of an organisation that has closed since may go; people's own files are never touched by name alone. */
export const isOrganisationPath = (path: string): boolean =>
  /^outbox\/(?:[^/]+\/)?organisations\/[^/]+\.xlsx$/.test(path);

/**
 * A workbook for each open organisation, drawn anew only when what it says has changed; one in which somebody has
 * written since stays, and the new one lies beside it. `version` is the fingerprint of the catalogue. What a district's
 * organisations share is held for one district at a time.
 */
export function organisationOutputs(
  districts: readonly { readonly input: SummaryInput; readonly folder: string }[],
  returns: readonly Protocol[],
  version: string,
): Output[] {
  const protocols = new Map(returns.map((protocol) => [protocol.unit, protocol]));
  let current: { readonly input: SummaryInput; readonly views: DistrictViews } | undefined;
  const viewsOf = (input: SummaryInput): DistrictViews => {
    if (current?.input !== input)
      current = { input, views: new DistrictViews(input, (unit) => protocols.get(unit)) };
    return current.views;
  };
  return districts.flatMap(({ input, folder }) => {
    const heard = unitsHeardOf(input);
    return new DistrictViews(input).organisations
      .filter(({ code }) => heard.has(code) || protocols.has(code))
      .map(
        (organisation): Output => ({
          path: `outbox/${folder}organisations/${organisation.code}.xlsx`,
          handedOut: true,
          isUnlisted: true,
          inputs: () => JSON.stringify([version, viewsOf(input).factsOf(organisation)]),
          bytes: () => writeWorkbook(organisationPlan(input.catalog, viewsOf(input).factsOf(organisation))),
        }),
      );
  });
}

/** Units that gave a file, a value or a row of a register: of any other a view would have nothing to say. */
function unitsHeardOf({ sources, observations, records }: SummaryInput): ReadonlySet<string> {
  const heard = new Set<string>();
  for (const { unit } of sources) if (unit !== undefined) heard.add(unit);
  for (const { unit, status } of observations) if (status !== 'not_reported') heard.add(unit);
  for (const { unit } of records) heard.add(unit);
  return heard;
}
