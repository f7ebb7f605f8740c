import type { Catalog } from '../../shared/catalog/types.ts';
import { formatPlace, type Issue, type Place } from '../../shared/issue/issue.ts';
import { limitIssues } from '../../shared/parse/limit-issues.ts';
import { keptRaw } from '../../shared/parse/scalar-text.ts';
import { parseCell } from '../../shared/parse/scalar-to-value.ts';
import { parseGrade } from '../../shared/results/grade.ts';
import { memberNames } from '../../shared/results/name-member.ts';
import type { AssessmentResult } from '../../shared/results/result.ts';
import { parseSchoolYear } from '../../shared/results/school-year.ts';
import type { SourceContent } from '../store/store.ts';
import { emptyContent } from './content.ts';
import { type CsvRow, csvRow } from './csv-row.ts';
import type { CsvTable } from './open.ts';
import { personalInLine, refusedLine } from './refuse-personal.ts';

const marks = ['mark2', 'mark3', 'mark4', 'mark5'] as const;
const counts = ['participants', ...marks] as const;
/** Columns that may be missing, by the name of the field; all whole numbers but the mean score. */
const optional = {
  below_min: 'belowMin',
  high: 'high',
  mean_score: 'meanScore',
  journal_lower: 'journalLower',
  journal_same: 'journalSame',
  journal_higher: 'journalHigher',
  observers: 'observers',
} as const;

/** Columns that hold words, by which a person could be named. */
const words = ['school_year', 'procedure', 'subject', 'grade', 'stage', 'district', 'organisation'] as const;

type Numbers = Pick<AssessmentResult, (typeof counts)[number]> &
  Partial<Pick<AssessmentResult, (typeof optional)[keyof typeof optional]>>;

/** Why a row cannot be used. */
type RowFault = Pick<Issue, 'code' | 'params' | 'raw'>;

/**
 * Results of assessment procedures. A row with a fault is not used, never half of it. An identical row counts once;
 * rows that say different things of the same works both do not count.
 */
export function readResults(
  table: CsvTable,
  columns: ReadonlyMap<string, number>,
  file: string,
  catalog: Catalog,
): SourceContent {
  const issues: Issue[] = [];
  const nameOf = memberNames(catalog);
  const unknown = new Set<string>();
  const named = (dimension: 'procedure' | 'subject', word: string, place: Place): string => {
    const member = nameOf(dimension, word);
    if (!member.known && !unknown.has(`${dimension}\n${member.code}`)) {
      unknown.add(`${dimension}\n${member.code}`);
      const params = { dimension, word: word.slice(0, 100), slug: member.code };
      issues.push({ code: 'results.unknown_subject', place, params });
    }
    return member.code;
  };
  const results: AssessmentResult[] = [];
  for (const record of table.records) {
    const row = csvRow(record, columns, table.header.cells.length);
    const place = { file, line: row.line };
    const personal = personalInLine(words.map((column) => [column, row.get(column)]));
    if (personal) {
      issues.push(refusedLine(place, personal.column, personal.kind));
      continue;
    }
    const found = readRow(row);
    if ('code' in found) {
      issues.push({
        ...found,
        place,
        ...(row.get('organisation') && { organisation: row.get('organisation') }),
      });
      continue;
    }
    results.push({
      schoolYear: found.schoolYear,
      procedure: named('procedure', row.get('procedure'), place),
      subject: named('subject', row.get('subject'), place),
      grade: found.grade,
      stage: row.get('stage'),
      district: row.get('district'),
      organisation: row.get('organisation'),
      ...found.numbers,
      place,
    });
  }
  return {
    ...emptyContent('results'),
    results: withoutRepeats(results, issues),
    issues: limitIssues(issues),
  };
}

function readRow(row: CsvRow): RowFault | { schoolYear: string; grade: string; numbers: Numbers } {
  if (row.tooWide) return notNumber('', row.text, 'too_wide');
  if (row.get('organisation') === '') return { code: 'organisation.unknown' };
  const schoolYear = parseSchoolYear(row.get('school_year'));
  if (schoolYear === undefined) {
    return {
      code: 'period.unknown',
      params: { written: row.get('school_year').slice(0, 100), frequency: 'school_year' },
    };
  }
  const grade = parseGrade(row.get('grade'));
  if (grade === undefined) return notNumber('grade', row.get('grade'));
  const numbers: Record<string, number> = {};
  for (const column of counts) {
    const value = wholeNumber(row.get(column));
    if (value === undefined) return notNumber(column, row.get(column));
    numbers[column] = value;
  }
  for (const [column, field] of Object.entries(optional)) {
    const typed = row.get(column);
    const cell = parseCell({ type: 'text', value: typed }, column === 'mean_score' ? score : count);
    if (cell.status === 'rejected') return notNumber(column, typed);
    if (typeof cell.value === 'number') numbers[field] = cell.value;
  }
  const sum = marks.reduce((total, mark) => total + (numbers[mark] as number), 0);
  if (sum !== numbers.participants) {
    return { code: 'results.sum', params: { sum, participants: numbers.participants as number } };
  }
  return { schoolYear, grade, numbers: numbers as unknown as Numbers };
}

const count = { type: 'integer', unit: '', min: 0 } as const;
const score = { type: 'decimal3', unit: '' } as const;

function wholeNumber(typed: string): number | undefined {
  const cell = parseCell({ type: 'text', value: typed }, count);
  return typeof cell.value === 'number' ? cell.value : undefined;
}

function notNumber(column: string, typed: string, taken?: string): RowFault {
  const raw = keptRaw(typed);
  return {
    code: 'results.not_number',
    params: { column, ...(taken && { taken }) },
    ...(raw !== undefined && { raw }),
  };
}

/** What a row is about; the rest of it is what the row says. */
const keyOf = (r: AssessmentResult): string =>
  [r.schoolYear, r.procedure, r.subject, r.grade, r.stage, r.district, r.organisation].join('\n');
const saysOf = ({ place: _, ...said }: AssessmentResult): string =>
  JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)));

function withoutRepeats(results: readonly AssessmentResult[], issues: Issue[]): AssessmentResult[] {
  const byKey = new Map<string, AssessmentResult>();
  const conflicts = new Set<string>();
  for (const result of results) {
    const key = keyOf(result);
    const first = byKey.get(key);
    if (!first) {
      byKey.set(key, result);
      continue;
    }
    const of = { place: result.place, organisation: result.organisation, period: result.schoolYear };
    const otherSource = formatPlace(first.place);
    if (saysOf(first) === saysOf(result))
      issues.push({ code: 'results.duplicate', ...of, params: { otherSource } });
    else {
      conflicts.add(key);
      issues.push({
        code: 'value.conflict',
        ...of,
        params: {
          value: marksOf(result),
          source: formatPlace(result.place),
          other: marksOf(first),
          otherSource,
        },
      });
    }
  }
  return [...byKey].filter(([key]) => !conflicts.has(key)).map(([, result]) => result);
}

const marksOf = (r: AssessmentResult): string =>
  `${r.participants} (${[r.mark2, r.mark3, r.mark4, r.mark5].join(', ')})`;
