import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenCopy } from '../../../e2e/msoko.ts';
import type { DriveFile } from '../../../google/drive/model.ts';
import { type GoogleServer, startGoogle } from '../../../google/server.ts';
import { type Said, say } from '../../cli/console.ts';

/** The golden workspace with a folder on the test server, and what a test asks of both. */
export interface SharedDistrict {
  readonly dir: string;
  readonly g: GoogleServer;
  /** The day on which everything happens, for the commands and for Google. */
  day: string;
  share(...args: string[]): Promise<Said>;
  night(): Promise<Said>;
  /** Lines of share.csv without the header. */
  journal(): string[];
  /** Spreadsheets that were made for the ministry. */
  books(): DriveFile[];
  book(): DriveFile;
  /** `type who role` of the file itself, without those of the Shared Drive. */
  permissions(): string[];
  /** Methods of the log that change anything. */
  changing(): string[];
  /** What a column of a tab says, empty cells left out. */
  column(tab: string, letter: string): unknown[];
  stop(): Promise<void>;
}

export async function sharedDistrict(day: string): Promise<SharedDistrict> {
  let today = day;
  const g = await startGoogle({ clock: () => Date.parse(`${today}T09:00:00Z`) });
  Object.assign(process.env, g.env);
  const dir = goldenCopy();
  const config = { schoolYear: '2024/25', google: { folder: g.folderId } };
  writeFileSync(join(dir, 'msoko.config.json'), JSON.stringify(config));
  const one: SharedDistrict = {
    dir,
    g,
    get day() {
      return today;
    },
    set day(next) {
      today = next;
    },
    share: (...args) => say(dir, 'share', ...args, '--date', today),
    night: () => say(dir, 'run', '--date', today, '--json'),
    journal: () => readFileSync(join(dir, 'share.csv'), 'utf8').trimEnd().split('\n').slice(1),
    books: () =>
      [...g.world.files.values()].filter(
        (file) => file.appProperties.msokoKind === 'ministry' && !file.trashed,
      ),
    book: () => one.books()[0]!,
    permissions: () =>
      one
        .book()
        .permissions.map(({ type, emailAddress, domain, role }) =>
          [type, emailAddress ?? domain ?? '', role].filter((word) => word !== '').join(' '),
        )
        .sort(),
    changing: () =>
      g.log.map(({ method }) => method).filter((method) => /create|update|Update|delete/.test(method)),
    column: (tab, letter) => {
      const id = one.book().id;
      const { properties } = g.world.books.get(id)!.tabs.find((found) => found.properties.title === tab)!;
      const rows = properties.gridProperties?.rowCount ?? 0;
      return Array.from({ length: rows }, (_, i) => g.people.read(id, tab, `${letter}${i + 1}`)).filter(
        (value) => value !== undefined,
      );
    },
    stop: async () => {
      delete process.env.MSOKO_GOOGLE_ROOT;
      delete process.env.GOOGLE_APPLICATION_CREDENTIALS;
      await g.stop();
    },
  };
  return one;
}
