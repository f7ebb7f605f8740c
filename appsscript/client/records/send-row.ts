import type { SeenRow } from '../../../shared/record/find-line.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { addonRecordTexts } from '../../../shared/texts/addon-records.ts';
import type { CellChange, SaveAnswer } from '../../calls/form.ts';
import type { RowAnswer } from '../../calls/record.ts';
import { newId } from '../kit/new-id.ts';
import { server } from '../kit/server.ts';
import { storage } from '../kit/storage.ts';
import type { Work } from './registers.ts';

type Send = (id: string, changes: readonly CellChange[]) => Promise<SaveAnswer | string>;

/** A row without a key on its way to the sheet. */
export interface ChangedRow {
  readonly send: Send;
  /** Where it stands, once that is known. */
  at(): number | undefined;
}

/** Sends changes of a row without a key, which is found again by what its cells held. */
export function changedRow({ tab, register }: Work, row: () => SeenRow): ChangedRow {
  let at: number | undefined;
  return {
    async send(id, changes) {
      const answer = await server('saveRow', {
        id,
        tab,
        record: register.kind.code,
        row: row(),
        changes,
      });
      at = answer.status === 'done' ? answer.row : undefined;
      return inWords(answer);
    },
    at: () => at,
  };
}

/** A new record on its way to the sheet. */
export interface NewRecord {
  readonly send: Send;
  /** Where it stands, once it does. */
  added(): { readonly row: number; readonly isNewRow: boolean } | undefined;
  forget(): void;
}

/**
 * Sends a new record. Its id is kept with its draft until it is known to stand in the sheet: whatever happens to the
 * connection or the page, it is added once.
 */
export function newRecord({ tab, register }: Work, draft: string): NewRecord {
  const key = `${draft}:id`;
  const kept = storage.get(key);
  const id = typeof kept === 'string' ? kept : newId();
  let isRepeat = typeof kept === 'string';
  let added: ReturnType<NewRecord['added']>;
  return {
    async send(_, changes) {
      storage.set(key, id);
      const sent = { id, tab, record: register.kind.code, changes };
      const before = isRepeat;
      isRepeat = true;
      const answer = await server('saveRow', { ...sent, ...(before && { isRepeat: true as const }) });
      if (answer.status === 'done' && answer.row !== undefined) {
        added = { row: answer.row, isNewRow: answer.isNewRow === true };
        storage.remove(key);
      }
      return inWords(answer);
    },
    added: () => added,
    forget: () => storage.remove(key),
  };
}

function inWords(answer: RowAnswer): SaveAnswer | string {
  switch (answer.status) {
    case 'rowGone':
    case 'full':
      return addonRecordTexts.failed[answer.status];
    case 'done':
      return answer;
    default:
      return addonFormTexts.failed[answer.status];
  }
}
