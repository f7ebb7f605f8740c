import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import { resolveConcrete } from '../../../shared/catalog/concrete.ts';
import { formAsks } from '../../../shared/catalog/form-asks.ts';
import type { Expression } from '../../../shared/expression/ast.ts';
import { formatExpression } from '../../../shared/expression/format.ts';
import { inputsOf } from '../../../shared/expression/inputs.ts';
import { periodsOfSchoolYear } from '../../../shared/period/period.ts';
import { officialObservations } from '../../../shared/results/official.ts';
import type { AssessmentResult } from '../../../shared/results/result.ts';
import { figures, line } from '../../fixtures/small-figures.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';
import { owedCells } from './owed-cells.ts';
import { printedLowResults, printedTalents } from './printed-lines-2-3.ts';

const catalog = await loadCatalog({});
const ofActivity = (activity: string) =>
  catalog.indicators.filter((i) => i.activity === activity && i.roadmaps.includes('botlikh'));
/** What is left of a printed line without its bullet or number and the sign at its end. */
const words = (printed: string): string =>
  printed
    .replace(/^[·\-\s]+/, '')
    .replace(/^\d[.)]\s*/, '')
    .replace(/[;:.\s]+$/, '');
/** Rows that no line prints: a breakdown and a figure that another one leans on. */
const unprinted = ['lr.category_share', 'lr.vpr_mark2_share'];

const sections = [
  ['2.1', printedLowResults, 'monitoring.s2_1'],
  ['3.1', printedTalents, 'monitoring.s3_1'],
] as const;

describe.each(sections)('activity %s of botlikh', (activity, printedLines, top) => {
  const all = ofActivity(activity);
  const own = all.filter((i) => !unprinted.includes(i.code));

  it.each(printedLines)('line %i stands in the catalogue word for word', (at, printed) => {
    expect(own.filter((i) => i.sourceLine === `${at}`).map((i) => i.title)).toEqual([words(printed)]);
  });

  it('has no other row', () => {
    const printed = printedLines.map(([at]) => at);
    expect(own.map((i) => Number(i.sourceLine)).sort((a, b) => a - b)).toEqual(printed);
  });

  it('a printed heading is a group, unless it has a figure of its own; everything else has a value', () => {
    const headings = printedLines.filter(([at, text]) => /:\s*$/.test(text) && at !== 283);
    const groups = own.filter((i) => i.kind === 'group').map((i) => Number(i.sourceLine));
    expect(groups.sort((a, b) => a - b)).toEqual(headings.map(([at]) => at));
    for (const i of all) expect(i.kind === 'group' || i.numerator !== undefined, i.code).toBe(true);
  });

  it('rows are numbered as the lines run and stand under what is printed above them', () => {
    const byNo = new Map(all.map((i) => [i.no, i]));
    expect(byNo.size).toBe(all.length);
    for (const i of all) {
      if (i.code === top) expect(i.parent).toBe('');
      else expect(i.parent, i.code).toBe(byNo.get(i.no.replace(/\.\d+$/, ''))?.code);
    }
    const key = (no: string) =>
      no
        .split('.')
        .map((part) => part.padStart(3, '0'))
        .join('.');
    const byPlace = [...own]
      .sort((a, b) => (key(a.no) < key(b.no) ? -1 : 1))
      .map((i) => Number(i.sourceLine));
    expect(byPlace).toEqual([...byPlace].sort((a, b) => a - b));
  });

  it('a line with «нарастающим итогом» is cumulative with all its parts, and what it counts starts anew every year', () => {
    const printed = printedLines.filter(([, text]) => text.includes('нарастающим итогом')).map(([at]) => at);
    // levels of the lines above them, and the part with ОВЗ of a line that is
    const levels = activity === '3.1' ? [358, 359, 361, 362, 368] : [];
    const cumulative = own.filter((i) => i.cumulative);
    expect(cumulative.map((i) => Number(i.sourceLine)).sort((a, b) => a - b)).toEqual(
      [...printed, ...levels].sort((a, b) => a - b),
    );
    for (const i of cumulative) {
      for (const code of inputsOf(i.numerator!)) {
        const element = catalog.elements.get(code) ?? resolveConcrete(catalog, code)!.element;
        expect([element.resets, element.toTime], code).toEqual(['school_year', 'last']);
        expect(catalog.forms.get(element.form)!.frequency).toBe('school_quarter');
      }
    }
  });
});

