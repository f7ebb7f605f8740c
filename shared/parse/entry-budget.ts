import type { Issue } from '../issue/issue.ts';
import { type DocumentName, placeIn } from './place-in.ts';

/** Entry cells of a workbook: a wide row of keys over a long column of keys multiplies, whatever the file's size. */
export const maxEntryCells = 1_000_000;

/** What is left of the entry cells of a workbook, shared by its tabs; below zero: there were more, reading stopped. */
export interface EntryBudget {
  left: number;
}

/** Nothing is read of a workbook that cannot be read whole. */
export const tooManyCells = (document: DocumentName): Issue => ({
  code: 'file.too_large',
  place: placeIn(document),
  params: { limit: 'entries', most: maxEntryCells },
});
