import vm from 'node:vm';
import { buildAddon } from '../../appsscript/build/build-addon.ts';
import { Authorisation, modeOf } from './fakes/authorisation.ts';
import type { Book, Tab } from './fakes/book.ts';
import { cacheService } from './fakes/cache.ts';
import { Calls } from './fakes/calls.ts';
import { htmlService } from './fakes/html-service.ts';
import { lockService } from './fakes/lock.ts';
import { mailApp } from './fakes/mail-app.ts';
import { propertiesService } from './fakes/properties.ts';
import { scriptApp } from './fakes/script-app.ts';
import { sessionService } from './fakes/session.ts';
import { spreadsheetApp } from './fakes/spreadsheet-app.ts';
import { FakeUi } from './fakes/ui.ts';
import { utilities } from './fakes/utilities.ts';

let building: ReturnType<typeof buildAddon> | undefined;
let compiled: vm.Script | undefined;

/** The built add-on, once for all tests of a file. */
export const builtAddon = (): ReturnType<typeof buildAddon> => {
  building ??= buildAddon();
  return building;
};

export interface RealmOptions {
  readonly beforeWrite?: (tab: Tab, area: string) => void;
  /** What the clock says, ISO 8601; `realm.setNow` changes it. */
  readonly now?: string;
  /** False where Google sees no document around the script. */
  readonly isContained?: boolean;
}

/** The built server script in a bare realm, on strict fakes: nothing of Node or of a page is within its reach. */
export async function openRealm(book: Book, { beforeWrite, now, isContained }: RealmOptions = {}) {
  const files = await builtAddon();
  const calls = new Calls();
  const ui = new FakeUi();
  const may = new Authorisation(files.get('appsscript.json') ?? '');
  const spreadsheets = spreadsheetApp(
    book,
    calls,
    may.wrap('Ui', ui.service),
    (message) => ui.toasts.push(message),
    (tab, area) => {
      may.mayWrite();
      beforeWrite?.(tab, area);
    },
  );
  const properties = propertiesService(isContained);
  const cache = cacheService(isContained);
  const lock = lockService(calls, isContained);
  const script = scriptApp(book);
  const mail = mailApp();
  const services: Readonly<Record<string, object>> = {
    SpreadsheetApp: spreadsheets.app,
    HtmlService: htmlService(files),
    PropertiesService: properties.service,
    CacheService: cache.service,
    LockService: lock.service,
    Utilities: utilities(),
    Session: sessionService(book),
    ScriptApp: script.service,
    MailApp: mail.service,
  };
  const context = vm.createContext(
    Object.fromEntries(Object.entries(services).map(([name, service]) => [name, may.wrap(name, service)])),
  );
  const setNow = (time: string): void => {
    context.msokoNow = Date.parse(time);
    vm.runInContext(clock, context);
  };
  if (now !== undefined) setNow(now);
  // what stands outside the functions runs in every mode
  may.mode = 'NONE';
  compiled ??= new vm.Script(files.get('server.js') ?? '', { filename: 'server.js' });
  compiled.runInContext(context);
  /** Calls a top-level function in the realm, as Sheets does with its own objects. */
  const run = (name: string, ...args: unknown[]): unknown => {
    const entry: unknown = context[name];
    if (typeof entry !== 'function') throw new TypeError(`no top-level function ${name}`);
    may.mode = modeOf(name, args[0]);
    return (entry as (...given: unknown[]) => unknown)(...args);
  };
  return {
    book,
    calls,
    ui,
    properties,
    cache,
    lock,
    run,
    has: (name: string): boolean => typeof context[name] === 'function',
    edit: spreadsheets.edit,
    setNow,
    mail: mail.state,
    script: script.state,
    /** A call of a page through google.script.run: arguments and answer cross as plain JSON, nothing else may. */
    call: (name: string, ...args: unknown[]): unknown => {
      const answer = run(name, ...args.map((arg) => copied(arg)));
      return answer === undefined ? undefined : copied(answer);
    },
  };
}

/** Makes the clock of a realm stand still. */
const clock = `
globalThis.Date = (globalThis.RealDate ??= Date, class extends globalThis.RealDate {
  constructor(...args) { if (args.length === 0) super(globalThis.msokoNow); else super(...args); }
  static now() { return globalThis.msokoNow; }
});`;

export type Realm = Awaited<ReturnType<typeof openRealm>>;

/** google.script.run refuses dates, functions and anything else that is no plain value. */
function copied(value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (typeof value === 'function') throw new TypeError('a function does not cross google.script.run');
  if (typeof value !== 'object') return value;
  if (Object.prototype.toString.call(value) === '[object Date]')
    throw new TypeError('a Date does not cross google.script.run');
  if (Array.isArray(value)) return value.map(copied);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copied(one)]));
}