const part1 = ['1.1', '1.6', '1.7', '1.12', '1.15', '1.22', '1.25', '1.27'];
const mine = [...part1, '2.1', '3.1'].flatMap(ofActivity);

describe('figures of part 1', () => {
  it.each([
    ['1.1', 76, 'с учетом количества обучающихся, оставленных на повторное обучение'],
    ['1.6', 106, 'участия выпускников 11 классов в итоговом сочинении'],
    ['1.7', 112, 'участия выпускников 9 классов в итоговом собеседовании по русскому языку'],
    ['1.12', 142, 'по русскому языку и математике ниже установленного минимума'],
    ['1.15', 161, 'количество не приступивших или пропускающих занятия по неуважительной причине'],
    ['1.22', 236, 'потребности педагогических работников в курсах повышения квалификации'],
    ['1.25', 254, 'обеспеченности обучающихся учебниками и используемых УМК'],
    ['1.27', 268, 'в форме ОГЭ, ЕГЭ, ГВЭ'],
  ])('%s: a heading in its printed words, the figures below it', (activity, at, printed) => {
    const heading = ofActivity(activity).find((i) => i.no === activity);
    const rows = ofActivity(activity).filter((i) => i !== heading);
    expect([heading!.kind, heading!.no, heading!.sourceLine]).toEqual(['group', activity, `${at}`]);
    expect(heading!.title).toContain(printed);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect([row.parent, row.sourceLine]).toEqual([heading!.code, `${at}`]);
  });

  it('attendance is owed every month from September to June', () => {
    const form = catalog.forms.get('pr_attendance')!;
    const months = periodsOfSchoolYear('month', '2024/25').filter((p) => formAsks(form, p));
    expect(months.map((p) => p.key.slice(5))).toEqual('09 10 11 12 01 02 03 04 05 06'.split(' '));
  });

  it('textbooks are counted in September and April', () => {
    const form = catalog.forms.get('pr_textbooks')!;
    const quarters = periodsOfSchoolYear('school_quarter', '2024/25').filter((p) => formAsks(form, p));
    expect(quarters.map((p) => p.key)).toEqual(['2024/25:q1', '2024/25:q4']);
  });
});

describe('every figure', () => {
  it('says whether its base is printed and which way is better', () => {
    for (const i of mine) {
      if (i.kind === 'group') continue;
      expect(i.basis, i.code).not.toBe('');
      expect(i.better, i.code).not.toBe('');
    }
  });

  it('that rests on ВПР has negative effects and says so', () => {
    for (const i of mine) {
      const inputs = i.numerator === undefined ? [] : inputsOf(i.numerator);
      const onVpr = inputs.some((code) => /vpr/.test(code));
      expect(i.negativeEffects, i.code).toBe(onVpr);
      if (onVpr) expect(i.note, i.code).toContain('негативными последствиями');
    }
  });

  it('of teachers and methodical work stands in its own direction wherever it is printed', () => {
    const foreign = mine.filter((i) => !['student-results', 'low-results', 'talents'].includes(i.direction));
    expect(foreign.map((i) => [Number(i.sourceLine), i.direction]).sort()).toEqual([
      [236, 'teacher-development'],
      [236, 'teacher-development'],
      [236, 'teacher-development'],
      [236, 'teacher-development'],
      [321, 'teacher-development'],
      [322, 'teacher-development'],
      [324, 'methodical-work'],
      [325, 'teacher-development'],
      [379, 'teacher-development'],
      [380, 'teacher-development'],
    ]);
  });
});

describe('checks', () => {
  const pairs = new Set(
    catalog.checks
      .filter((check) => check.op === '<=' && check.severity === 'error')
      .map((check) => `${formatExpression(check.left)} <= ${formatExpression(check.right)}`),
  );
  /** The counts that make up a value: of `if` what it counts, of `any_of` each of what it may take. */
  const counts = (e: Expression): string[] => {
    if (e.type === 'ref') return [e.code];
    if (e.type === 'binary') return [...counts(e.left), ...counts(e.right)];
    if (e.type !== 'call') return [];
    return e.name === 'if' ? counts(e.args[1]!) : e.args.flatMap(counts);
  };
  const base = (code: string) => resolveConcrete(catalog, code)?.element.code ?? code;
  /** The one counts schools that are themselves among those counted below; the others meet in the district only. */
  const apart = ['lr.improved_share', 'tl.extra.covered_share', 'tl.extra.covered_ovz_share'];
  const shares = mine.filter((i) => i.kind === 'share' && !apart.includes(i.code));

  it.each(shares.map((i) => [i.code, i] as const))('%s stays within 0–100 when they pass', (_, i) => {
    const whole = `${formatExpression(i.numerator!)} <= ${formatExpression(i.denominator!)}`;
    if (pairs.has(whole)) return;
    const [parts, wholes] = [counts(i.numerator!), counts(i.denominator!)];
    expect(parts.length).toBe(wholes.length);
    for (const [at, part] of parts.entries()) {
      const [exact, general] = [`${part} <= ${wholes[at]}`, `${base(part)} <= ${base(wholes[at]!)}`];
      expect(pairs.has(exact) || pairs.has(general), exact).toBe(true);
    }
  });
});

