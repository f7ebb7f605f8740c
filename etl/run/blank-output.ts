import { parsePeriod } from '../../shared/period/period.ts';
import { isOpen, organisationTypes, type Register } from '../../shared/register/register.ts';
import { blankPlan } from '../../shared/template/blank-plan.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import { catalogText } from './catalog-text.ts';
import { contentHash } from './fingerprint.ts';
import type { Output } from './publish.ts';
import { templateFolder } from './template-outputs.ts';

/** The blank forms to be printed: of the types of organisations that there are, of all types where there is none yet. */
export function blankOutput(
  workspace: Workspace,
  register: Register,
  schoolYear: string,
  forms: readonly string[] | undefined,
): Output {
  const year = parsePeriod(schoolYear);
  if (!year) throw new RangeError(`not a school year: ${schoolYear}`);
  const open = register.organisations.filter((o) => isOpen(o, year));
  const used = organisationTypes.filter((type) => open.some((o) => o.types.includes(type)));
  const types = used.length > 0 ? used : organisationTypes;
  const part = forms === undefined ? '' : `-${forms.join('+')}`;
  const name = part.length <= 60 ? `blank${part}` : `blank-${contentHash(part).slice(0, 12)}`;
  return {
    path: `${templateFolder(schoolYear)}/${name}.xlsx`,
    handedOut: true,
    inputs: () => JSON.stringify([catalogText(workspace), schoolYear, types, forms]),
    bytes: () =>
      writeWorkbook(blankPlan({ catalog: workspace.catalog, schoolYear, types, ...(forms && { forms }) })),
  };
}
