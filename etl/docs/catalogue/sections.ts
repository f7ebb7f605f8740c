import { elementRead } from '../../../shared/catalog/concrete.ts';
import type { Catalog, DataElement, Form, Indicator } from '../../../shared/catalog/types.ts';
import { inputsOf } from '../../../shared/expression/inputs.ts';
import { compareText } from '../../../shared/number/compare-text.ts';
import { cataloguePageTexts as texts } from '../../../shared/texts/catalogue-page.ts';

/** A row of the source with the indicators it lists or leads to, in printed order. */
export interface Section {
  /** Number as printed; empty for the preamble. */
  readonly no: string;
  readonly title: string;
  readonly indicators: readonly Indicator[];
  /** The heading the section stands under, which the table need not repeat. */
  readonly root: Indicator | undefined;
  /** The source prints an activity only: its indicators are ours. */
  readonly onlyActivity: boolean;
}

/** Not printed in the source of this page. */
export const isUnsourced = (i: Indicator): boolean => i.sourceLine === '';

/** A printed indicator has words of its own; the others have a name only. */
export const isPrinted = (i: Indicator): boolean => i.title !== i.name;

const numbers = (no: string): number[] => no.split('.').map((part) => Number(part) || 0);

function byNumber(a: Indicator, b: Indicator): number {
  const [one, other] = [numbers(a.no), numbers(b.no)];
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const order = (one[i] ?? -1) - (other[i] ?? -1);
    if (order !== 0) return order;
  }
  return compareText(a.code, b.code);
}

/** In printed order. */
export const bySource = (a: Indicator, b: Indicator): number =>
  Number(a.sourceLine) - Number(b.sourceLine) || byNumber(a, b);

export function sectionsOf(catalog: Catalog): Section[] {
  const byActivity = new Map<string, Indicator[]>();
  for (const i of [...catalog.indicators].filter((one) => !isUnsourced(one)).sort(bySource)) {
    byActivity.set(i.activity, [...(byActivity.get(i.activity) ?? []), i]);
  }
  return [...byActivity].map(([no, all]): Section => {
    const root = all.find((i) => i.kind === 'group' && i.parent === '');
    const indicators = all.filter((i) => i !== root || no === '');
    return {
      no,
      title: no === '' || !root ? texts.preamble : root.title,
      root: no === '' ? undefined : root,
      indicators,
      onlyActivity: no !== '' && indicators.every((i) => i.kind === 'group' || !isPrinted(i)),
    };
  });
}

/** A form and what an indicator takes from it. */
export interface Input {
  readonly form: Form;
  readonly elements: readonly DataElement[];
}

/** Where an indicator takes its figures from, those of other indicators it uses included; forms in their order. */
export function inputsByForm(catalog: Catalog, indicator: Indicator): Input[] {
  const found = new Map<string, Set<DataElement>>();
  const seen = new Set<string>();
  const walk = (i: Indicator) => {
    for (const side of [i.numerator, i.denominator]) {
      for (const code of side ? inputsOf(side) : []) {
        const element = elementRead(catalog, code)?.element;
        if (element) found.set(element.form, (found.get(element.form) ?? new Set()).add(element));
        else if (!seen.has(code)) {
          seen.add(code);
          for (const other of catalog.indicators.filter((one) => one.code === code)) walk(other);
        }
      }
    }
  };
  walk(indicator);
  return [...found]
    .flatMap(([code, elements]) => {
      const form = catalog.forms.get(code);
      return form ? [{ form, elements: [...elements] }] : [];
    })
    .sort((a, b) => a.form.order - b.form.order);
}
