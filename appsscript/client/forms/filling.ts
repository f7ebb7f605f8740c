import type { Catalog } from '../../../shared/catalog/types.ts';
import { type Answer, answerOf } from '../../../shared/form-view/answer.ts';
import type { EarlierValue } from '../../../shared/form-view/earlier-value.ts';
import type { FormField } from '../../../shared/form-view/fields.ts';
import { type Remark, remarksOf } from '../../../shared/form-view/remarks.ts';
import { shownText } from '../../../shared/form-view/shown-text.ts';
import { type FormStep, stepsOf } from '../../../shared/form-view/steps.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import type { CellChange } from '../../calls/form.ts';
import { type Draft, keepDraft } from './draft.ts';

export interface FillingOptions {
  readonly catalog: Catalog;
  readonly form: string;
  readonly period: string;
  readonly tab: number;
  /** Of the form, all periods. */
  readonly fields: readonly FormField[];
  readonly earlier: (field: FormField) => EarlierValue | undefined;
  readonly draftKey: string;
}

/** What a changed field would write. */
export interface FieldChange extends CellChange {
  readonly field: FormField;
}

/** One form in one period while it is being filled in: what was typed over what the cells hold. */
export class Filling {
  readonly options: FillingOptions;
  /** Fields of the period. */
  readonly fields: readonly FormField[];
  readonly steps: readonly FormStep[];
  private readonly typed = new Map<string, string>();
  /** What the cells hold, as last seen; and as seen when a change was typed. */
  private readonly cells = new Map<string, CellScalar>();
  private readonly seen = new Map<string, CellScalar>();

  constructor(options: FillingOptions) {
    this.options = options;
    this.fields = options.fields.filter((field) => field.period === options.period);
    this.steps = stepsOf(this.fields);
  }

  cell(field: FormField): CellScalar {
    return this.cells.get(field.id) ?? field.scalar;
  }

  /** What the field shows. */
  text(field: FormField): string {
    return this.typed.get(field.id) ?? shownText(this.cell(field), field.element);
  }

  answer(field: FormField): Answer {
    return answerOf(this.text(field), { element: field.element, scalar: this.cell(field) });
  }

  isChanged(field: FormField): boolean {
    return this.typed.has(field.id);
  }

  /** Keeps what was typed; the same as in the cell is no change. */
  type(field: FormField, text: string): void {
    if (text === shownText(this.cell(field), field.element)) this.forget(field);
    else {
      this.typed.set(field.id, text);
      if (!this.seen.has(field.id)) this.seen.set(field.id, this.cell(field));
    }
    this.keep();
  }

  /** Takes over what was kept from another time. */
  restore(draft: Draft): void {
    for (const field of this.fields) {
      const entry = draft[field.id];
      if (!entry) continue;
      this.typed.set(field.id, entry.typed);
      this.seen.set(field.id, entry.seen);
    }
  }

  /** Forgets what was kept from another time. */
  dropDraft(): void {
    keepDraft(this.options.draftKey, {});
  }

  /** The changes that can be written, in the order of the form. */
  changes(): FieldChange[] {
    return this.fields.flatMap((field) => {
      if (!this.isChanged(field)) return [];
      const { write } = this.answer(field);
      if (write === undefined) return [];
      const seen = this.seen.get(field.id) ?? this.cell(field);
      return [{ field, row: field.rowKey, column: field.columnKey, seen, value: write }];
    });
  }

  /** Fields whose answer is wrong by itself. */
  faulty(fields: readonly FormField[] = this.fields): FormField[] {
    return fields.filter((field) => this.answer(field).parsed.status === 'rejected');
  }

  /** Fields without any answer. */
  open(fields: readonly FormField[] = this.fields): FormField[] {
    return fields.filter((field) => this.answer(field).parsed.status === 'not_reported');
  }

  remarks(): Remark[] {
    const { catalog, fields, period } = this.options;
    const byId = new Map(fields.map((field) => [field.id, field]));
    return remarksOf(catalog, fields, period, (code, of) => {
      const field = byId.get(`${code}@${of}`);
      return field && this.answer(field).parsed;
    });
  }

  /** The cell holds a change now. */
  saved({ field, value }: FieldChange): void {
    this.cells.set(field.id, value);
    this.forget(field);
    this.keep();
  }

  /** Somebody else's value, which stays or is to be written over with the person's own. */
  settle(field: FormField, theirs: CellScalar, keepsOwn: boolean): void {
    this.cells.set(field.id, theirs);
    if (keepsOwn) this.seen.set(field.id, theirs);
    else this.forget(field);
    this.keep();
  }

  private forget(field: FormField): void {
    this.typed.delete(field.id);
    this.seen.delete(field.id);
  }

  private keep(): void {
    const entries = [...this.typed].map(
      ([id, typed]) => [id, { typed, seen: this.seen.get(id) ?? { type: 'empty' } }] as const,
    );
    keepDraft(this.options.draftKey, Object.fromEntries(entries));
  }
}
