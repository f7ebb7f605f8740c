import type { Answer } from '../../../shared/form-view/answer.ts';
import type { EditField } from '../../../shared/form-view/edit-field.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import type { CellChange, KeyKind } from '../../calls/form.ts';
import { type Draft, keepDraft } from './draft.ts';

/** How the fields of a page are read and named. */
export interface EditRules<Field extends EditField> {
  readonly tab: number;
  readonly kind: KeyKind;
  readonly draftKey: string;
  /** What a field shows of a cell's content; typed again it means the same. */
  shown(field: Field, scalar: CellScalar): string;
  answer(field: Field, typed: string, cell: CellScalar): Answer;
  /** A field by itself, outside its screen. */
  name(field: Field): string;
}

/** What a changed field would write. */
export interface FieldChange<Field extends EditField = EditField> extends CellChange {
  readonly field: Field;
  /** What was seen was wrong: a remark of ours may stand in the cell's note, and goes once this is saved. */
  readonly wasWrong?: true;
}

/** What was typed over what the cells hold, until it is saved. Every key press is kept as a draft. */
export class Edits<Field extends EditField> {
  readonly rules: EditRules<Field>;
  readonly fields: readonly Field[];
  private readonly typed = new Map<string, string>();
  /** What the cells hold, as last seen; and as seen when a change was typed. */
  private readonly cells = new Map<string, CellScalar>();
  private readonly seen = new Map<string, CellScalar>();

  constructor(rules: EditRules<Field>, fields: readonly Field[]) {
    this.rules = rules;
    this.fields = fields;
  }

  cell(field: EditField): CellScalar {
    return this.cells.get(field.id) ?? field.scalar;
  }

  /** What the field shows. */
  text(field: Field): string {
    return this.typed.get(field.id) ?? this.rules.shown(field, this.cell(field));
  }

  answer(field: Field): Answer {
    return this.rules.answer(field, this.text(field), this.cell(field));
  }

  isChanged(field: Field): boolean {
    return this.typed.has(field.id);
  }

  /** Keeps what was typed; the same as in the cell is no change. */
  type(field: Field, text: string): void {
    if (text === this.rules.shown(field, this.cell(field))) this.forget(field);
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
    keepDraft(this.rules.draftKey, {});
  }

  /** The changes that can be written, in the order of the fields. */
  changes(): FieldChange<Field>[] {
    return this.fields.flatMap((field) => {
      if (!this.isChanged(field)) return [];
      const { write } = this.answer(field);
      if (write === undefined) return [];
      const seen = this.seen.get(field.id) ?? this.cell(field);
      // a remark of ours may stand in the note of a cell that was wrong
      const before = this.rules.answer(field, this.rules.shown(field, seen), seen).parsed;
      return [
        {
          field,
          row: field.rowKey,
          column: field.columnKey,
          seen,
          value: write,
          ...(before.issues.length > 0 && { wasWrong: true as const }),
        },
      ];
    });
  }

  /** Fields whose answer is wrong by itself. */
  faulty(fields: readonly Field[] = this.fields): Field[] {
    return fields.filter((field) => this.answer(field).parsed.status === 'rejected');
  }

  /** Fields without any answer. */
  open(fields: readonly Field[] = this.fields): Field[] {
    return fields.filter((field) => this.answer(field).parsed.status === 'not_reported');
  }

  /** How many cells of the sheet hold something, as far as is known. */
  filled(): number {
    return this.fields.filter((field) => this.rules.shown(field, this.cell(field)).trim() !== '').length;
  }

  /** The cell holds a change now. */
  saved({ field, value }: FieldChange<Field>): void {
    this.cells.set(field.id, value);
    this.forget(field);
    this.keep();
  }

  /** Somebody else's value, which stays or is to be written over with the person's own. */
  settle({ field }: FieldChange<Field>, theirs: CellScalar, keepsOwn: boolean): void {
    this.cells.set(field.id, theirs);
    if (keepsOwn) this.seen.set(field.id, theirs);
    else this.forget(field);
    this.keep();
  }

  private forget(field: EditField): void {
    this.typed.delete(field.id);
    this.seen.delete(field.id);
  }

  private keep(): void {
    const entries = [...this.typed].map(
      ([id, typed]) => [id, { typed, seen: this.seen.get(id) ?? { type: 'empty' } }] as const,
    );
    keepDraft(this.rules.draftKey, Object.fromEntries(entries));
  }
}
