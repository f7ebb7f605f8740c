import { columnLetters, columnNumber } from '../../../shared/plan/address.ts';

/** What stands in one cell of a spreadsheet, and how it looks. */
export interface Cell {
  /** A day is a Date, as SpreadsheetApp gives it. */
  value?: number | string | boolean | Date;
  formula?: string;
  format?: string;
  note?: string;
  background?: string;
  /** Of the text. */
  colour?: string;
}

export interface Protection {
  readonly description: string;
  /** A1 address; none = the whole tab. */
  readonly range?: string;
  unprotected: string[];
  editors: string[];
  warningOnly: boolean;
}

export interface Tab {
  id: number;
  name: string;
  hidden: boolean;
  /** By A1 address. */
  readonly cells: Map<string, Cell>;
  /** A1 addresses. */
  merges: string[];
  protections: Protection[];
  readonly metadata: Map<string, string>;
}

/** A spreadsheet in memory: what the fakes of SpreadsheetApp look at, and what tests read and change as a person would. */
export class Book {
  readonly id: string;
  readonly name: string;
  readonly tabs: Tab[];
  active: { tab: Tab; cell: string };
  timeZone = 'Europe/Moscow';
  locale = 'ru_RU';

  constructor(name: string, tabs: Tab[], id = 'book-1') {
    const first = tabs.find((tab) => !tab.hidden);
    if (!first) throw new RangeError('a spreadsheet needs a tab that can be seen');
    this.id = id;
    this.name = name;
    this.tabs = tabs;
    this.active = { tab: first, cell: 'A1' };
  }

  tab(name: string): Tab {
    const found = this.tabs.find((tab) => tab.name === name);
    if (!found) throw new RangeError(`no tab «${name}»`);
    return found;
  }

  /** Types a value as a person does. */
  type(tab: string, cell: string, value: Cell['value'] | undefined): void {
    const { cells } = this.tab(tab);
    const { formula: _, value: __, ...look } = cells.get(cell) ?? {};
    cells.set(cell, value === undefined ? look : { ...look, value });
  }

  value(tab: string, cell: string): Cell['value'] {
    return this.tab(tab).cells.get(cell)?.value;
  }
}

export const emptyTab = (id: number, name: string, hidden = false): Tab => ({
  id,
  name,
  hidden,
  cells: new Map(),
  merges: [],
  protections: [],
  metadata: new Map(),
});

/** `B7` → row 7, column 2. */
export function placeOf(cell: string): { row: number; column: number } {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(cell.toUpperCase());
  if (!match) throw new RangeError(`no cell address: ${cell}`);
  return { row: Number(match[2]), column: columnNumber(match[1]!) };
}

export const addressOf = (row: number, column: number): string => `${columnLetters(column)}${row}`;
