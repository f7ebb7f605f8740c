import type { LiveOrganisation } from '../../../shared/live-state/live-state.ts';
import { letterTexts } from '../../../shared/texts/addon-letter.ts';
import type { ReminderAnswer, ReminderRequest } from '../../calls/district.ts';
import { underLock } from '../sheet/document-lock.ts';
import { lookAtDistrict } from './look.ts';
import { rememberReminded, remindedOn } from './reminded.ts';

/** A run has six minutes, and others wait while it goes on. */
const patience = 240_000;

export const mailQuota = (): number => MailApp.getRemainingDailyQuota();

/**
 * Sends a letter to the office of each organisation named, one letter a day each: who got one is remembered before the
 * next is sent, so that a repeat after a lost answer mails nobody twice. Nothing is sent where the quota does not do for all;
 * what there is no time for is left to a repeat.
 */
export function remindOrganisations({ organisations, subject, text }: ReminderRequest): ReminderAnswer {
  const answer = underLock((): ReminderAnswer => {
    const open = lookAtDistrict();
    if ('kind' in open) return { kind: open.kind };
    const { today } = open;
    const known = new Map(open.organisations.map((one) => [one.code, one]));
    const reminded = remindedOn(today);
    const asked = organisations.filter((code) => (known.get(code)?.mailboxes.length ?? 0) > 0);
    const due = asked.filter((code) => !reminded.has(code));
    // every mailbox of a letter counts
    const letters = due.reduce((sum, code) => sum + known.get(code)!.mailboxes.length, 0);
    const left = mailQuota();
    if (letters > left) return { kind: 'tooMany', left };
    const begun = Date.now();
    let [sent, failed] = [0, 0];
    for (const code of due) {
      if (Date.now() - begun > patience) break;
      const one = known.get(code)!;
      try {
        MailApp.sendEmail({ to: one.mailboxes.join(','), subject, body: letter(text, one) });
      } catch {
        failed++;
        continue;
      }
      sent++;
      reminded.add(code);
      rememberReminded(today, reminded);
    }
    const rest = due.length - sent - failed;
    return { kind: 'sent', sent, already: asked.length - due.length, failed, rest };
  });
  return answer ?? { kind: 'busy' };
}

function letter(text: string, { name, missing, url }: LiveOrganisation): string {
  const forms = missing.map(
    ({ title, period, lastDay }) =>
      `— ${title}, ${period}${lastDay === undefined ? '' : `: ${letterTexts.due(lastDay)}`}`,
  );
  return [
    text.trim(),
    name,
    ...(forms.length > 0 ? [[letterTexts.forms, ...forms].join('\n')] : []),
    ...(url === undefined ? [] : [`${letterTexts.open} ${url}`]),
    letterTexts.signature,
  ].join('\n\n');
}
