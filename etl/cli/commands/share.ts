import { createInterface } from 'node:readline/promises';
import { type AccessEvent, activeAccess } from '../../../shared/ministry/access.ts';
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
import { isConfirmation, shareRequest } from './share-request.ts';

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
    const request = shareRequest(context.options, context.date ?? today(workspace.config.timeZone));
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

/** «Anyone with the link» is opened by nobody who did not type the words. Throws CommandError. */
async function confirmed({ options, streams, json }: CommandContext): Promise<void> {
  const given =
    options.confirm === undefined && !json ? await asked(streams) : (options.confirm as string | undefined);
  if (given !== undefined && isConfirmation(given)) return;
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
  isBinned: false,
  tabs: { written: 0, unchanged: 0 },
  events: [],
  access: activeAccess(journal, code),
  notGranted: [],
  higher: [],
  ownExpiry: [],
});

/** The answer of `--json`: addresses and days, nothing of the machinery. */
const reported = ({
  district,
  spreadsheet,
  isNew,
  isBinned,
  tabs,
  events,
  access,
  ...rest
}: SharedDistrict) => ({
  district,
  ...(spreadsheet !== undefined && { spreadsheet }),
  created: isNew,
  ...(isBinned && { inBin: true }),
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
  else {
    lines.push(texts.spreadsheet(name, one.spreadsheet, one.isNew));
    if (!one.isBinned) lines.push(texts.tabs(one.tabs.written));
  }
  if (one.isBinned) lines.push(texts.binned);
  if (one.replaced !== undefined) lines.push(texts.replaced(one.replaced));
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
