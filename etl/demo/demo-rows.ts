import { trackerRegisters } from '../../shared/activity/known-registers.ts';
import { criteriaRecords } from '../../shared/criteria/known-records.ts';
import type { GivenRow } from '../../shared/template/record-sheet.ts';
import { demoAnswers } from './demo-answers.ts';
import type { DemoBook } from './demo-book.ts';
import { demoRecords } from './demo-records.ts';
import { demoTracker } from './demo-tracker.ts';

/** What stands in a register of a book: fixed rows with their answers, else the rows of records.csv. */
export function demoRows(book: DemoBook, record: string): GivenRow[] {
  if (record === trackerRegisters.activity) return demoTracker(book);
  if (record === criteriaRecords.self || record === criteriaRecords.expected)
    return demoAnswers(book, record);
  return demoRecords(book, record);
}
