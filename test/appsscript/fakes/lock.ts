import type { Calls } from './calls.ts';
import { strict } from './strict.ts';

/** LockService with one lock for the document and one for the person; `isTaken` is somebody else who saves at this moment. */
export function lockService(calls: Calls) {
  const state = { isTaken: false, isHeld: false };
  const lock = strict('Lock', {
    tryLock: (_milliseconds: number) => {
      calls.add('other', 'tryLock');
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
    service: strict('LockService', { getDocumentLock: () => lock, getUserLock: () => lock }),
    state,
  };
}
