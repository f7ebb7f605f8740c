import { elementsOfForm } from '../../../shared/catalog/form-elements.ts';
import { owesElement } from '../../../shared/catalog/owes.ts';
import { isTyped } from '../../../shared/catalog/typed.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import { organisation } from '../../fixtures/small-register.ts';

/** How many cells an organisation owes in a period of each form of `which`; forms that ask it nothing are left out. */
export const owedCells =
  (catalog: Catalog, which: RegExp) =>
  (types: string[], programmes: string[]): Record<string, number> => {
    const unit = { ...organisation('o', { types, programmes }), level: 'organisation' as const, flags: {} };
    const owed = (form: string) =>
      elementsOfForm(catalog, form)
        .filter((e) => isTyped(catalog, e) && owesElement(e, catalog.forms.get(form), unit))
        .reduce((n, e) => n + e.dims.reduce((m, d) => m * catalog.dimensions.get(d)!.members.length, 1), 0);
    const forms = [...catalog.forms.keys()].filter((code) => which.test(code));
    return Object.fromEntries(forms.map((form) => [form, owed(form)]).filter(([, n]) => n !== 0));
  };
