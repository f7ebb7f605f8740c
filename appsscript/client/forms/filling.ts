import { answerOf } from '../../../shared/form-view/answer.ts';
import type { BookUnit } from '../../../shared/form-view/book-unit.ts';
import type { EarlierValue } from '../../../shared/form-view/earlier-value.ts';
import type { FormField } from '../../../shared/form-view/fields.ts';
import type { FormRules } from '../../../shared/form-view/form-rules.ts';
import { isWithin } from '../../../shared/form-view/is-within.ts';
import { type AnsweredField, type Remark, remarksOf } from '../../../shared/form-view/remarks.ts';
import { shownText } from '../../../shared/form-view/shown-text.ts';
import { type FormStep, stepsOf } from '../../../shared/form-view/steps.ts';
import type { CellRange } from '../../../shared/parse/workbook.ts';
import type { OpenedTab } from '../../calls/form.ts';
import { Edits } from '../editing/edits.ts';
import { type Fixed, fixedBy } from '../editing/fixed-field.ts';
import { fieldName } from './field-name.ts';
import type { RelatedAnswers } from './related-answers.ts';

export interface FillingOptions {
  readonly rules: FormRules;
  readonly unit: BookUnit;
  readonly related: RelatedAnswers;
  readonly period: string;
  readonly tab: number;
  readonly tabName: string;
  /** Of the form, all periods. */
  readonly fields: readonly FormField[];
  readonly earlier: (field: FormField) => EarlierValue | undefined;
  readonly draftKey: string;
  /** Cells that were handed in and are locked. */
  readonly handedIn: readonly CellRange[];
  /** Entry cells with a formula. */
  readonly formulas: OpenedTab['formulas'];
}

/** One form in one period while it is being filled in. */
export class Filling extends Edits<FormField> {
  readonly options: FillingOptions;
  readonly steps: readonly FormStep[];
  /** What was given in the other periods; it does not change while one is filled in. */
  private readonly elsewhen: readonly AnsweredField[];

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
    this.elsewhen = fields.filter((field) => field.period !== period).map((field) => this.answered(field));
  }

  /** Handed in with the report: to be looked at only. */
  isHandedIn(field: FormField): boolean {
    return isWithin(field, this.options.handedIn);
  }

  /** Why the field can only be looked at, beside being handed in. */
  fixed(field: FormField): Fixed | undefined {
    return fixedBy(field, this.options);
  }

  /** What the checks say of this moment. */
  remarks(): Remark[] {
    const { rules, unit, related, period } = this.options;
    const own = this.fields.map((field) => this.answered(field));
    return remarksOf({ rules, unit, period, answers: [...own, ...this.elsewhen, ...related.answers] });
  }

  private answered(field: FormField): AnsweredField {
    return { field, parsed: this.answer(field).parsed, text: this.text(field) };
  }

  /** The fields of all periods with what their cells hold now. */
  current(): FormField[] {
    return this.options.fields.map((field) => ({ ...field, scalar: this.cell(field) }));
  }
}
