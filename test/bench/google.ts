import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../etl/google/client/clock.ts';
import { TokenBucket } from '../../etl/google/client/pacing.ts';
import { createBooks } from '../../etl/google/create/create-books.ts';
import { openFolder } from '../../etl/google/create/folder.ts';
import { lookAtFolder } from '../../etl/google/read/look-at-folder.ts';
import { readSpreadsheet } from '../../etl/google/read/read-spreadsheet.ts';
import { enteredBefore } from '../../etl/run/entered-before.ts';
import { lastYearOf } from '../../etl/run/last-year.ts';
import { runWorkspace } from '../../etl/run/run-workspace.ts';
import { templateBooks } from '../../etl/run/template-books.ts';
import { withStore } from '../../etl/store/with-store.ts';
import { assembleRegister } from '../../etl/workspace/assemble-register.ts';
import { openWorkspace } from '../../etl/workspace/open-workspace.ts';
import type { LoggedRequest } from '../google/answer.ts';
import { clientOf } from '../google/client.ts';
import { addFile } from '../google/drive/files.ts';
import { SPREADSHEET } from '../google/drive/model.ts';
import { layOut, refill } from '../google/lay-out.ts';
import { GOOGLE_LIMITS } from '../google/quota.ts';
import { type GoogleServer, startGoogle } from '../google/server.ts';
import { benchDate, districtPlan, schoolPlan, writeDistrict } from './invented-district.ts';
import { type Line, milliseconds, type Section } from './report.ts';

/** The night did not do what is being measured. */
class NotThatNight extends Error {
  override readonly name = 'NotThatNight';
}

const quiet = { reading: () => undefined, evaluating: () => undefined, writing: () => undefined };

interface Night {
  readonly requests: readonly LoggedRequest[];
  readonly seconds: number;
}

/** A whole nightly run, write-back included, in this process; the log of the server says what it cost. */
async function night(g: GoogleServer, dir: string, read: number, unchanged: number): Promise<Night> {
  const from = g.log.length;
  const start = performance.now();
  const workspace = await openWorkspace(dir);
  const { report, google } = await withStore(workspace, (store) =>
    runWorkspace(workspace, store, benchDate, quiet),
  );
  const { workbooks } = report;
  if (
    workbooks.read !== read ||
    workbooks.unchanged !== unchanged ||
    workbooks.failed + google.issues.length > 0
  )
    throw new NotThatNight(JSON.stringify({ workbooks, issues: google.issues }));
  const requests = g.log.slice(from).filter(({ method }) => method !== 'oauth2.token');
  return { requests, seconds: (performance.now() - start) / 1000 };
}

const kilobytes = ({ requests }: Night): number =>
  requests.reduce((sum, { up, down }) => sum + up + down, 0) / 1024;

const per = (what: string, a: number, b: number, unit: string, goal?: number): Line => ({
  what,
  ratio: a / b,
  seen: `${a < 10 ? Math.round(a * 10) / 10 : Math.round(a)}${unit} : ${b}`,
  ...(goal !== undefined && { goal }),
});

/** Schools and their district on a Google Drive of our own: first night, nothing changed, 5 % changed. */
async function nights(folder: string, workbooks: number): Promise<Line[]> {
  const dir = join(folder, 'google');
  const workspace = await writeDistrict(dir, workbooks - 1);
  const g = await startGoogle();
  const before = { ...process.env };
  Object.assign(process.env, g.env);
  try {
    const google = { folder: g.folderId, readsPerMinute: 60_000, writesPerMinute: 60_000 };
    writeFileSync(join(dir, 'msoko.config.json'), JSON.stringify({ schoolYear: '2024/25', google }));
    layOut(g, districtPlan(workspace), 'Отчёт района');
    const books = Array.from({ length: workbooks - 1 }, (_, at) =>
      layOut(g, schoolPlan(workspace, at, 0), `Отчёт школы № ${at + 1}`),
    );
    const first = await night(g, dir, workbooks, 0);
    // the remarks and the summary that the first night wrote show up as changes of their spreadsheets
    const second = await night(g, dir, 0, workbooks);
    const idle = await night(g, dir, 0, workbooks);
    const changed = Math.max(1, Math.round(workbooks * 0.05));
    for (let at = 0; at < changed; at++) refill(g, books[at]!, schoolPlan(workspace, at, 1));
    const some = await night(g, dir, changed, workbooks - changed);
    return [
      per('first night, requests : workbooks', first.requests.length, workbooks, ''),
      per('first night, kB : workbooks', kilobytes(first), workbooks, ' kB'),
      per(`${changed} changed, requests : changed workbooks`, some.requests.length, changed, ''),
      per(`${changed} changed, kB : changed workbooks`, kilobytes(some), changed, ' kB'),
      per(
        'nothing changed, the night after remarks were written, requests : workbooks',
        second.requests.length,
        workbooks,
        '',
      ),
      per('nothing changed, requests : 1', idle.requests.length, 1, '', 3),
      per('nothing changed, bytes : 1', kilobytes(idle) * 1024, 1, ' B'),
      {
        what: 'time on loopback, nothing changed : first night',
        ratio: idle.seconds / first.seconds,
        seen: `${milliseconds(idle.seconds * 1000)} : ${milliseconds(first.seconds * 1000)}`,
      },
    ];
  } finally {
    for (const name of Object.keys(g.env)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    await g.stop();
  }
}

/** Hours of waiting in no time. */
function virtualClock(): Clock & { waited(): number } {
  let now = 0;
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
    timeout: (ms) => AbortSignal.timeout(ms),
    waited: () => now / 1000,
  };
}