describe('who owes what', () => {
  const cells = owedCells(catalog, /^(lr|tl|pr)_/);
  const school = { pr_attendance: 3, pr_courses: 2, pr_textbooks: 4, lr_year: 7, tl_extra: 2, tl_staff: 5 };

  it('a secondary school: everything, a school with kindergarten groups too', () => {
    const all = { ...school, pr_exams: 12, lr_passport: 7, tl_contests: 11, tl_year: 6 };
    expect(cells(['school'], ['НОО', 'ООО', 'СОО'])).toEqual(all);
    expect(cells(['school', 'preschool'], ['ДО', 'НОО', 'ООО', 'СОО'])).toEqual(all);
  });
  it('a nine-year school: nothing of ЕГЭ, of the final essay and of entering grade 10', () => {
    const owed = { ...school, pr_exams: 6, lr_passport: 6, tl_contests: 11, tl_year: 5 };
    expect(cells(['school'], ['НОО', 'ООО'])).toEqual(owed);
  });
  it('a primary school: no exams, and of the olympiad the school stage only', () => {
    const owed = { ...school, lr_passport: 6, tl_contests: 9, tl_year: 4 };
    expect(cells(['school'], ['НОО'])).toEqual(owed);
  });
  it('a kindergarten: courses and its children in extracurricular education', () => {
    expect(cells(['preschool'], ['ДО'])).toEqual({ pr_courses: 2, tl_extra: 2 });
  });
  it('an extracurricular organisation: courses, its own children, its staff', () => {
    expect(cells(['extracurricular'], ['ДОП'])).toEqual({ pr_courses: 2, tl_extra: 1, tl_staff: 5 });
  });
});

describe('results of exams', () => {
  const result = (given: Partial<AssessmentResult>): AssessmentResult => ({
    schoolYear: '2024/25',
    procedure: 'ege',
    subject: 'ru',
    grade: '11',
    district: 'd1',
    organisation: 's1',
    participants: 20,
    mark2: 0,
    mark3: 0,
    mark4: 0,
    mark5: 0,
    stage: '',
    place: { file: 'results.csv', line: 2 },
    ...given,
  });
  const given = (results: readonly AssessmentResult[]) =>
    officialObservations(results, catalog)
      .map((o) => `${o.element} ${o.value}`)
      .sort();

  it('ЕГЭ gives participants, those below the minimum and those with a high score', () => {
    expect(given([result({ belowMin: 3, high: 0 })])).toEqual([
      'ege_results.below_min.ru.g11 3',
      'ege_results.high.ru.g11 0',
      'ege_results.participants.ru.g11 20',
      'ege_results.participants_with_high.ru.g11 20',
    ]);
  });
  it('mathematics of the base level has marks: a «2» is below the minimum', () => {
    const math = result({ subject: 'math_base', mark2: 2, mark3: 8, mark4: 6, mark5: 4 });
    expect(given([math])).toContain('ege_results.below_min.math_base.g11 2');
  });
  it('ЕГЭ without the number below the minimum does not say that nobody was', () => {
    expect(given([result({})])).toEqual(['ege_results.participants.ru.g11 20']);
  });
  it('ОГЭ and ВПР give marks «2» and «5»', () => {
    const marks = { mark2: 5, mark3: 9, mark4: 6, mark5: 0 };
    const oge = result({ procedure: 'oge', grade: '9', ...marks });
    const vpr = result({ procedure: 'vpr', grade: '4', ...marks });
    expect(given([oge])).toEqual([
      'oge_results.mark2.ru.g9 5',
      'oge_results.mark5.ru.g9 0',
      'oge_results.participants.ru.g9 20',
    ]);
    expect(given([vpr])).toEqual([
      'vpr.mark2.ru.g4 5',
      'vpr.mark5.ru.g4 0',
      'vpr.participants.ru.g4 20',
      'vpr.passed.ru.g4 15',
    ]);
  });
});

