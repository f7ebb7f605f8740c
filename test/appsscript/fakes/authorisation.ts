/**
 * What a run may do (developers.google.com/apps-script/concepts: add-on authorisation, simple triggers, custom functions):
 * `NONE`: an add-on that is not switched on in this file makes its menu, nothing else · `LIMITED`: a simple trigger works
 * in the file it stands in, knows nobody, shows no page, sends nothing · `CUSTOM_FUNCTION`: a formula reads, and no more ·
 * `FULL`: the person has agreed.
 */
export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

/** Members of a service that a mode allows; a service that is not named is refused whole, `true` allows all of it. */
type Allowed = Readonly<Record<string, readonly string[] | true>>;

const refusing: Readonly<Record<Exclude<AuthMode, 'FULL'>, Allowed>> = {
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
  CUSTOM_FUNCTION: {
    SpreadsheetApp: ['getActiveSpreadsheet', 'getActive'],
    HtmlService: true,
    PropertiesService: true,
    CacheService: true,
    LockService: true,
    Utilities: true,
  },
};

/** The mode of the run at hand; services wrapped by it refuse what the mode does not allow, as Apps Script does. */
export class Authorisation {
  mode: AuthMode = 'FULL';

  wrap<T extends object>(name: string, service: T): T {
    return new Proxy(service, {
      get: (target, key, receiver) => {
        if (typeof key === 'string' && !this.allows(name, key))
          throw new Error(`You do not have permission to call ${name}.${key} (${this.mode})`);
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
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
export function modeOf(name: string, event: unknown): AuthMode {
  if (name === 'МСОКО' || name === 'MSOKO') return 'CUSTOM_FUNCTION';
  if (name === 'onEdit') return 'LIMITED';
  if (name !== 'onOpen') return 'FULL';
  return (event as { authMode?: AuthMode } | undefined)?.authMode ?? 'LIMITED';
}