/**
 * What the quotas alone cost: the reading of a first night by the product's own client under a clock of its own, against
 * a server that counts the minute as Google does. Answers take no time here; on the wire they run beside the waiting.
 */
async function pacing(workbooks: number): Promise<Line> {
  const clock = virtualClock();
  const g = await startGoogle({ clock: clock.now, quota: GOOGLE_LIMITS });
  const place = { parents: [g.folderId], driveId: g.sharedDriveId };
  for (let n = 0; n < workbooks; n++)
    addFile(g.world, g.owner, { name: `Отчёт ${n + 1}`, mimeType: SPREADSHEET, ...place });
  const google = await clientOf(g, { clock, readsPerMinute: 60, writesPerMinute: 60, deadlineSeconds: 0 });
  const { files } = await lookAtFolder(google, g.folderId, undefined, () => false);
  for (const id of Object.keys(files)) await readSpreadsheet(google, id);
  const refused = g.log.filter(({ status }) => status === 429).length;
  await g.stop();
  if (Object.keys(files).length !== workbooks || refused > 0)
    throw new NotThatNight(JSON.stringify({ files: Object.keys(files).length, refused }));
  return per(`pacing of a first night, seconds : ${workbooks} workbooks`, clock.waited(), workbooks, ' s');
}

/** `msoko templates --google` for a few schools: what one spreadsheet costs, and the waiting that follows for many. */
async function making(folder: string, books: number, forecasts: readonly number[]): Promise<Line[]> {
  const workspace = await writeDistrict(join(folder, 'google-made'), books);
  const g = await startGoogle();
  const google = await clientOf(g);
  const register = assembleRegister(workspace.districts, workspace.organisationRows, []);
  const { schoolYear } = workspace.config;
  const entered = enteredBefore(workspace.catalog, schoolYear, new Map(), []);
  const plans = templateBooks(workspace, register, schoolYear, lastYearOf(schoolYear, []), entered);
  const made = await createBooks(google, {
    folder: await openFolder(google, g.folderId),
    workspace,
    books: plans.filter(({ level }) => level === 'organisation'),
    schoolYear,
    observations: [],
    progress: () => undefined,
  });
  const requests = g.log.filter(({ method }) => method !== 'oauth2.token');
  await g.stop();
  if (made.length !== books || made.some(({ state }) => state !== 'created'))
    throw new NotThatNight(JSON.stringify(made.map(({ state }) => state)));
  const reads = requests.filter(({ method }) => method === 'sheets.spreadsheets.get').length / books;
  const writes = requests.filter(({ method }) => method === 'sheets.spreadsheets.batchUpdate').length / books;
  const lines = [
    per('making spreadsheets, requests : workbooks', requests.length, books, ''),
    per('making spreadsheets, kB : workbooks', kilobytes({ requests, seconds: 0 }), books, ' kB'),
  ];
  for (const count of forecasts) {
    const clock = virtualClock();
    const read = new TokenBucket(60, clock);
    const write = new TokenBucket(60, clock);
    for (let n = 0; n < count; n++) {
      for (let i = 0; i < reads; i++) await read.take();
      for (let i = 0; i < writes; i++) await write.take();
    }
    lines.push(per(`pacing of making, seconds : ${count} workbooks`, clock.waited(), count, ' s'));
  }
  return lines;
}

/** Requests, bytes and waiting of nights on Google Sheets; nothing here leaves this machine. */
export async function benchGoogle(folder: string, quick: boolean): Promise<Section> {
  const workbooks = quick ? 2 : 60;
  const lines = await nights(folder, workbooks);
  const counts = quick ? [31, 61] : [60, 1500];
  for (const count of counts) lines.push(await pacing(count));
  lines.push(...(await making(folder, quick ? 1 : 3, counts)));
  return {
    title: `5. Google Sheets: ${workbooks} workbooks of schools and their district on a local server`,
    lines,
  };
}
