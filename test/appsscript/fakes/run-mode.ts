import { Calls } from './calls.ts';

/**
 * How a run was started, which decides what it may do: by a person who uses the add-on (menu, page), by the clock, as a simple
 * trigger, as a simple trigger in a file where the add-on was never used (AuthMode.NONE), or as a custom function.
 */
export type RunMode = 'person' | 'clock' | 'simple' | 'none' | 'function';

const authorised: readonly RunMode[] = ['person', 'clock'];
const notYet: readonly RunMode[] = ['person', 'clock', 'simple', 'function'];
const all: readonly RunMode[] = [...notYet, 'none'];

/** Scopes of OAuth by the end of their addresses. */
type Scope =
  | 'spreadsheets.currentonly'
  | 'script.container.ui'
  | 'script.scriptapp'
  | 'script.send_mail'
  | 'userinfo.email';

interface Permission {
  readonly modes: readonly RunMode[];
  readonly scope?: Scope;
}

/**
 * The services that custom functions may call, by Google's guide «Custom functions in Google Sheets»; the spreadsheet for
 * reading only, HTML without showing it.
 */
export const functionServices: ReadonlySet<string> = new Set([
  ...['CacheService', 'HtmlService', 'Jdbc', 'LanguageApp', 'LockService', 'Maps', 'PropertiesService'],
  ...['SpreadsheetApp', 'UrlFetchApp', 'Utilities', 'XmlService'],
]);

/** What a member of a service takes, by Google's reference; `Service.*` where nothing more exact is said. */
export const permissions: Readonly<Record<string, Permission>> = {
  'SpreadsheetApp.getUi': { modes: ['person', 'simple', 'none'] },
  'SpreadsheetApp.*': { modes: notYet, scope: 'spreadsheets.currentonly' },
  'SpreadsheetApp.ProtectionType': { modes: all },
  'HtmlService.*': { modes: all },
  'CacheService.*': { modes: all },
  'LockService.*': { modes: all },
  'Utilities.*': { modes: all },
  'PropertiesService.*': { modes: notYet },
  'Ui.createMenu': { modes: all },
  'Ui.createAddonMenu': { modes: all },
  'Ui.Button': { modes: all },
  'Ui.ButtonSet': { modes: all },
  'Ui.*': { modes: ['person'], scope: 'script.container.ui' },
  'ScriptApp.AuthMode': { modes: all },
  'ScriptApp.AuthorizationStatus': { modes: all },
  'ScriptApp.getAuthorizationInfo': { modes: all },
  'ScriptApp.*': { modes: authorised, scope: 'script.scriptapp' },
  'MailApp.*': { modes: authorised, scope: 'script.send_mail' },
  'Session.*': { modes: authorised, scope: 'userinfo.email' },
};

/** What a script asked of the sheet, as far as the run at hand may ask it. */
export class GatedCalls extends Calls {
  readonly #gate: Gate;

  constructor(gate: Gate) {
    super();
    this.#gate = gate;
  }

  override add(...given: Parameters<Calls['add']>): void {
    if (given[0] === 'write' && this.#gate.mode === 'function')
      throw new Error(
        `You do not have permission to call ${given[1]}. Custom functions cannot change cells.`,
      );
    super.add(...given);
  }
}

/** What the run at hand may call. */
export class Gate {
  mode: RunMode = 'person';
  readonly #scopes: ReadonlySet<string>;

  constructor(manifest: string) {
    const { oauthScopes } = JSON.parse(manifest) as { readonly oauthScopes: readonly string[] };
    this.#scopes = new Set(oauthScopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1)));
  }

  /** Throws what Apps Script throws where a call is not allowed. */
  check(service: string, member: string): void {
    const { modes, scope } = permissions[`${service}.${member}`] ?? permissions[`${service}.*`]!;
    const isUnknown = this.mode === 'function' && !functionServices.has(service);
    if (isUnknown || !modes.includes(this.mode) || (scope !== undefined && !this.#scopes.has(scope)))
      throw new Error(
        `You do not have permission to call ${service}.${member}.${scope ? ` Required permissions: ${scope}` : ''}`,
      );
  }

  /** The service with a look at each of its members before it is used. */
  guard<T extends object>(service: string, object: T): T {
    return new Proxy(object, {
      get: (target, key, receiver) => {
        if (typeof key === 'string' && key !== 'then' && key !== 'toJSON') this.check(service, key);
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
  }
}