describe('figures worked out by hand', () => {
  const d1 = district('d1', { roadmaps: ['botlikh'] });
  const full = (code: string) => organisation(code, { programmes: ['НОО', 'ООО', 'СОО'] });
  const two = register([full('s1'), full('s2')], [d1]);
  const run = (code: string, cells: string, given = two, periods: readonly string[] = ['2024/25']) =>
    figures({ catalog, register: given, cells, date: '2025-08-31' })
      .filter((r) => r.indicator === code && periods.includes(r.period) && r.level !== 'region')
      .map((r) => line(r).slice(code.length + 1));
  const listed = (unit: string, low: number, adverse: number, risk: number) =>
    `${unit} lr.listed.low_results ${low}\n${unit} lr.listed.adverse ${adverse}\n${unit} lr.listed.risk ${risk}\n`;

  it('lists: one «да» is enough, one «нет» is not', () => {
    // s1 is listed though two answers lack, s2 is not, of s3 nothing is certain: 1 of the 2 that are
    const cells = `s1 lr.listed.risk 1\n${listed('s2', 0, 0, 0)}s3 lr.listed.low_results 0`;
    const three = register([full('s1'), full('s2'), full('s3')], [d1]);
    expect(run('lr.listed_share', cells, three)).toEqual([
      'd1 2024/25 = 50 (1/2) 2 of 3',
      's1 2024/25 = 100 (1/1) 1 of 1',
      's2 2024/25 = 0 (0/1) 1 of 1',
      's3 2024/25 ! not_reported 0 of 1',
    ]);
    expect(run('lr.category_share.risk', cells, three)[0]).toBe('d1 2024/25 = 50 (1/2) 2 of 3');
  });

  it('ВПР in grade 4: marks «2» of participants; nobody with «5»', () => {
    // 3 of 10 and 1 of 30 → 4 of 40; only s1 has nobody with «5»
    const cells = `s1 vpr.participants.ru.g4 10\ns1 vpr.mark2.ru.g4 3\ns1 vpr.mark5.ru.g4 0
      s2 vpr.participants.ru.g4 30\ns2 vpr.mark2.ru.g4 1\ns2 vpr.mark5.ru.g4 6`;
    expect(run('lr.vpr4_ru.mark2_share', cells)).toEqual([
      'd1 2024/25 = 10 (4/40) 2 of 2',
      's1 2024/25 = 30 (3/10) 1 of 1',
      's2 2024/25 = 3.3333333333333335 (1/30) 1 of 1',
    ]);
    expect(run('lr.vpr4_ru.no_mark5', cells)).toEqual([
      'd1 2024/25 = 50 (1/2) 2 of 2',
      's1 2024/25 = 100 (1/1) 1 of 1',
      's2 2024/25 = 0 (0/1) 1 of 1',
    ]);
  });

  it('nobody with «5» where nobody wrote is no sign', () => {
    const cells = 's1 vpr.participants.ru.g4 0\ns1 vpr.mark5.ru.g4 0';
    expect(run('lr.vpr4_ru.no_mark5', cells)[1]).toBe('s1 2024/25 = 0 (0/1) 1 of 1');
  });

  it('ВПР in grades 5 and 6: works that there are, added; none at all is no answer', () => {
    // s1: 2 + 4 of 10 + 10; s2 has grade 6 alone: 3 of 10 → 9 of 30
    const cells = `s1 vpr.participants.math.g5 10\ns1 vpr.mark2.math.g5 2\ns1 vpr.participants.math.g6 10\ns1 vpr.mark2.math.g6 4
      s2 vpr.participants.math.g6 10\ns2 vpr.mark2.math.g6 3`;
    const three = register([full('s1'), full('s2'), full('s3')], [d1]);
    expect(run('lr.vpr56_math.mark2_share', cells, three)).toEqual([
      'd1 2024/25 = 30 (9/30) 2 of 3',
      's1 2024/25 = 30 (6/20) 1 of 1',
      's2 2024/25 = 30 (3/10) 1 of 1',
      's3 2024/25 ! not_reported 0 of 1',
    ]);
  });

  it('lessons: schools of the lists only, whatever the others typed', () => {
    // s1 is listed: 900 of 1000; s2 is not
    const cells = `${listed('s1', 0, 1, 0)}${listed('s2', 0, 0, 1)}s1 lr.lessons_planned 1000\ns1 lr.lessons_attended 900
      s2 lr.lessons_planned 500\ns2 lr.lessons_attended 100`;
    expect(run('lr.lessons_attended_share', cells)).toEqual([
      'd1 2024/25 = 90 (900/1000) 2 of 2',
      's1 2024/25 = 90 (900/1000) 1 of 1',
      's2 2024/25 ! zero_denominator (0/0) 1 of 1',
    ]);
  });

  it('teachers of listed schools: a school outside the lists need not answer', () => {
    // 6 of 20 at s1; the 30 teachers of s2 are not in the base
    const cells = `${listed('s1', 1, 0, 0)}${listed('s2', 0, 0, 0)}s1 staff.teachers 20\ns1 lr.teachers_diagnosed 6\ns2 staff.teachers 30`;
    expect(run('lr.teachers_diagnosed_share', cells)[0]).toBe('d1 2024/25 = 30 (6/20) 2 of 2');
  });

  it('positive dynamics: fewer marks «2» than a year ago, or none', () => {
    // s1: 4 of 20 → 3 of 20; s2: 2 of 20 → 2 of 10; s3: none in either year; s4 is on no list; s5 has no last year
    const year = (unit: string, key: string, two: number, all: number) =>
      `${unit} vpr.mark2.ru.g4@${key} ${two}\n${unit} vpr.participants.ru.g4@${key} ${all}\n`;
    const cells = [
      ...['s1', 's2', 's3', 's5'].map((unit) => listed(unit, 1, 0, 0)),
      listed('s4', 0, 0, 1),
      year('s1', '2023/24', 4, 20),
      year('s1', '2024/25', 3, 20),
      year('s2', '2023/24', 2, 20),
      year('s2', '2024/25', 2, 10),
      year('s3', '2023/24', 0, 20),
      year('s3', '2024/25', 0, 20),
      year('s5', '2024/25', 5, 20),
    ].join('');
    const five = register(['s1', 's2', 's3', 's4', 's5'].map(full), [d1]);
    const rows = run('lr.improved_share', cells, five);
    expect(rows[0]).toMatch(/^d1 2024\/25 = 66\.6\d+ \(2\/3\) 4 of 5$/);
    expect(rows.slice(1)).toEqual([
      's1 2024/25 = 100 (1/1) 1 of 1',
      's2 2024/25 = 0 (0/1) 1 of 1',
      's3 2024/25 = 100 (1/1) 1 of 1',
      's4 2024/25 ! zero_denominator (0/0) 1 of 1',
      's5 2024/25 ! no_base 0 of 1',
    ]);
  });

  it('grade 10 from elsewhere: asked of schools with grades 10–11 only', () => {
    const cells = 's1 lr.grade10_from_other 2\ns1 pupils.soo 50';
    const given = register([full('s1'), organisation('s2')], [d1]);
    expect(run('lr.grade10_share', cells, given)[0]).toBe('d1 2024/25 = 4 (2/50) 1 of 1');
  });

  it('below the minimum in mathematics: both levels of the exam, or the one there is', () => {
    // s1: 1 + 2 of 10 + 10; s2 sat the base level alone: 1 of 20 → 4 of 40
    const cells = `s1 ege_results.participants.math_base.g11 10\ns1 ege_results.below_min.math_base.g11 1
      s1 ege_results.participants.math_profile.g11 10\ns1 ege_results.below_min.math_profile.g11 2
      s2 ege_results.participants.math_base.g11 20\ns2 ege_results.below_min.math_base.g11 1`;
    expect(run('pr.below_min_math_share', cells)[0]).toBe('d1 2024/25 = 10 (4/40) 2 of 2');
  });

  it('mock exams: both forms together, of all graduates', () => {
    // (15 + 1) of 20 and (4 + 0) of 20 → 20 of 40
    const cells = `s1 pr.mock.oge.ru 15\ns1 pr.mock.gve9.ru 1\ns1 oge.graduates.all 20
      s2 pr.mock.oge.ru 4\ns2 pr.mock.gve9.ru 0\ns2 oge.graduates.all 20`;
    expect(run('pr.mock.g9_ru_share', cells)[0]).toBe('d1 2024/25 = 50 (20/40) 2 of 2');
  });

  it('attendance: a figure for every month, the last month known for the year', () => {
    // October: 1 + 4 of 100; May: 0 + 2 of 100
    const month = (key: string, not: number, truants: number) =>
      `s1 pr.attendance.pupils@${key} 100\ns1 pr.attendance.not_started@${key} ${not}\ns1 pr.attendance.truants@${key} ${truants}\n`;
    const cells = month('2024-10', 1, 4) + month('2025-05', 0, 2);
    const one = register([full('s1')], [d1]);
    const periods = ['2024-10', '2025-05', '2024/25'];
    expect(run('pr.attendance.absent_share', cells, one, periods).filter((r) => r.startsWith('s1'))).toEqual([
      's1 2024-10 = 5 (5/100) 1 of 1',
      's1 2024/25 = 2 (2/100) 1 of 1',
      's1 2025-05 = 2 (2/100) 1 of 1',
    ]);
  });

  it('textbooks: September and April, the year is April', () => {
    const cells = `s1 pr.textbooks.pupils@2024/25:q1 100\ns1 pr.textbooks.provided@2024/25:q1 80
      s1 pr.textbooks.pupils@2024/25:q4 100\ns1 pr.textbooks.provided@2024/25:q4 95`;
    expect(run('pr.textbooks.provided_share', cells, register([full('s1')], [d1]))[0]).toBe(
      'd1 2024/25 = 95 (95/100) 1 of 1',
    );
  });

  it('cumulative counts: the year is the last, not the sum', () => {
    // 30, 30, 35 at s1; 10 at s2, which gave the first quarter only → 45
    const cells = `s1 tl.olympiad.school@2024/25:q1 30\ns1 tl.olympiad.school@2024/25:q2 30\ns1 tl.olympiad.school@2024/25:q3 35
      s2 tl.olympiad.school@2024/25:q1 10`;
    const rows = run('tl.olympiad.school_count', cells, two, ['2024/25', '2024/25:q1']);
    expect(rows.filter((r) => r.startsWith('d1'))).toEqual([
      'd1 2024/25 = 45 (45) 2 of 2',
      'd1 2024/25:q1 = 40 (40) 2 of 2',
    ]);
  });

  it('winners: two levels and their sum', () => {
    const cells = 's1 tl.contest.winners.federal@2024/25:q4 1\ns1 tl.contest.winners.regional@2024/25:q4 4';
    const one = register([full('s1')], [d1]);
    expect(run('tl.contest.winners_count', cells, one)[0]).toBe('d1 2024/25 = 5 (5) 1 of 1');
    expect(run('tl.contest.winners_federal_count', cells, one)[0]).toBe('d1 2024/25 = 1 (1) 1 of 1');
  });

  it('extracurricular education: children of schools and kindergartens of all who live in the district', () => {
    // 300 + 30 of 600; with ОВЗ 6 + 0 of 24; no row of one organisation
    const k1 = organisation('k1', { types: ['preschool'], programmes: ['ДО'] });
    const c1 = organisation('c1', { types: ['extracurricular'], programmes: ['ДОП'] });
    const cells = `s1 tl.extra.covered.all 300\ns1 tl.extra.covered.ovz 6\nk1 tl.extra.covered.all 30\nk1 tl.extra.covered.ovz 0
      d1 tl.children.all 600\nd1 tl.children.ovz 24\nc1 tl.extra.education 200\nd1 tl.extra.sport 70`;
    const given = register([full('s1'), k1, c1], [d1]);
    expect(run('tl.extra.covered_share', cells, given)).toEqual(['d1 2024/25 = 55 (330/600) 2 of 2']);
    expect(run('tl.extra.covered_ovz_share', cells, given)).toEqual(['d1 2024/25 = 25 (6/24) 2 of 2']);
    expect(run('tl.extra.education_count', cells, given)).toEqual([
      'd1 2024/25 = 200 (200) 1 of 1',
      'c1 2024/25 = 200 (200) 1 of 1',
    ]);
    expect(run('tl.extra.sport_count', cells, given)).toEqual(['d1 2024/25 = 70 (70) 1 of 1']);
  });

  it('teachers with courses on talents: schools and extracurricular organisations, not kindergartens', () => {
    // 5 of 20 and 5 of 20; the kindergarten has teachers and is not asked
    const k1 = organisation('k1', { types: ['preschool'], programmes: ['ДО'] });
    const c1 = organisation('c1', { types: ['extracurricular'], programmes: ['ДОП'] });
    const cells = `s1 tl.teachers_trained 5\ns1 staff.teachers 20\nc1 tl.teachers_trained 5\nc1 staff.teachers 20\nk1 staff.teachers 10`;
    expect(run('tl.teachers_trained_share', cells, register([full('s1'), k1, c1], [d1]))[0]).toBe(
      'd1 2024/25 = 25 (10/40) 2 of 2',
    );
  });
});
