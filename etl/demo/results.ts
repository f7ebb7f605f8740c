import type { Organisation } from '../../shared/register/register.ts';
import { csvLine } from '../export/table.ts';
import { characterOf } from './character.ts';
import { chance } from './random.ts';

const header = [
  ...['school_year', 'procedure', 'subject', 'grade', 'district', 'organisation'],
  ...['participants', 'mark2', 'mark3', 'mark4', 'mark5'],
];

const works = [
  { subject: 'Русский язык', grades: [4, 5, 6, 7, 8] },
  { subject: 'Математика', grades: [4, 5, 6, 7, 8] },
  { subject: 'Окружающий мир', grades: [4] },
] as const;

/** Invented results of ВПР of one school year, as an export of the federal system would bring them. */
export function vprCsv(organisations: readonly Organisation[], schoolYear: string): string {
  const lines = [csvLine(header)];
  for (const o of organisations) {
    if (!o.types.includes('school') || (o.opened ?? '') > `${Number(schoolYear.slice(0, 4)) + 1}-01-01`)
      continue;
    const perGrade = Math.max(
      2,
      Math.round(Number(o.columns.pupils) / (o.programmes.includes('ООО') ? 11 : 4)),
    );
    for (const { subject, grades } of works) {
      for (const grade of grades) {
        if (grade > 4 && !o.programmes.includes('ООО')) continue;
        const luck = (word: string) => chance(o.code, subject, grade, schoolYear, word);
        const n = Math.max(1, Math.round(perGrade * (0.88 + 0.12 * luck('n'))));
        const { character, progress } = characterOf(o.code);
        const drawn = 0.5 * character + 0.3 * chance(o.code, subject) + 0.2 * luck('skill');
        const skill = Math.min(1, Math.max(0, drawn + progress * (Number(schoolYear.slice(0, 4)) - 2022)));
        const two = Math.round(n * (0.28 - 0.26 * skill));
        const five = Math.min(n - two, Math.round(n * (0.04 + 0.24 * skill)));
        const four = Math.round((n - two - five) * (0.3 + 0.35 * skill));
        lines.push(
          csvLine([
            schoolYear,
            'ВПР',
            subject,
            grade,
            o.district,
            o.code,
            n,
            two,
            n - two - five - four,
            four,
            five,
          ]),
        );
      }
    }
  }
  return lines.join('');
}
