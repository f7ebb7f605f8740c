import { columnLetters, columnNumber } from '../../../shared/plan/address.ts';
import type { EntryRule } from '../../../shared/plan/plan.ts';

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
  /** Rule of its values; strict. */
  rule?: EntryRule;
}

export interface Protection {
  description: string;
  /** A1 address; none = the whole tab. */
  readonly range?: string;
  unprotected: string[];
  editors: string[];
  warningOnly: boolean;
  /** Whether everybody of the Workspace domain may edit it. */
  domain?: boolean;
}

export interface Tab {
  id: number;
  name: string;
  hidden: boolean;
  /** Rows of its grid; 1000 unless told otherwise. */
  rows?: number;
  /** Columns of its grid; 26 unless told otherwise. */
  columns?: number;
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
  /** Mailbox of the person at work, of the owner, and of all who may edit; nobody real. */
  person = 'deputy@school.test';
  owner = 'program@district.test';
  editors = ['program@district.test', 'deputy@school.test', 'teacher@school.test'];
  /** Whether cells of the format «plain text» take all as it is, apostrophes too: Google does not say. */
  isVerbatim = false;
  /** False where an administrator forbids to protect ranges. */
  mayProtect = true;

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

  /** Deletes a tab as a person does. */
  remove(name: string): void {
    this.tabs.splice(this.tabs.indexOf(this.tab(name)), 1);
  }

  /** Whether the person at work may change a protection and what it covers; a warning stops nobody. */
  mayChange({ editors, warningOnly }: Protection): boolean {
    return warningOnly || this.person === this.owner || editors.includes(this.person);
  }

  /** Whether a protection keeps the person at work from a cell: of a range, or of the tab but for its open ranges. */
  isLocked(tab: Tab, cell: string): boolean {
    const place = placeOf(cell);
    return tab.protections.some((protection) => {
      if (this.mayChange(protection)) return false;
      const { range, unprotected } = protection;
      return range === undefined ? !unprotected.some((open) => isIn(place, open)) : isIn(place, range);
    });
  }

  /** Types a value as a person does; throws where a protection refuses. */
  type(tab: string, cell: string, value: Cell['value'] | undefined): void {
    if (this.isLocked(this.tab(tab), cell)) throw new ProtectedCell(`${tab}!${cell}`);
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

interface Place {
  row: number;
  column: number;
}

function isIn({ row, column }: Place, range: string): boolean {
  const [from, to = from] = range.split(':').map(placeOf) as [Place, Place?];
  return from.row <= row && row <= to.row && from.column <= column && column <= to.column;
}

/** What Sheets says where a protection refuses. */
export class ProtectedCell extends Error {
  override readonly name = 'ProtectedCell';

  constructor(place: string) {
    super(
      `You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit. (${place})`,
    );
  }
}

/** `B7` → row 7, column 2. */
export function placeOf(cell: string): Place {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(cell.toUpperCase());
  if (!match) throw new RangeError(`no cell address: ${cell}`);
  return { row: Number(match[2]), column: columnNumber(match[1]!) };
}

export const addressOf = (row: number, column: number): string => `${columnLetters(column)}${row}`;
