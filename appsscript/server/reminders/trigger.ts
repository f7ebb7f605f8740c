import type { ReminderState, SwitchAnswer } from '../../calls/reminder.ts';
import { underLock } from '../sheet/document-lock.ts';

/** Name of the top-level function that the clock calls. */
const handler = 'onDailyReminder';
/** Before people come to work. */
const hour = 7;

const own = (): GoogleAppsScript.Script.Trigger[] =>
  ScriptApp.getUserTriggers(SpreadsheetApp.getActiveSpreadsheet()).filter(
    (one) => one.getHandlerFunction() === handler,
  );

export const reminderState = (): ReminderState => ({ isOn: own().length > 0 });

/** Sets the clock for this person and spreadsheet, once, or takes it away. */
export function switchReminder(isOn: boolean): SwitchAnswer {
  const answer = underLock((): SwitchAnswer => {
    const there = own();
    if (!isOn) {
      for (const one of there) ScriptApp.deleteTrigger(one);
      return { kind: 'off' };
    }
    if (there.length > 0) return { kind: 'on' };
    try {
      ScriptApp.newTrigger(handler).timeBased().everyDays(1).atHour(hour).create();
    } catch {
      return { kind: 'tooMany' };
    }
    return { kind: 'on' };
  });
  // whoever holds the lock saves cells: nothing was switched
  return answer ?? { kind: own().length > 0 ? 'on' : 'off' };
}
