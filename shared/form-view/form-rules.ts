import { elementRead } from '../catalog/concrete.ts';
import type { Catalog, Check, DataElement } from '../catalog/types.ts';
import type { Expression } from '../expression/ast.ts';
import { inputsOf } from '../expression/inputs.ts';
import { Definitions } from '../indicator/definitions.ts';
import { denominatorOf } from '../indicator/nature.ts';
import { isIssueCode } from '../issue/codes.ts';

/** The part of a workbook's catalogue that decides what is said of one form. */
export interface FormRules {
  readonly form: string;
  /** Checks that concern the form, with the elements they look at and those of the form itself. */
  readonly catalog: Catalog;
  readonly definitions: Definitions;
  /** Elements of other forms that these checks look at. */
  readonly others: readonly DataElement[];
}

/** Cuts a catalogue down to one form: what is judged at every key press should weigh as little as possible. */
export function formRules(catalog: Catalog, form: string): FormRules {
  const definitions = new Definitions(catalog);
  const elements = new Map([...catalog.elements].filter(([, element]) => element.form === form));
  const others = new Map<string, DataElement>();
  const checks = catalog.checks.filter((check) => {
    // an issue that this version of ours does not know
    if (!isIssueCode(check.check)) return false;
    const read = elementsBehind(check, catalog);
    if (!read.some((element) => element.form === form)) return false;
    for (const element of read) if (element.form !== form) others.set(element.code, element);
    return true;
  });
  return {
    form,
    definitions,
    others: [...others.values()],
    catalog: { ...catalog, elements: new Map([...elements, ...others]), checks },
  };
}

/** Elements that a check looks at, those of its indicators in all their versions included. */
function elementsBehind({ left, right }: Check, catalog: Catalog): DataElement[] {
  const found = new Set<DataElement>();
  const seen = new Set<string>();
  const walk = (expression: Expression): void => {
    for (const code of inputsOf(expression)) {
      if (seen.has(code)) continue;
      seen.add(code);
      const read = elementRead(catalog, code);
      if (read) found.add(read.element);
      else
        for (const indicator of catalog.indicators) {
          if (indicator.code !== code && !code.startsWith(`${indicator.code}.`)) continue;
          for (const side of [indicator.numerator, denominatorOf(indicator)]) if (side) walk(side);
        }
    }
  };
  walk(left);
  walk(right);
  return [...found];
}
