import { formDay } from '../catalog/form-day.ts';
import type { Period } from '../period/period.ts';
import { templateTexts } from '../texts/template.ts';

/** The days that `due` or `as_of` of a form means for its periods, for people; words that are no day stay as written. */
export function dueText(text: string, periods: readonly Period[]): string {
  const days = periods.map((period) => formDay(text, period));
  const known = days.filter((day) => day !== undefined);
  if (known.length === 0 || known.length < days.length) return text;
  return [...new Set(known)].map(templateTexts.day).join(', ');
}
