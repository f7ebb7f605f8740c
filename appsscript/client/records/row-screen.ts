import type { RegisterRow } from '../../../shared/form-view/register.ts';
import { shownField } from '../../../shared/form-view/row-answer.ts';
import type { RowField } from '../../../shared/form-view/row-field.ts';
import { cellAddress } from '../../../shared/plan/address.ts';
import { addonRecordTexts } from '../../../shared/texts/addon-records.ts';
import { entryWords } from '../../../shared/texts/entry-words.ts';
import type { Edits } from '../editing/edits.ts';
import { rowForm } from '../editing/row-form.ts';
import { element } from '../kit/element.ts';
import { announce } from '../kit/live.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { server } from '../kit/server.ts';
import { today } from '../kit/today.ts';
import { fieldLook, type Work } from './registers.ts';

const texts = addonRecordTexts.row;

export interface RowOptions {
  readonly work: Work;
  readonly row: RegisterRow;
  /** What people call it; absent for a new record. */
  readonly title?: string;
  readonly edits: Edits<RowField>;
  readonly save: () => void;
  readonly back: () => void;
  /** Absent where rows are not cleared. */
  readonly remove?: (() => void) | undefined;
  readonly failure?: string | undefined;
}

/** The fields of a record, new or old. */
export function showRow(options: RowOptions): void {
  const { work, row, title, edits, save, back, remove, failure } = options;
  const { kind } = work.register;
  const form = rowForm({
    edits,
    look: (field) => fieldLook(work, field),
    notes: () => notesOf(options),
    save,
    back,
    failure,
  });
  const printed = kind.fields.flatMap(({ code, name }) => {
    const text = row.printed[code];
    return text === undefined ? [] : [element('dt', {}, name), element('dd', {}, text)];
  });
  const facts =
    row.group === undefined
      ? printed
      : [element('dt', {}, texts.group), element('dd', {}, row.group), ...printed];
  const ending = title === undefined ? undefined : edits.fields.find(({ id }) => id === kind.endedBy);
  const hasEnded = ending !== undefined && edits.text(ending) !== '';
  showScreen(
    [
      heading(title === undefined ? texts.new : title || addonRecordTexts.rows.nameless),
      element(
        'p',
        { class: 'subtitle' },
        title === undefined ? kind.title : `${kind.title}. ${texts.old(row.row)}`,
      ),
      facts.length === 0 ? undefined : element('dl', {}, ...facts),
      failure === undefined ? undefined : element('p', { class: 'message error', role: 'alert' }, failure),
      edits.fields.some((field) => fieldLook(work, field).isLocked)
        ? element('p', { class: 'note' }, texts.locked)
        : undefined,
      form.root,
      title === undefined
        ? undefined
        : element(
            'div',
            { class: 'actions column aside' },
            button(texts.onSheet, () => void show(work, edits), 'link'),
            ending && !hasEnded
              ? button(texts.ended(ending.rules.field.name), () => end(edits, ending), 'link')
              : undefined,
            remove ? button(texts.remove, remove, 'link') : undefined,
          ),
      ending ? element('p', { class: 'hint' }, texts.endedHelp(ending.rules.field.name)) : undefined,
    ],
    { back, focus: form.focus },
  );
}

const show = ({ tab }: Work, { fields }: Edits<RowField>): Promise<boolean> =>
  server('goTo', { tab, cell: cellAddress(fields[0]?.row ?? 1, fields[0]?.column ?? 1) });

/** Puts today into the date by which a record is ended, for the person to look at and save. */
function end(edits: Edits<RowField>, field: RowField): void {
  const { name } = field.rules.field;
  edits.type(field, entryWords.day(today()));
  const input = [...document.querySelectorAll<HTMLElement>('.field')][
    edits.fields.indexOf(field)
  ]?.querySelector('input');
  if (input) {
    input.value = edits.text(field);
    input.dispatchEvent(new Event('input'));
    input.focus();
  }
  announce(texts.endedNow(name));
}

/** Required columns that are empty, and the same record a second time. */
function notesOf({ work: { register }, row, title, edits }: RowOptions): string[] {
  const isBegun = edits.fields.some((field) => edits.text(field).trim() !== '');
  if (!isBegun) return [];
  const lacking = edits
    .open()
    .filter(({ rules }) => rules.field.required)
    .map(({ rules }) => rules.field.name);
  const twin =
    title === undefined
      ? register.rows.find(
          (one) =>
            one.row !== row.row &&
            one.fields.every(
              (field, i) => shownField(field.rules, field.scalar) === edits.text(edits.fields[i]!),
            ),
        )
      : undefined;
  return [...(lacking.length > 0 ? [texts.lacks(lacking)] : []), ...(twin ? [texts.twin(twin.row)] : [])];
}
