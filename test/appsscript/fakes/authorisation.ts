/**
 * What a run may do (developers.google.com/apps-script/concepts: add-on authorisation, simple triggers, custom functions):
 * `NONE`: an add-on that is not switched on in this file makes its menu, nothing else · `LIMITED`: a simple trigger works
 * in the file it stands in, knows nobody, shows no page, sends nothing · `CUSTOM_FUNCTION`: a formula reads, and no more ·
 * `CLOCK`: the person has agreed, and is not there · `FULL`: the person has agreed.
 */
export type RunMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'CLOCK' | 'FULL';

/** Members of a service that a mode allows; a service that is not named is refused whole, `true` allows all of it. */
type Allowed = Readonly<Record<string, readonly string[] | true>>;

const refusing: Readonly<Record<Exclude<RunMode, 'FULL'>, Allowed>> = {
  NONE: { SpreadsheetApp: ['getUi'], Ui: ['createMenu', 'createAddonMenu'], ScriptApp: ['AuthMode'] },
  LIMITED: {
    SpreadsheetApp: true,
    Ui: ['createMenu', 'createAddonMenu', 'alert', 'ButtonSet', 'Button'],
    HtmlService: true,
    PropertiesService: true,
    CacheService: true,
    LockService: true,
    Utilities: true,
    ScriptApp: ['AuthMode', 'AuthorizationStatus', 'getAuthorizationInfo'],
  },
  // the services that Google's guide «Custom functions in Google Sheets» lists; the spreadsheet read-only, no page shown
  CUSTOM_FUNCTION: {
    SpreadsheetApp: ['getActiveSpreadsheet', 'getActive'],
    HtmlService: true,
    PropertiesService: true,
    CacheService: true,
    LockService: true,
    Utilities: true,
  },
  CLOCK: {
    SpreadsheetApp: ['getActiveSpreadsheet', 'getActive', 'flush'],
    HtmlService: true,
    PropertiesService: true,
    CacheService: true,
    LockService: true,
    Utilities: true,
    ScriptApp: true,
    MailApp: true,
    Session: true,
  },
};

/** What a mode allows, for those who hold it against Google's lists. */
export const allowedIn = (mode: Exclude<RunMode, 'FULL'>): readonly string[] => Object.keys(refusing[mode]);

/** End of the address of the scope that a member of a service takes (reference of each method); `*`: any other member. */
export const scopes: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
  SpreadsheetApp: { '*': 'spreadsheets.currentonly', getUi: undefined, ProtectionType: undefined },
  Ui: {
    '*': 'script.container.ui',
    createMenu: undefined,
    createAddonMenu: undefined,
    Button: undefined,
    ButtonSet: undefined,
  },
  ScriptApp: {
    '*': 'script.scriptapp',
    AuthMode: undefined,
    AuthorizationStatus: undefined,
    getAuthorizationInfo: undefined,
  },
  MailApp: { '*': 'script.send_mail' },
  Session: { '*': 'userinfo.email' },
};

function scopeOf(service: string, member: string): string | undefined {
  const own = scopes[service] ?? {};
  return member in own ? own[member] : own['*'];
}

/** The mode of the run at hand; services wrapped by it refuse what the mode or the manifest does not allow, as Apps Script does. */
export class Authorisation {
  mode: RunMode = 'FULL';
  readonly #scopes: ReadonlySet<string>;

  /** `manifest`: text of appsscript.json. */
  constructor(manifest: string) {
    const { oauthScopes } = JSON.parse(manifest) as { readonly oauthScopes: readonly string[] };
    this.#scopes = new Set(oauthScopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1)));
  }

  wrap<T extends object>(name: string, service: T): T {
    return new Proxy(service, {
      get: (target, key, receiver) => {
        if (typeof key === 'string') this.check(name, key);
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
  }

  /** Throws where the run at hand may not use a member of a service. */
  check(name: string, member: string): void {
    if (!this.allows(name, member))
      throw new Error(`You do not have permission to call ${name}.${member} (${this.mode})`);
    const scope = scopeOf(name, member);
    if (scope !== undefined && !this.#scopes.has(scope))
      throw new Error(`You do not have permission to call ${name}.${member}. Required permissions: ${scope}`);
  }

  /** Formulas write nothing. */
  mayWrite(): void {
    if (this.mode === 'CUSTOM_FUNCTION' || this.mode === 'NONE')
      throw new Error(`You do not have permission to call setValues (${this.mode})`);
  }

  private allows(name: string, member: string): boolean {
    if (this.mode === 'FULL') return true;
    const members = refusing[this.mode][name];
    return members === true || members?.includes(member) === true;
  }
}

/** The mode in which Sheets calls a function by itself; everything else is called by a person who has agreed. */
export function modeOf(name: string, event: unknown): RunMode {
  if (name === 'МСОКО' || name === 'MSOKO') return 'CUSTOM_FUNCTION';
  if (name === 'onDailyReminder') return 'CLOCK';
  if (name === 'onEdit') return 'LIMITED';
  if (name !== 'onOpen') return 'FULL';
  return (event as { authMode?: RunMode } | undefined)?.authMode ?? 'LIMITED';
}
