import { addonTexts as texts } from '../shared/texts/addon.ts';
import { addonFunctionTexts as functionTexts } from '../shared/texts/addon-function.ts';

/**
 * Everything that Apps Script calls by its name. One list makes the top-level functions of the built file, the menu, the
 * calls a page may make and the tests that hold them against each other; `server/main.ts` must give a handler for each.
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
  /** Of a menu item. */
  readonly title?: string;
  /** In whose workbook the item stands; none = in both. */
  readonly unit?: 'organisation' | 'district';
  /** A line stands above the item. */
  readonly isFirstOfGroup?: true;
  /** Lines of the help of a custom function. */
  readonly help?: readonly string[];
}

const trigger = (name: string) => ({ kind: 'trigger', name, parameters: ['event'] }) as const;
const call = <Name extends string>(name: Name, ...parameters: string[]) =>
  ({ kind: 'call', name, parameters }) as const;

const triggers = {
  onOpen: trigger('onOpen'),
  onInstall: trigger('onInstall'),
  onEdit: trigger('onEdit'),
} as const;

const menu = {
  showForms: {
    kind: 'menu',
    name: 'showForms',
    parameters: [],
    title: texts.menu.forms,
  },
  showActivity: {
    kind: 'menu',
    name: 'showActivity',
    parameters: [],
    title: texts.menu.activity,
  },
  showReview: {
    kind: 'menu',
    name: 'showReview',
    parameters: [],
    title: texts.menu.review,
    isFirstOfGroup: true,
  },
  showFigures: { kind: 'menu', name: 'showFigures', parameters: [], title: texts.menu.figures },
  recalculate: { kind: 'menu', name: 'recalculate', parameters: [], title: texts.menu.recalculate },
  showAbout: {
    kind: 'menu',
    name: 'showAbout',
    parameters: [],
    title: texts.menu.about,
    isFirstOfGroup: true,
  },
} as const;

const calls = {
  goTo: call('goTo', 'place'),
  formBook: call('formBook'),
  formTab: call('formTab', 'tab'),
  findTab: call('findTab', 'kind', 'keys'),
  saveCells: call('saveCells', 'save'),
  snapshot: call('snapshot'),
} as const;

const figure = <Name extends string>(name: Name) => {
  const { what, code, period, show, cells, returns } = functionTexts.help;
  const [codeName, periodName, showName, cellsName] = functionTexts.parameters;
  return {
    kind: 'function',
    name,
    parameters: functionTexts.parameters,
    help: [
      what,
      '',
      `@param {string} ${codeName} ${code}`,
      `@param {string} ${periodName} ${period}`,
      `@param {string} ${showName} ${show}`,
      `@param {range} ${cellsName} ${cells}`,
      `@return {number|string} ${returns}`,
    ],
  } as const;
};

const functions = { МСОКО: figure('МСОКО'), MSOKO: figure('MSOKO') } as const;

const all = { ...triggers, ...menu, ...calls, ...functions } as const;

export type EntryName = keyof typeof all;
export type CallName = keyof typeof calls;

/** In the order of the menu. */
export const entries: readonly Entry[] = Object.values(all);
