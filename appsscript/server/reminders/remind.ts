import { readDefinitions } from '../../../shared/definitions/read-definitions.ts';
import { letterTexts } from '../../../shared/texts/addon-letter.ts';
import { definitionRows } from '../sheet/definition-rows.ts';
import { todayIn } from '../sheet/today.ts';
import { entryTabs } from '../submission/entry-tabs.ts';
import { type DueForm, dueSoon } from './due-soon.ts';

/**
 * Called by the clock once a day for the person who asked: one letter about the forms that are due in a week or tomorrow
 * and not filled in whole. What was told is remembered before the letter goes, so that nothing is told twice; a letter
 * that Google refuses is forgotten again and comes the next day.
 */
export function onDailyReminder(): void {
  // a person who withdrew a right is asked by Google when the add-on is opened next; till then nothing may be sent
  const status = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus();
  if (status === ScriptApp.AuthorizationStatus.REQUIRED) return;
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const rows = spreadsheet && definitionRows(spreadsheet);
  if (!rows) return;
  const today = todayIn(spreadsheet);
  const due = dueSoon(entryTabs(spreadsheet), readDefinitions(rows), today);
  const property = `msoko.told:${spreadsheet.getId()}`;
  const store = PropertiesService.getUserProperties();
  const told = knownOf(store.getProperty(property));
  const news = due.filter((one) => !told.includes(keyOf(one)));
  if (news.length === 0) return;
  const to = Session.getEffectiveUser().getEmail();
  if (to === '' || MailApp.getRemainingDailyQuota() < 1) return;
  const first = news[0]!;
  // what is no longer due soon needs no remembering
  const standing = due.map(keyOf).filter((key) => told.includes(key));
  store.setProperty(property, JSON.stringify([...standing, ...news.map(keyOf)]));
  const { reminder } = letterTexts;
  try {
    MailApp.sendEmail({
      to,
      subject: reminder.subject(first.title, first.lastDay),
      body: reminder.body(
        spreadsheet.getName(),
        spreadsheet.getUrl(),
        news.map(({ title, period, filled, cells, lastDay }) =>
          reminder.line(title, period, filled, cells, lastDay),
        ),
      ),
    });
  } catch {
    store.setProperty(property, JSON.stringify(standing));
  }
}

const keyOf = ({ form, period, lastDay, stage }: DueForm): string => `${form} ${period} ${lastDay} ${stage}`;

function knownOf(text: string | null): string[] {
  try {
    const known: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(known) ? known.map(String) : [];
  } catch {
    return [];
  }
}
