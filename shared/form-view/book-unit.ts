import { resolveConcrete } from '../catalog/concrete.ts';
import type { Definitions } from '../definitions/read-definitions.ts';
import type { Cell } from '../indicator/columns.ts';
import type { Register } from '../register/register.ts';
import { earlierValues } from '../review/earlier-values.ts';
import { registerOfBook } from '../review/register-of-book.ts';
import type { FormRules } from './form-rules.ts';

/** Who fills a workbook, and what it had in the school year before, as far as the checks of a form ask. */
export interface BookUnit {
  readonly code: string;
  readonly register: Register;
  readonly earlier: readonly Cell[];
  /** False in a unit's workbook of an older template: its checks are all meant for its unit. */
  readonly isDefined: boolean;
}

/** Code of a unit that the workbook's definitions do not name: only one ever fills it. */
const unnamed = '?';

/**
 * The unit as the definitions of its workbook know it; `organisation`: the one of several for
 * which a district fills it; then `earlier` are the values of any of them.
 */
export function bookUnit(
  definitions: Definitions,
  { catalog, form }: FormRules,
  organisation?: string,
  earlier: readonly Cell[] = [],
): BookUnit {
  const [first] = definitions.unit.values();
  const unit = organisation === undefined ? first : definitions.unit.get(organisation);
  const code = unit?.code ?? organisation ?? unnamed;
  const level = unit?.level ?? catalog.forms.get(form)?.level ?? 'organisation';
  const meta = { unit: code, unitType: level, roadmap: '' };
  return {
    code,
    register: registerOfBook(meta, definitions, []),
    earlier: [...earlierValues(definitions, code), ...earlier].filter(
      (cell) => cell.unit === code && resolveConcrete(catalog, cell.element),
    ),
    isDefined: unit !== undefined || organisation !== undefined,
  };
}
