import { createInterface } from 'node:readline/promises';
import { type AccessEvent, activeAccess, type Grantee } from '../../../shared/ministry/access.ts';
import { hasPersonalEmail } from '../../../shared/parse/personal-email.ts';
import { type Day, isDay } from '../../../shared/period/period.ts';
import type { District } from '../../../shared/register/register.ts';
import { nearest } from '../../../shared/texts/nearest.ts';
import { shareTexts } from '../../../shared/texts/share.ts';
import type { SharedDistrict, ShareRequest } from '../../google/share/share-district.ts';
import { assess } from '../../run/assess.ts';
import { type DistrictMinistry, districtMinistries } from '../../run/ministry-output.ts';
import { shownDistricts, summaryInputs } from '../../run/summary-inputs.ts';
import { readJournal } from '../../share/journal.ts';
import type { Store } from '../../store/store.ts';
import { withStore } from '../../store/with-store.ts';
import { openWorkspace, type Workspace } from '../../workspace/open-workspace.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command, CommandContext, Streams } from '../context.ts';
import { today } from '../today.ts';

const texts = shareTexts.command;
const { errors, confirmation } = shareTexts;

export const shareCommand: Command = {
  name: 'share',
  summary: texts.summary,
  usage: [
    'msoko share [--to ЯЩИК] [--group ГРУППА] [--domain ДОМЕН] [--until ГГГГ-ММ-ДД]',
    'msoko share --revoke --to ЯЩИК',
    'msoko share --list',
    `msoko share --public [--confirm «${confirmation}»]`,
  ],
  examples: [
    'msoko share',
    'msoko share --to otdel@mon.example.ru --until 2026-12-31',
    'msoko share --group oko@mon.example.ru --domain mon.example.ru',
    'msoko share --revoke --to otdel@mon.example.ru',
    'msoko share --list --json',
  ],
  options: {
    to: { type: 'string', multiple: true, help: texts.options.to },
    group: { type: 'string', multiple: true, help: texts.options.group },
    domain: { type: 'string', multiple: true, help: texts.options.domain },
    until: { type: 'string', help: texts.options.until },
    public: { type: 'boolean', help: texts.options.public },
    confirm: { type: 'string', help: texts.options.confirm(confirmation) },
    revoke: { type: 'boolean', help: texts.options.revoke },
    list: { type: 'boolean', help: texts.options.list },
    notify: { type: 'boolean', help: texts.options.notify },
    district: { type: 'string', help: texts.options.district },
  },
  arity: [0, 0],
  async run(context) {
    const { streams, json } = context;
    const workspace = await openWorkspace(context.workspace);
    const request = requestOf(context, workspace);
    if (request.grant.some(({ type }) => type === 'anyone')) await confirmed(context);
    const shared = await withStore(workspace, (store) => share(workspace, store, request, context));
    const names = new Map(workspace.districts.map(({ code, name }) => [code, name]));
    await streams.out(
      json
        ? `${JSON.stringify({ districts: shared.map(reported) })}\n`
        : `${shared.map((one) => told(one, names.get(one.district) ?? one.district, request)).join('\n')}\n`,
    );
    return exitCodes.fine;
  },
};

