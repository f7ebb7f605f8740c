import { missingStatus } from '../../../shared/parse/missing-words.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';

/** An answer as people say it: a cell's «х» is «не ведём», an empty one is said too. */
export function answerText(shown: string): string {
  if (shown.trim() === '') return addonFormTexts.review.empty;
  const status = missingStatus(shown);
  if (status === undefined) return shown;
  return status === 'no_data' ? addonFormTexts.step.noData : addonFormTexts.step.notApplicable;
}
