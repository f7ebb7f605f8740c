import type { Catalog } from '../../../shared/catalog/types.ts';
import { answerOf } from '../../../shared/form-view/answer.ts';
import type { EarlierValue } from '../../../shared/form-view/earlier-value.ts';
import type { FormField } from '../../../shared/form-view/fields.ts';
import { isWithin } from '../../../shared/form-view/is-within.ts';
import { type Remark, remarksOf } from '../../../shared/form-view/remarks.ts';
import { shownText } from '../../../shared/form-view/shown-text.ts';
import { type FormStep, stepsOf } from '../../../shared/form-view/steps.ts';
import type { CellRange } from '../../../shared/parse/workbook.ts';
import type { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { Edits } from '../editing/edits.ts';
import { fieldName } from './field-name.ts';

export interface FillingOptions {
  readonly catalog: Catalog;
  readonly form: string;
  readonly period: string;
  readonly tab: number;
  /** Of the form, all periods. */
  readonly fields: readonly FormField[];
  readonly earlier: (field: FormField) => EarlierValue | undefined;
  readonly draftKey: string;
  /** Cells that were handed in and are locked. */
  readonly handedIn: readonly CellRange[];
  /** Cells with a formula: row, column. */
  readonly formulas: readonly (readonly [number, number])[];
}

/** Why a field can only be looked at. */
export type Fixed = keyof typeof addonFormTexts.fixed;

/** One form in one period while it is being filled in. */
export class Filling extends Edits<FormField> {
  readonly options: FillingOptions;
  readonly steps: readonly FormStep[];

  constructor(options: FillingOptions) {
    const { tab, draftKey, fields, period } = options;
    super(
      {
        tab,
        kind: 'keys',
        draftKey,
        shown: ({ element }, scalar) => shownText(scalar, element),
        answer: ({ element }, typed, scalar) => answerOf(typed, { element, scalar }),
        name: fieldName,
      },
      fields.filter((field) => field.period === period),
    );
    this.options = options;
    this.steps = stepsOf(this.fields);
  }

  /** Handed in with the report: to be looked at only. */
  isHandedIn(field: FormField): boolean {
    return isWithin(field, this.options.handedIn);
  }

  /** A formula gives its answer, or its cell is merged with others; told of the cell, while saving asks again. */
  fixed({ row, column, isMerged }: FormField): Fixed | undefined {
    if (isMerged) return 'merged';
    return this.options.formulas.some(([r, c]) => r === row && c === column) ? 'formula' : undefined;
  }

  remarks(): Remark[] {
    const { catalog, fields, period } = this.options;
    const byId = new Map(fields.map((field) => [field.id, field]));
    return remarksOf(catalog, fields, period, (code, of) => {
      const field = byId.get(`${code}@${of}`);
      return field && this.answer(field).parsed;
    });
  }
}
