import { basename } from 'node:path';
import type { Catalog } from '../../shared/catalog/types.ts';
import { idsOf } from '../../shared/register/monitored-roadmaps.ts';
import type { District } from '../../shared/register/register.ts';
import { nearest } from '../../shared/texts/nearest.ts';
import { workspaceTexts as texts } from '../../shared/texts/workspace.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The optional column of districts.csv that names roadmaps of the catalogue. */
const column = 'monitoring';

/**
 * Holds the optional column `monitoring` against the catalogue: an unknown id there would silently ask nothing. Throws WorkspaceError with every fault and the nearest known id.
 */
export function checkDistrictRoadmaps(
  path: string,
  districts: readonly District[],
  { roadmaps }: Pick<Catalog, 'roadmaps'>,
): void {
  const known = [...roadmaps.keys()];
  const faults = districts.flatMap((district) =>
    idsOf(district.columns[column])
      .filter((id) => !roadmaps.has(id))
      .map((id) => texts.unknownRoadmap(district.code, column, id, nearest(id, known))),
  );
  if (faults.length === 0) return;
  throw new WorkspaceError(
    'register.invalid',
    texts.registerFaults(faults.map((fault) => `${basename(path)}, ${fault}`)),
    texts.knownRoadmaps(known),
  );
}
