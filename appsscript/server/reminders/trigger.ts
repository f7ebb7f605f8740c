import type { ReminderState, SwitchAnswer } from '../../calls/reminder.ts';
import { underLock } from '../sheet/document-lock.ts';

type Trigger = GoogleAppsScript.Script.Trigger;

/** Name of the top-level function that the clock calls. */
const handler = 'onDailyReminder';
/** Before people come to work. */
const hour = 7;

/** Property of the person: id of the trigger that this spreadsheet has. */
const property = (): string => `msoko.trigger:${SpreadsheetApp.getActiveSpreadsheet().getId()}`;

/**
 * The triggers of this person and spreadsheet. Google does not say whether it counts those of the clock among a
 * spreadsheet's, and a person's others belong to other spreadsheets: so its id is remembered as well.
 */
function own(): Trigger[] {
  const known = PropertiesService.getUserProperties().getProperty(property());
  const here = ScriptApp.getUserTriggers(SpreadsheetApp.getActiveSpreadsheet());
  const ids = new Set([...here.map((one) => one.getUniqueId()), known]);
  return ScriptApp.getProjectTriggers().filter(
    (one) => one.getHandlerFunction() === handler && ids.has(one.getUniqueId()),
  );
}

export const reminderState = (): ReminderState => ({ isOn: own().length > 0 });

/** Sets the clock for this person and spreadsheet, once, or takes it away. */
export function switchReminder(isOn: boolean): SwitchAnswer {
  const answer = underLock((): SwitchAnswer => {
    const store = PropertiesService.getUserProperties();
    const there = own();
    if (!isOn) {
      for (const one of there) ScriptApp.deleteTrigger(one);
      store.deleteProperty(property());
      return { kind: 'off' };
    }
    if (there.length > 0) return { kind: 'on' };
    try {
      const made = ScriptApp.newTrigger(handler).timeBased().everyDays(1).atHour(hour).create();
      store.setProperty(property(), made.getUniqueId());
    } catch {
      return { kind: 'tooMany' };
    }
    return { kind: 'on' };
  });
  // whoever holds the lock saves cells: nothing was switched
  return answer ?? { kind: own().length > 0 ? 'on' : 'off' };
}
