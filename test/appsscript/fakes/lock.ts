import type { Calls } from './calls.ts';
import { strict } from './strict.ts';

/**
 * LockService with one lock for the document and one for the person; `isTaken` is somebody else who saves at this moment,
 * `onWait` what happens while the lock is waited for. Without a document (`isContained`) there is no lock of a document.
 */
export function lockService(calls: Calls, isContained = true) {
  const state = { isTaken: false, isHeld: false, onWait: (): void => undefined };
  const lock = strict('Lock', {
    tryLock: (_milliseconds: number) => {
      calls.add('other', 'tryLock');
      state.onWait();
      if (state.isTaken) return false;
      state.isHeld = true;
      return true;
    },
    releaseLock: () => {
      calls.add('other', 'releaseLock');
      state.isHeld = false;
    },
    hasLock: () => state.isHeld,
  });
  return {
    service: strict('LockService', {
      getDocumentLock: () => (isContained ? lock : null),
      getUserLock: () => lock,
      getScriptLock: () => lock,
    }),
    state,
  };
}
