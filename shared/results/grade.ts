import { plainSpaces } from '../parse/spaces.ts';

/** A grade as a plain number text: `4`, «4 класс», «4-й», `g4` → `4`; undefined for anything outside 1–12. */
export function parseGrade(text: string): string | undefined {
  const match = /^g?(\d{1,2})(?:[.,]0+)?(?: ?-?(?:й|ый|ой|е|х))? ?(?:класс[а-я]*|кл\.?)?$/i.exec(
    plainSpaces(text),
  );
  const grade = Number(match?.[1] ?? 0);
  return grade >= 1 && grade <= 12 ? String(grade) : undefined;
}
