import { strict } from './strict.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

const known = new Set(['to', 'subject', 'body']);

/** Of one letter (quotas of Apps Script). */
const maxRecipients = 50;

/** MailApp with its daily quota of recipients; `refused` mailboxes do not exist. */
export function mailApp() {
  const state = {
    letters: [] as Letter[],
    left: 100,
    refused: new Set<string>(),
    /** While a letter goes out. */
    onSend: (): void => undefined,
  };
  const service = strict('MailApp', {
    getRemainingDailyQuota: () => state.left,
    sendEmail: (letter: Letter) => {
      for (const key of Object.keys(letter)) if (!known.has(key)) throw new Error(`not imitated: ${key}`);
      state.onSend();
      const to = letter.to.split(',');
      if (to.length > maxRecipients) throw new Error('Limit Exceeded: Email Recipients Per Message.');
      if (to.some((one) => !/^[^\s@]+@[^\s@]+$/.test(one) || state.refused.has(one)))
        throw new Error(`Invalid email: ${letter.to}`);
      if (to.length > state.left) throw new Error('Service invoked too many times for one day: email.');
      state.left -= to.length;
      state.letters.push({ ...letter });
    },
  });
  return { service, state };
}
