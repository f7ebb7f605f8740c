import type { Organisation } from '../../shared/register/register.ts';
import { csvLine } from '../export/table.ts';
import { characterOf } from './character.ts';
import { chance } from './random.ts';
import type { ReportValues } from './report-values.ts';

const header = [
  ...['school_year', 'procedure', 'subject', 'grade', 'district', 'organisation'],
  ...['participants', 'mark2', 'mark3', 'mark4', 'mark5', 'below_min', 'high'],
];

const works = [
  { subject: 'Русский язык', grades: [4, 5, 6, 7, 8] },
  { subject: 'Математика', grades: [4, 5, 6, 7, 8] },
  { subject: 'Окружающий мир', grades: [4] },
] as const;

/** Exams, what part of the graduates takes them, and what part of those who failed anything failed in them. */
const exams = [
  { procedure: 'ОГЭ', of: 'oge', subject: 'Русский язык', grade: 9, taken: 1, failed: 0.4 },
  { procedure: 'ОГЭ', of: 'oge', subject: 'Математика', grade: 9, taken: 1, failed: 1 },
  { procedure: 'ЕГЭ', of: 'ege', subject: 'Русский язык', grade: 11, taken: 1, failed: 0.2 },
  { procedure: 'ЕГЭ', of: 'ege', subject: 'Математика профильная', grade: 11, taken: 0.6, failed: 0.7 },
  { procedure: 'ЕГЭ', of: 'ege', subject: 'Математика базовая', grade: 11, taken: 0.4, failed: 0.3 },
] as const;

/** Skill of a school in something, 0–1. */
function skillOf(organisation: string, schoolYear: string, ...words: readonly (string | number)[]): number {
  const { character, progress } = characterOf(organisation);
  const own = chance(organisation, words[0] ?? '');
  const drawn = 0.5 * character + 0.3 * own + 0.2 * chance(organisation, ...words, schoolYear, 'skill');
  return Math.min(1, Math.max(0, drawn + progress * (Number(schoolYear.slice(0, 4)) - 2022)));
}

/** Invented results of ВПР of one school year, as an export of the federal system would bring them. */
export function vprCsv(organisations: readonly Organisation[], schoolYear: string): string {
  const lines = [csvLine(header.slice(0, -2))];
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
        const present = chance(o.code, subject, grade, schoolYear, 'n');
        const n = Math.max(1, Math.round(perGrade * (0.88 + 0.12 * present)));
        const skill = skillOf(o.code, schoolYear, subject, grade);
        const two = Math.round(n * (0.28 - 0.26 * skill));
        const five = Math.min(n - two, Math.round(n * (0.04 + 0.24 * skill)));
        const four = Math.round((n - two - five) * (0.3 + 0.35 * skill));
        const who = [schoolYear, 'ВПР', subject, grade, o.district, o.code];
        lines.push(csvLine([...who, n, two, n - two - five - four, four, five]));
      }
    }
  }
  return lines.join('');
}

/**
 * Invented results of ОГЭ and ЕГЭ by subject, in keeping with what the school itself reports: as many participants,
 * and nobody failed who is not among those it counts. Points of ЕГЭ are given as marks by their bands, with 70 and more
 * as «5».
 */
export function examsCsv(
  organisations: readonly Organisation[],
  schoolYear: string,
  valuesOf: (organisation: string) => ReportValues,
): string {
  const lines = [csvLine(header)];
  for (const { code, district } of organisations) {
    const value = (element: string): number => {
      const typed = valuesOf(code).get(`${element} ${schoolYear}`);
      return typeof typed === 'number' ? typed : 0;
    };
    for (const { procedure, of, subject, grade, taken, failed } of exams) {
      const n = Math.round(value(`${of}.participants.all`) * taken);
      if (n === 0) continue;
      const two = Math.min(n, Math.round(value(`${of}.below_min.all`) * failed));
      const skill = skillOf(code, schoolYear, subject, grade);
      const five = Math.min(n - two, Math.round(n * (0.08 + 0.45 * skill)));
      const four = Math.round((n - two - five) * (0.35 + 0.3 * skill));
      const points = subject.endsWith('базовая') || of === 'oge' ? ['', ''] : [two, five];
      const who = [schoolYear, procedure, subject, grade, district, code];
      lines.push(csvLine([...who, n, two, n - two - five - four, four, five, ...points]));
    }
  }
  return lines.join('');
}
