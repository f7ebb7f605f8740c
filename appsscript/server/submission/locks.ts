import { lockMark } from '../../../shared/submission/lock-mark.ts';
import type { LockState } from '../../calls/submission.ts';
import { reportLocks } from '../sheet/report-locks.ts';
import type { EntryTab } from './entry-tabs.ts';
import { lockedAreas } from './locked-areas.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

const placeOf = (protection: Protection): string => {
  const range = protection.getRange();
  return `${range.getSheet().getSheetId()}!${range.getA1Notation()}`;
};

/** How what was handed in is locked now, as far as this person may see. */
export function lockState(spreadsheet: Spreadsheet): LockState {
  const own = reportLocks(spreadsheet);
  if (own.length === 0) return 'open';
  if (own.some((one) => !one.canEdit())) return 'others';
  return own.every((one) => one.isWarningOnly()) ? 'warned' : 'locked';
}

/**
 * Locks what is handed in and opens what is not any more; locks that stand already stay, so that a repeat changes
 * nothing. `office`: who may change locked cells beside the person and the owner, whom Google always keeps; without them
 * nobody could help the unit, so then Google only asks before a change. Returns how many ranges could not be locked.
 */
export function lockHandedIn(
  spreadsheet: Spreadsheet,
  tabs: readonly EntryTab[],
  office: readonly string[],
): number {
  const there = new Map(reportLocks(spreadsheet).map((one) => [placeOf(one), one]));
  let failed = 0;
  for (const { sheet, cells } of tabs) {
    for (const area of lockedAreas(cells)) {
      const place = `${sheet.getSheetId()}!${area}`;
      if (there.delete(place)) continue;
      if (!lock(sheet.getRange(area), office)) failed++;
    }
  }
  for (const stale of there.values()) if (stale.canEdit()) stale.remove();
  return failed;
}

/** Opens what may be opened; returns how many locks somebody else has put on. */
export function unlock(spreadsheet: Spreadsheet): number {
  let left = 0;
  for (const one of reportLocks(spreadsheet)) {
    if (one.canEdit()) one.remove();
    else left++;
  }
  return left;
}

/** False where this person may not protect ranges at all. */
function lock(range: GoogleAppsScript.Spreadsheet.Range, office: readonly string[]): boolean {
  let protection: Protection;
  try {
    protection = range.protect().setDescription(lockMark);
  } catch {
    return false;
  }
  try {
    if (office.length === 0) throw new Error('nobody else could change it');
    // a right that comes through a group would be taken away with the group
    protection.addEditor(Session.getEffectiveUser());
    protection.removeEditors(protection.getEditors());
    protection.addEditors([...office]);
    if (protection.canDomainEdit()) protection.setDomainEdit(false);
  } catch {
    protection.setWarningOnly(true);
  }
  return true;
}
