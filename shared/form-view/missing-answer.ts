import type { FieldType } from '../catalog/types.ts';
import type { MissingStatus } from '../parse/missing-words.ts';
import { entryWords } from '../texts/entry-words.ts';
import { yesNoAnswers } from '../texts/spreadsheet.ts';

/** «Нет данных» and «не ведём» as a cell takes them: the rule of a да/нет cell knows «неприменимо», not «х». */
export const missingAnswer = (status: MissingStatus, type: FieldType): string =>
  status === 'no_data' ? entryWords.noData : type === 'yes_no' ? yesNoAnswers[3] : entryWords.notApplicable;
