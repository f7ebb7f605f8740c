import { spreadsheetPath } from '../../../shared/issue/spreadsheet.ts';
import {
  type AccessEntry,
  type AccessEvent,
  activeAccess,
  type Grantee,
  granteeKey,
} from '../../../shared/ministry/access.ts';
import type { Day } from '../../../shared/period/period.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import type { District } from '../../../shared/register/register.ts';
import { appendJournal, readJournal } from '../../share/journal.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import type { Google } from '../client/google.ts';
import { googleStore } from '../state.ts';
import { writeOwnTabs } from '../write/write-own-tabs.ts';
import { grant } from './grant.ts';
import { ministryBook } from './ministry-book.ts';
import { readMinistryState, saveMinistryState } from './ministry-state.ts';
import { listPermissions, shownGrantee } from './permissions.ts';
import { revoke } from './revoke.ts';
import { syncAccess } from './sync-access.ts';

/** What a call of `msoko share` asks for. */
export interface ShareRequest {
  readonly grant: readonly Grantee[];
  readonly revoke: readonly Grantee[];
  readonly until?: Day;
  readonly notify: boolean;
  readonly date: Day;
  /** The command as typed, for share.csv. */
  readonly command: string;
  /** Nothing is written into the spreadsheet, nothing is made. */
  readonly onlyLooks: boolean;
}

export interface SharedDistrict {
  readonly district: string;
  /** Address of the spreadsheet; undefined where there is none yet and none was to be made. */
  readonly spreadsheet?: string;
  readonly isNew: boolean;
  /** It lies in the bin: nothing is written there. */
  readonly isBinned: boolean;
  /** Address of the one in the bin whose place it takes. */
  readonly replaced?: string;
  readonly tabs: { readonly written: number; readonly unchanged: number };
  /** What this call wrote down. */
  readonly events: readonly AccessEvent[];
  /** Permissions that hold now. */
  readonly access: readonly AccessEntry[];
  /** Asked for, but there was nothing to take away. */
  readonly notGranted: readonly Grantee[];
  /** Asked for, but more than reading is allowed already. */
  readonly higher: readonly (Grantee & { readonly role: AccessEntry['role'] })[];
  /** Ends that Google does not keep: the nightly run does. */
  readonly ownExpiry: readonly Grantee[];
}

/**
 * One district: takes away, makes or finds the spreadsheet, gives, checks everything against Google, and brings the tabs up
 * to the plan. Each permission is written down as soon as it is changed, so a call that is broken off is taken up by the
 * next one. Throws GoogleError and CommandError.
 */
export async function shareDistrict(
  workspace: Workspace,
  google: Google,
  district: District,
  request: ShareRequest,
  planOf: (events: readonly AccessEvent[]) => Plan,
): Promise<SharedDistrict> {
  const { root } = workspace.paths;
  const store = googleStore(workspace);
  const { date, command } = request;
  const state = await readMinistryState(store);
  const known = state[district.code]?.spreadsheet;
  const { folder, editors } = workspace.config.google!;
  const makes = !request.onlyLooks && request.revoke.length === 0;
  const book = await ministryBook(google, folder, district, known, makes);
  if (!book) return nothing(district, await readJournal(root), request);
  if (book.id !== known)
    await saveMinistryState(store, { ...state, [district.code]: { spreadsheet: book.id, inputs: '' } });

  const events: AccessEvent[] = [];
  const note = async (...lines: readonly AccessEvent[]): Promise<void> => {
    await appendJournal(root, lines);
    events.push(...lines);
  };
  const line = (grantee: Grantee, action: AccessEvent['action'], role: AccessEvent['role']): AccessEvent => ({
    ...{ day: date, district: district.code, action, role, command },
    type: grantee.type,
    who: shownGrantee(grantee).who,
  });
  const held = async () =>
    new Map(activeAccess(await readJournal(root), district.code).map((one) => [granteeKey(one), one]));

  const notGranted: Grantee[] = [];
  for (const grantee of request.revoke) {
    const there = (await listPermissions(google, book.id)).find(
      (one) => granteeKey(one) === granteeKey(grantee),
    );
    const entry = (await held()).get(granteeKey(shownGrantee(grantee)));
    if (there) await revoke(google, book.id, there);
    if (there || entry) await note(line(grantee, 'revoked', there?.role ?? entry!.role));
    else notGranted.push(grantee);
  }

  const higher: (Grantee & { role: AccessEntry['role'] })[] = [];
  const ownExpiry: Grantee[] = [];
  for (const grantee of request.grant) {
    const { timeZone } = workspace.config;
    const { until, notify } = request;
    const options = { date, timeZone, notify, ...(until !== undefined && { until }) };
    const { permission, expiresInDrive } = await grant(google, book.id, grantee, options);
    if (permission.role !== 'reader') {
      higher.push({ ...grantee, role: permission.role });
      continue;
    }
    if (until !== undefined && !expiresInDrive) ownExpiry.push(grantee);
    const entry = (await held()).get(granteeKey(grantee));
    if (entry && !entry.isFound && entry.role === 'reader' && entry.until === until) continue;
    await note({ ...line(grantee, 'granted', 'reader'), ...(until !== undefined && { until }) });
  }

  await note(
    ...(await syncAccess(google, book.id, await readJournal(root), {
      district: district.code,
      date,
      command,
      manage: async () => google,
    })),
  );
  const journal = await readJournal(root);
  const tabs =
    request.onlyLooks || book.isBinned
      ? { written: 0, unchanged: 0 }
      : await writeOwnTabs(google, book.id, planOf(journal), {
          set: 'ministry',
          editors,
        });
  return {
    district: district.code,
    spreadsheet: spreadsheetPath(book.id),
    isNew: book.isNew,
    isBinned: book.isBinned,
    ...(book.replaced !== undefined && { replaced: spreadsheetPath(book.replaced) }),
    tabs,
    events,
    access: activeAccess(journal, district.code),
    notGranted,
    higher,
    ownExpiry,
  };
}

/** There is no spreadsheet, and nobody asked for one. */
const nothing = (
  { code }: District,
  journal: readonly AccessEvent[],
  { revoke: asked }: ShareRequest,
): SharedDistrict => ({
  district: code,
  isNew: false,
  isBinned: false,
  tabs: { written: 0, unchanged: 0 },
  events: [],
  access: activeAccess(journal, code),
  notGranted: asked,
  higher: [],
  ownExpiry: [],
});
