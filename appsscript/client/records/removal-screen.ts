import { shownField } from '../../../shared/form-view/row-answer.ts';
import type { RowField } from '../../../shared/form-view/row-field.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { addonRecordTexts } from '../../../shared/texts/addon-records.ts';
import type { RowAnswer } from '../../calls/record.ts';
import type { Edits } from '../editing/edits.ts';
import { element } from '../kit/element.ts';
import { announce } from '../kit/live.ts';
import { newId } from '../kit/new-id.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { server } from '../kit/server.ts';
import { seenCells, type Work } from './registers.ts';

const texts = addonRecordTexts.removal;

export interface RemovalOptions {
  readonly work: Work;
  readonly title: string;
  readonly edits: Edits<RowField>;
  readonly back: () => void;
  readonly toRows: () => void;
}

/** Asks before a row is cleared, shows what was in it, and offers it back. `id`: of an attempt whose answer was lost. */
export function showRemoval(options: RemovalOptions, failure?: string, id = newId()): void {
  const { work, title, edits, back } = options;
  const filled = edits.fields.filter((field) => edits.cell(field).type !== 'empty');
  const clear = async (): Promise<void> => {
    waitFor();
    try {
      const answer = await server('saveRow', {
        id,
        tab: work.tab,
        record: work.register.kind.code,
        row: { at: edits.fields[0]?.row ?? 0, cells: seenCells(edits) },
        changes: filled.map((field) => change(field, edits.cell(field), { type: 'empty' })),
        isWhole: true,
      });
      const why = faultOf(answer);
      if (why === undefined && answer.status === 'done') {
        edits.dropDraft();
        // nobody waits for our remarks to go
        server('clearRemarks', {
          tab: work.tab,
          kind: 'records',
          at: answer.row,
          cells: filled.map(({ columnKey }) => ({ row: '', column: columnKey, value: { type: 'empty' } })),
        }).catch(() => undefined);
        removed(options, filled);
      } else showRemoval(options, why);
    } catch {
      showRemoval(options, addonFormTexts.failed.lost, id);
    }
  };
  const yes = button(texts.yes, () => void clear(), 'main', { id: 'save' });
  showScreen(
    [
      heading(texts.title),
      element('p', { class: 'subtitle' }, title),
      failure === undefined ? undefined : element('p', { class: 'message error', role: 'alert' }, failure),
      element('p', {}, texts.text),
      work.register.rows.length > 1 ? undefined : element('p', { class: 'message warning' }, texts.last),
      content(edits, filled),
      element('div', { class: 'actions' }, button(addonFormTexts.back, back), yes),
    ],
    { back },
  );
}

function removed(
  { work, edits, toRows }: RemovalOptions,
  filled: readonly RowField[],
  failure?: string,
): void {
  const before = filled.map((field) => [field, edits.cell(field)] as const);
  const id = newId();
  let isRepeat = failure !== undefined;
  const restore = async (): Promise<void> => {
    waitFor();
    let why: string | undefined = addonFormTexts.failed.lost;
    try {
      const answer = await server('saveRow', {
        id,
        tab: work.tab,
        record: work.register.kind.code,
        changes: before.map(([field, scalar]) => change(field, { type: 'empty' }, scalar)),
        ...(isRepeat && { isRepeat: true as const }),
      });
      why = faultOf(answer);
      if (why === undefined && answer.status === 'done') {
        restored(answer.row ?? 0, toRows);
        return;
      }
    } catch {}
    isRepeat = true;
    done(why);
  };
  const done = (why?: string): void => {
    const forward = button(addonRecordTexts.toRows, toRows, 'main');
    showScreen(
      [
        heading(texts.done),
        why === undefined ? undefined : element('p', { class: 'message error', role: 'alert' }, why),
        element('p', {}, texts.doneText),
        content(edits, filled),
        element(
          'div',
          { class: 'actions column' },
          forward,
          button(texts.undo, () => void restore(), 'plain', { id: 'save' }),
        ),
      ],
      { back: toRows, focus: forward },
    );
    announce(why ?? texts.done);
  };
  done(failure);
}

function restored(row: number, toRows: () => void): void {
  const forward = button(addonRecordTexts.toRows, toRows, 'main');
  showScreen(
    [
      heading(texts.restored),
      element('p', { class: 'good' }, texts.restoredText(row)),
      element('div', { class: 'actions column' }, forward),
    ],
    { back: toRows, focus: forward },
  );
  announce(texts.restored);
}

const change = ({ columnKey }: RowField, seen: CellScalar, value: CellScalar) => ({
  row: '',
  column: columnKey,
  seen,
  value,
});

const content = (edits: Edits<RowField>, filled: readonly RowField[]): HTMLElement =>
  element(
    'ul',
    { class: 'changes' },
    ...filled.map((field) =>
      element(
        'li',
        {},
        element('span', {}, field.rules.field.name),
        element('strong', { class: 'value' }, shownField(field.rules, edits.cell(field))),
      ),
    ),
  );

function faultOf(answer: RowAnswer): string | undefined {
  if (answer.status === 'rowGone') return texts.changed;
  if (answer.status === 'full') return addonRecordTexts.failed.full;
  if (answer.status !== 'done') return addonFormTexts.failed[answer.status];
  if (answer.results.every((result) => result === 'saved')) return undefined;
  return answer.results.some((result) => typeof result === 'object') ? texts.changed : texts.refused;
}

function waitFor(): void {
  for (const one of document.querySelectorAll<HTMLButtonElement>('#page button')) one.disabled = true;
  announce(addonFormTexts.review.saving);
}
