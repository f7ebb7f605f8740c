import type { Grantee } from '../../../shared/ministry/access.ts';
import { hasPersonalEmail } from '../../../shared/parse/personal-email.ts';
import { type Day, isDay } from '../../../shared/period/period.ts';
import { shareTexts } from '../../../shared/texts/share.ts';
import type { ShareRequest } from '../../google/share/share-district.ts';
import { CommandError } from '../command-error.ts';
import type { CommandContext } from '../context.ts';

const { errors, confirmation } = shareTexts;

type Options = CommandContext['options'];

/** What the options of `msoko share` ask for on a day. Throws CommandError `share.…` for what makes no sense. */
export function shareRequest(options: Options, date: Day): ShareRequest {
  const onlyLooks = options.list === true;
  const isRevoke = options.revoke === true;
  const named = granteesOf(options, isRevoke);
  if ((isRevoke || options.until !== undefined || options.notify === true) && named.length === 0)
    throw new CommandError('share.no_one', errors.noOne, errors.noOneHint);
  const mixed = [
    ...(onlyLooks && named.length > 0 ? ['--list'] : []),
    ...(onlyLooks && isRevoke ? ['--revoke'] : []),
    ...(isRevoke && options.until !== undefined ? ['--revoke --until'] : []),
    ...(options.confirm !== undefined && options.public !== true ? ['--confirm'] : []),
  ];
  if (mixed.length > 0)
    throw new CommandError('share.mixed', `${errors.mixed} ${mixed.join(', ')}.`, errors.noOneHint);
  const until = untilOf(options.until as string | undefined, date);
  return {
    grant: isRevoke ? [] : named,
    revoke: isRevoke ? named : [],
    ...(until !== undefined && { until }),
    notify: options.notify === true,
    date,
    command: typed(options, named),
    onlyLooks,
  };
}

function untilOf(text: string | undefined, date: Day): Day | undefined {
  if (text === undefined) return undefined;
  if (!isDay(text)) throw new CommandError('share.until', errors.badDay(text), errors.dayHint);
  if (text < date) throw new CommandError('share.until', errors.past(text, date), errors.dayHint);
  return text;
}

function granteesOf(options: Options, isRevoke: boolean): Grantee[] {
  const list = (key: string): string[] =>
    String(options[key] ?? '')
      .split(',')
      .map((text) => text.trim().toLowerCase())
      .filter((text) => text !== '');
  const mailbox = (who: string): string => {
    if (!/^[^@\s,]+@[^@\s,]+\.[^@\s,.]+$/.test(who))
      throw new CommandError('share.mailbox', errors.badMailbox(who), errors.badMailboxHint);
    // what is to be taken away must be nameable, whatever it is
    if (!isRevoke && hasPersonalEmail(who))
      throw new CommandError('share.personal', errors.personal(hidden(who)), errors.personalHint);
    return who;
  };
  const domain = (who: string): string => {
    if (!/^(?:[a-zа-яё0-9-]+\.)+[a-zа-яё0-9-]{2,}$/.test(who))
      throw new CommandError('share.domain', errors.badDomain(who), errors.badDomainHint);
    return who;
  };
  const all: Grantee[] = [
    ...list('to').map((who) => ({ type: 'user' as const, who: mailbox(who) })),
    ...list('group').map((who) => ({ type: 'group' as const, who: mailbox(who) })),
    ...list('domain').map((who) => ({ type: 'domain' as const, who: domain(who) })),
    ...(options.public === true ? [{ type: 'anyone' as const, who: '' }] : []),
  ];
  return [...new Map(all.map((one) => [`${one.type} ${one.who}`, one])).values()];
}

const hidden = (mailbox: string): string => `${mailbox.slice(0, 1)}…${mailbox.slice(mailbox.indexOf('@'))}`;

/** The command as it was meant, for share.csv: without personal addresses. */
function typed(options: Options, named: readonly Grantee[]): string {
  const flags: Readonly<Record<Grantee['type'], string>> = {
    user: '--to',
    group: '--group',
    domain: '--domain',
    anyone: '--public',
  };
  const words = named.map(({ type, who }) =>
    [flags[type], hasPersonalEmail(who) ? hidden(who) : who].filter((word) => word !== '').join(' '),
  );
  return [
    'msoko share',
    ...(options.revoke === true ? ['--revoke'] : []),
    ...(options.list === true ? ['--list'] : []),
    ...words,
    ...(options.until === undefined ? [] : [`--until ${String(options.until)}`]),
  ].join(' ');
}

/** Whether somebody typed the words that open a file to everybody with the link; quotes and case do not matter. */
export const isConfirmation = (text: string): boolean =>
  text
    .trim()
    .replace(/^[«"']+|[»"']+$/g, '')
    .toLowerCase() === confirmation;
