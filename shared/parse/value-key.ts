import type { ConcreteElement } from '../catalog/concrete.ts';
import { concreteCode, resolveConcrete } from '../catalog/concrete.ts';
import type { Catalog } from '../catalog/types.ts';
import { parsePeriod } from '../period/period.ts';
import { keptKey } from './scalar-text.ts';
import type { CellIssue } from './scalar-to-value.ts';

/** What an element code and a period as written stand for in a catalogue. */
export interface ValueKey extends ConcreteElement {
  /** Concrete code under the element's present name. */
  readonly code: string;
  readonly period: string;
}

export type KeyFault = CellIssue & { readonly code: 'element.unknown' | 'period.unknown' };

export const isFault = (found: ValueKey | KeyFault): found is KeyFault => !('element' in found);

/** Finds keys in a catalogue, each pair looked up once. The period must be of the frequency of the element's form. */
export function valueKeys(catalog: Catalog): (element: string, period: string) => ValueKey | KeyFault {
  const elements = new Map<string, ConcreteElement | undefined>();
  return (elementText, periodText) => {
    const written = elementText.trim();
    if (!elements.has(written)) elements.set(written, resolveConcrete(catalog, written));
    const concrete = elements.get(written);
    if (!concrete) return { code: 'element.unknown', params: { written: keptKey(written) } };
    const period = parsePeriod(periodText.trim());
    const frequency = catalog.forms.get(concrete.element.form)?.frequency;
    if (!period || (frequency !== undefined && period.frequency !== frequency)) {
      const params: Record<string, string> = { written: keptKey(periodText) };
      if (frequency !== undefined) params.frequency = frequency;
      return { code: 'period.unknown', params };
    }
    const code = concreteCode(concrete.element.code, concrete.members);
    return { ...concrete, code, period: period.key };
  };
}
