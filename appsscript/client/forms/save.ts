import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import type { SaveAnswer } from '../../calls/form.ts';
import { announce } from '../kit/live.ts';
import { newId } from '../kit/new-id.ts';
import { server } from '../kit/server.ts';
import { type Conflict, showConflicts } from './conflict-screen.ts';
import type { FieldChange, Filling } from './filling.ts';
import { type Failure, showSaved } from './saved-screen.ts';

export interface SaverOptions {
  readonly filling: Filling;
  /** Shows what is to be saved again, with a word about what went wrong. */
  readonly failed: (why: string) => void;
  readonly again: () => void;
  readonly toList: () => void;
}

/**
 * Saves the changes of a form. The same changes keep their id until an answer has come, so that a repeated save writes
 * nothing twice.
 */
export function saver({ filling, failed, again, toList }: SaverOptions): () => void {
  let id = { of: '', id: '' };
  const saved: FieldChange[] = [];
  const run = async (): Promise<void> => {
    const changes = filling.changes();
    const sent = changes.map(({ row, column, seen, value }) => ({ row, column, seen, value }));
    const of = JSON.stringify(sent);
    if (id.of !== of) id = { of, id: newId() };
    working();
    let answer: SaveAnswer;
    try {
      answer = await server('saveCells', {
        id: id.id,
        tab: filling.options.tab,
        kind: 'keys',
        changes: sent,
      });
    } catch {
      failed(addonFormTexts.failed.lost);
      return;
    }
    if (answer.status !== 'done') {
      failed(addonFormTexts.failed[answer.status]);
      return;
    }
    id = { of: '', id: '' };
    const conflicts: Conflict[] = [];
    const refused: { change: FieldChange; why: Failure }[] = [];
    answer.results.forEach((result, i) => {
      const change = changes[i]!;
      if (result === 'saved') {
        filling.saved(change);
        saved.push(change);
      } else if (typeof result === 'string') refused.push({ change, why: result });
      else conflicts.push({ change, theirs: result.changed });
    });
    const done = (): void => showSaved({ filling, saved, failed: refused, again, toList });
    if (conflicts.length === 0) {
      done();
      return;
    }
    let own = 0;
    showConflicts(
      conflicts,
      ({ change, theirs }, keepsOwn) => {
        filling.settle(change.field, theirs, keepsOwn);
        if (keepsOwn) own++;
      },
      () => (own > 0 ? void run() : done()),
    );
  };
  return () => void run();
}

/** One save at a time. */
function working(): void {
  const { saving } = addonFormTexts.review;
  for (const control of document.querySelectorAll<HTMLButtonElement>('#page button')) control.disabled = true;
  const main = document.getElementById('save');
  if (main) main.textContent = saving;
  announce(saving);
}
