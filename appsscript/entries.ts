import { type MenuItem, menu } from './menu.ts';

/**
 * Everything that Apps Script calls by its name. One list makes the top-level functions of the built file, the menu, the
 * calls a page may make and the tests that hold them against each other; `server/main.ts` and `desk/main.ts` must give a
 * handler for each.
 */
export interface Entry {
  /**
   * `trigger`: called by Sheets or by the clock · `menu`: an item of the menu · `call`: made by a page through
   * google.script.run · `function`: a custom function of a cell.
   */
  readonly kind: 'trigger' | 'menu' | 'call' | 'function';
  readonly name: string;
  /** Names of parameters, for autocompletion. */
  readonly parameters: readonly string[];
  /** Name of the handler, where another entry has it too. */
  readonly handler?: string;
  /** Of a menu item. */
  readonly title?: string;
  /** In whose workbook the item stands; none = in both. */
  readonly unit?: 'organisation' | 'district';
  /** A line stands above the item. */
  readonly isFirstOfGroup?: true;
}

const trigger = (name: string) => ({ kind: 'trigger', name, parameters: ['event'] }) as const;
const call = <Name extends string>(name: Name, ...parameters: string[]) =>
  ({ kind: 'call', name, parameters }) as const;

const triggers = {
  onOpen: trigger('onOpen'),
  onInstall: trigger('onInstall'),
  onEdit: trigger('onEdit'),
  onDailyReminder: trigger('onDailyReminder'),
} as const;

const calls = {
  goTo: call('goTo', 'place'),
  formBook: call('formBook'),
  formTab: call('formTab', 'tab'),
  findTab: call('findTab', 'kind', 'keys'),
  relatedCells: call('relatedCells', 'ask'),
  saveCells: call('saveCells', 'save'),
  clearRemarks: call('clearRemarks', 'saved'),
  saveRow: call('saveRow', 'save'),
  snapshot: call('snapshot'),
  openSubmission: call('openSubmission'),
  submitReport: call('submitReport', 'request'),
  withdrawReport: call('withdrawReport', 'seen'),
  pickCell: call('pickCell'),
  requestCorrection: call('requestCorrection', 'request'),
  reminderState: call('reminderState'),
  switchReminder: call('switchReminder', 'isOn'),
  openDistrict: call('openDistrict'),
  decideReport: call('decideReport', 'request'),
  mailQuota: call('mailQuota'),
  remindOrganisations: call('remindOrganisations', 'request'),
} as const;

const functions = {
  // the parameters as autocompletion shows them; the help beside them is made by the build
  МСОКО: {
    kind: 'function',
    name: 'МСОКО',
    parameters: ['код', 'период', 'показать', 'ячейки', 'счёт'],
    handler: 'MSOKO',
  },
  // nothing but Latin letters, so that it does not hang on what becomes of the other name
  MSOKO: { kind: 'function', name: 'MSOKO', parameters: ['code', 'period', 'show', 'cells', 'count'] },
} as const;

const menuEntries = Object.entries<MenuItem>(menu).map(
  ([name, item]): Entry => ({ kind: 'menu', name, parameters: [], ...item }),
);

/** Entries that are called without a person waiting at a page: their code is always loaded. */
export type ReadyName = keyof typeof triggers | 'MSOKO';
/** Entries behind the menu and the pages: their code is loaded when it is asked for. */
export type DeskName = keyof typeof menu | keyof typeof calls;
export type EntryName = ReadyName | DeskName;
export type CallName = keyof typeof calls;

/** In the order of the menu. */
export const entries: readonly Entry[] = [
  ...Object.values<Entry>(triggers),
  ...menuEntries,
  ...Object.values<Entry>(calls),
  ...Object.values<Entry>(functions),
];

/** The entries that a built script has; `latinOnly`: without names that not everybody can type. */
export const entriesFor = ({ latinOnly }: { readonly latinOnly: boolean }): readonly Entry[] =>
  latinOnly ? entries.filter(({ name }) => /^\w+$/.test(name)) : entries;
