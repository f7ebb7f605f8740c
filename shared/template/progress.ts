import type { Formula } from '../plan/plan.ts';
import { templateTexts } from '../texts/template.ts';
import { binary, literal } from './formula.ts';

/** «X из Y» as a live text. */
export const share = (filled: Formula, cells: number): Formula =>
  binary('&', filled, literal(`${templateTexts.progress.between}${cells}`));

/** «заполнено X из Y» as a live text. */
export const progress = (filled: Formula, cells: number): Formula =>
  binary('&', literal(templateTexts.progress.before), share(filled, cells));