function requestOf({ options, date: given }: CommandContext, { config }: Workspace): ShareRequest {
  const date = given ?? today(config.timeZone);
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

function granteesOf(options: CommandContext['options'], isRevoke: boolean): Grantee[] {
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
function typed(options: CommandContext['options'], named: readonly Grantee[]): string {
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

/** «Anyone with the link» is opened by nobody who did not type the words. Throws CommandError. */
async function confirmed({ options, streams, json }: CommandContext): Promise<void> {
  const given =
    options.confirm === undefined && !json ? await asked(streams) : (options.confirm as string | undefined);
  const bare = (text: string): string =>
    text
      .trim()
      .replace(/^[«"']+|[»"']+$/g, '')
      .toLowerCase();
  if (given !== undefined && bare(given) === confirmation) return;
  throw new CommandError('share.confirm', errors.confirm, errors.confirmHint(confirmation));
}

async function asked({ interactive }: Streams): Promise<string | undefined> {
  if (!interactive || !process.stdin.isTTY) return undefined;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(texts.question(confirmation));
  } finally {
    lines.close();
  }
}

async function share(
  workspace: Workspace,
  store: Store,
  request: ShareRequest,
  { options }: CommandContext,
): Promise<SharedDistrict[]> {
  const assessment = await assess(workspace, store, request.date);
  const shown = shownDistricts(assessment.register);
  const districts = chosen(shown, options.district as string | undefined);
  const journal = await readJournal(workspace.paths.root);
  const inputs = summaryInputs(workspace, assessment, await store.runs(), request.date);
  const ministries = new Map<string, DistrictMinistry>(
    districtMinistries(workspace, inputs).map((one) => [one.district, one]),
  );
  if (!workspace.config.google) {
    if (request.onlyLooks) return districts.map((district) => onPaper(district, journal));
    const paths = districts.flatMap(({ code }) => ministries.get(code)?.path ?? []);
    throw new CommandError('share.no_google', errors.noGoogle, errors.noGoogleHint(paths));
  }
  const [{ googleOf }, { shareDistrict }] = await Promise.all([
    import('../../google/client/google.ts'),
    import('../../google/share/share-district.ts'),
  ]);
  const google = await googleOf(workspace, 'manage');
  const done: SharedDistrict[] = [];
  for (const district of districts) {
    const plan = (events: readonly AccessEvent[]) => ministries.get(district.code)!.plan(events);
    done.push(await shareDistrict(workspace, google!, district, request, plan));
  }
  return done;
}

function chosen(districts: readonly District[], code: string | undefined): readonly District[] {
  if (code === undefined) return districts;
  const found = districts.filter((district) => district.code === code);
  if (found.length > 0) return found;
  const near = nearest(
    code,
    districts.map((district) => district.code),
  );
  throw new CommandError('share.district', errors.unknownDistrict(code, near), errors.unknownDistrictHint);
}

/** What share.csv says where Google cannot be asked. */
const onPaper = ({ code }: District, journal: readonly AccessEvent[]): SharedDistrict => ({
  district: code,
  isNew: false,
  tabs: { written: 0, unchanged: 0 },
  events: [],
  access: activeAccess(journal, code),
  notGranted: [],
  higher: [],
  ownExpiry: [],
});

/** The answer of `--json`: addresses and days, nothing of the machinery. */
const reported = ({ district, spreadsheet, isNew, tabs, events, access, ...rest }: SharedDistrict) => ({
  district,
  ...(spreadsheet !== undefined && { spreadsheet }),
  created: isNew,
  tabs,
  changes: events.map(({ action, type, who, role, until }) => ({ action, type, who, role, until })),
  access: access.map(({ type, who, role, since, until, isFound }) => ({
    ...{ type, who, role },
    from: since,
    until,
    recorded: !isFound,
  })),
  ...rest,
});

function told(one: SharedDistrict, name: string, { onlyLooks, until }: ShareRequest): string {
  const lines: string[] = [];
  if (onlyLooks) lines.push(texts.listTitle(name));
  if (one.spreadsheet === undefined) lines.push(texts.none);
  else if (onlyLooks) lines.push(`  ${one.spreadsheet}`);
  else lines.push(texts.spreadsheet(name, one.spreadsheet, one.isNew), texts.tabs(one.tabs.written));
  for (const { action, type, who, role, until: end } of one.events)
    lines.push(texts.done(action, type, who, role, end));
  for (const { type, who } of one.notGranted) lines.push(texts.notGranted(type, who));
  for (const { type, who, role } of one.higher) lines.push(texts.higher(type, who, role));
  for (const { type, who } of one.ownExpiry) lines.push(texts.ownExpiry(type, who, until!));
  if (!onlyLooks && one.events.length === 0) lines.push(texts.unchanged);
  if (onlyLooks && one.access.length === 0) lines.push(texts.nobody);
  if (onlyLooks)
    for (const { type, who, role, since, until: end, isFound } of one.access)
      lines.push(texts.entry(type, who, role, since, end, isFound));
  return lines.join('\n');
}
