import { basename } from 'node:path';
import type { Catalog } from '../../shared/catalog/types.ts';
import { criteriaNamed } from '../../shared/criteria/criteria-of.ts';
import type { District } from '../../shared/register/register.ts';
import { nearest } from '../../shared/texts/nearest.ts';
import { workspaceTexts } from '../../shared/texts/workspace.ts';
import { WorkspaceError } from './workspace-error.ts';

/**
 * Throws WorkspaceError where the column `criteria` of districts.csv names a roadmap that has none: the district would
 * silently be asked about nothing.
 */
export function checkCriteria(
  path: string,
  districts: readonly District[],
  { criteria }: Pick<Catalog, 'criteria'>,
): void {
  const known = [...new Set(criteria.map(({ roadmap }) => roadmap))].sort();
  const faults = districts.flatMap((district) =>
    criteriaNamed(district)
      .filter((id) => !known.includes(id))
      .map((id) => {
        const close = nearest(id, known);
        return workspaceTexts.unknownCriteria(basename(path), district.code, id, close, known);
      }),
  );
  if (faults.length === 0) return;
  throw new WorkspaceError(
    'register.criteria',
    workspaceTexts.registerFaults(faults),
    workspaceTexts.criteriaHint,
  );
}
