import type { EditField } from '../../../shared/form-view/edit-field.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import type { CellChange, SaveAnswer } from '../../calls/form.ts';
import { announce } from '../kit/live.ts';
import { newId } from '../kit/new-id.ts';
import { server } from '../kit/server.ts';
import { type Conflict, showConflicts } from './conflict-screen.ts';
import type { EditRules, Edits, FieldChange } from './edits.ts';

/** Why a change was not written. */
export type Failure = keyof typeof addonFormTexts.saved.reasons;

/** What became of a save. */
export interface Outcome<Field extends EditField> {
  readonly saved: readonly FieldChange<Field>[];
  readonly failed: readonly { readonly change: FieldChange<Field>; readonly why: Failure }[];
}

export interface SaverOptions<Field extends EditField> {
  readonly edits: Edits<Field>;
  /** Shows what is to be saved again, with a word about what went wrong. */
  readonly failed: (why: string) => void;
  /** How changes get to the script; cells that keys tell, by default. A text says why there is no answer. */
  readonly send?: (id: string, changes: readonly CellChange[]) => Promise<SaveAnswer | string>;
  /** Where the row stands, where it has no key. */
  readonly at?: () => number | undefined;
  readonly done: (outcome: Outcome<Field>) => void;
}

/**
 * Saves what was changed. The same changes keep their id until an answer has come, so that a repeated save writes
 * nothing twice. What somebody else has changed meanwhile is asked about first.
 */
export function saver<Field extends EditField>(options: SaverOptions<Field>): () => void {
  const { edits, failed, done } = options;
  const { tab, kind } = edits.rules;
  const send = options.send ?? ((save, changes) => server('saveCells', { id: save, tab, kind, changes }));
  let id = { of: '', id: '' };
  const saved: FieldChange<Field>[] = [];
  const run = async (): Promise<void> => {
    const changes = edits.changes();
    const sent = changes.map(({ field: _, wasWrong: __, ...change }): CellChange => change);
    const of = JSON.stringify(sent);
    if (id.of !== of) id = { of, id: newId() };
    working();
    let answer: SaveAnswer | string;
    try {
      answer = await send(id.id, sent);
    } catch {
      failed(addonFormTexts.failed.lost);
      return;
    }
    if (typeof answer === 'string') {
      failed(answer);
      return;
    }
    if (answer.status !== 'done') {
      failed(addonFormTexts.failed[answer.status]);
      return;
    }
    id = { of: '', id: '' };
    const refused: { change: FieldChange<Field>; why: Failure }[] = [];
    const conflicts: Conflict[] = [];
    let own = 0;
    answer.results.forEach((result, i) => {
      const change = changes[i]!;
      if (result === 'saved') {
        edits.saved(change);
        saved.push(change);
      } else if (typeof result === 'string') refused.push({ change, why: result });
      else
        conflicts.push({
          name: edits.rules.name(change.field),
          theirs: edits.rules.shown(change.field, result.changed),
          own: edits.rules.shown(change.field, change.value),
          settle: (keepsOwn) => {
            edits.settle(change, result.changed, keepsOwn);
            if (keepsOwn) own++;
          },
        });
    });
    clearRemarks(
      edits.rules,
      changes.filter(({ wasWrong }, i) => wasWrong && answer.results[i] === 'saved'),
      options.at?.(),
    );
    const finish = (): void => done({ saved, failed: refused });
    if (conflicts.length === 0) finish();
    else showConflicts(conflicts, () => (own > 0 ? void run() : finish()));
  };
  return () => void run();
}

/**
 * Remarks of ours in cells that were wrong: apart from the save, which nobody should wait for. Where it is lost, the remark
 * goes with the next edit of its cell.
 */
function clearRemarks(
  { tab, kind }: Pick<EditRules<never>, 'tab' | 'kind'>,
  changes: readonly CellChange[],
  at: number | undefined,
): void {
  if (changes.length === 0) return;
  const cells = changes.map(({ row, column, value }) => ({ row, column, value }));
  server('clearRemarks', { tab, kind, cells, ...(at !== undefined && { at }) }).catch(() => undefined);
}

/** One save at a time. */
function working(): void {
  const { saving } = addonFormTexts.review;
  for (const control of document.querySelectorAll<HTMLButtonElement>('#page button')) control.disabled = true;
  const main = document.getElementById('save');
  if (main) main.textContent = saving;
  announce(saving);
}
