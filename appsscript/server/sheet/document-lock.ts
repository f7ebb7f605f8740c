/** Long enough for another save to end, short enough for a person to wait. */
const patience = 10_000;

/**
 * Does something while nobody else saves in this spreadsheet; undefined where somebody goes on saving. What was written
 * has reached the sheet before the next one begins.
 */
export function underLock<Answer>(action: () => Answer): Answer | undefined {
  // null where Google sees no spreadsheet around the script: then all of the script's users wait for each other
  const ofDocument = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
  const lock = ofDocument ?? LockService.getScriptLock();
  if (!lock.tryLock(patience)) return undefined;
  try {
    const answer = action();
    SpreadsheetApp.flush();
    return answer;
  } finally {
    lock.releaseLock();
  }
}
