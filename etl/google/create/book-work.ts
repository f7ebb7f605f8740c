import type { RecordKind } from '../../../shared/catalog/types.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import type { Fill } from '../../../shared/template/fill.ts';
import type { BookContent, TemplateBook } from '../../run/template-books.ts';
import type { RenderOptions } from '../render/render-options.ts';
import type { RenderedTab } from '../render/rendered-tab.ts';
import { namedBook } from './named-book.ts';

/** What a spreadsheet is made from. */
export interface BookWork {
  readonly book: TemplateBook;
  readonly spreadsheetId: string;
  readonly records: ReadonlyMap<string, RecordKind>;
  readonly timeZone: string;
  /** Mailboxes that may edit what is protected. */
  readonly editors: readonly string[];
  /** Values that the system has read from this spreadsheet, for tabs that somebody deleted. */
  readonly known: (unit: string) => Fill;
  /** Made by this very run, so nobody has typed anything into it. */
  readonly isFresh: boolean;
}

export interface BookOutcome {
  readonly isChanged: boolean;
  /** Titles of hidden tabs that keep what people had added. */
  readonly kept: readonly string[];
  /** Titles of visible tabs that were added to a spreadsheet in use: new ones, and those that somebody had deleted. */
  readonly added: readonly string[];
}

/** The structure of a workbook, and its tabs as they should be. */
export interface Due {
  readonly structure: Plan;
  readonly rendered: readonly RenderedTab[];
  readonly hashes: ReadonlyMap<string, string>;
  readonly options: RenderOptions;
}

/** What a batch of work on a spreadsheet came to. */
export type Settled = Pick<BookOutcome, 'kept' | 'added'>;

/** The workbook's plan under the names of the spreadsheet. */
export const planOf = ({ book, spreadsheetId }: BookWork, content?: BookContent): Plan =>
  namedBook(book.plan(content), spreadsheetId);
