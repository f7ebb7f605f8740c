import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import { builtinTemplates, readCatalogTables } from '../../../etl/catalog/read-tables.ts';
import { resolveConcrete } from '../../../shared/catalog/concrete.ts';
import { formAsks } from '../../../shared/catalog/form-asks.ts';
import { formDay } from '../../../shared/catalog/form-day.ts';
import { elementsOfForm } from '../../../shared/catalog/form-elements.ts';
import { isTyped } from '../../../shared/catalog/typed.ts';
import { evaluateCondition } from '../../../shared/expression/condition.ts';
import { formatExpression } from '../../../shared/expression/format.ts';
import { inputsOf } from '../../../shared/expression/inputs.ts';
import { periodsOfSchoolYear } from '../../../shared/period/period.ts';
import { sheetName } from '../../../shared/template/sheet-name.ts';
import { printedLines } from './printed-lines.ts';

const catalog = await loadCatalog({});
const indicators = catalog.indicators;
const shares = indicators.filter((i) => i.kind === 'share' && i.activity === '1.16');
/** What is left of a printed line without its bullet and the sign at its end. */
const words = (line: string): string => line.replace(/^[·\-\s]+/, '').replace(/[;:.\s]+$/, '');

describe('activity 1.16 of botlikh', () => {
  const own = indicators.filter((i) => i.activity === '1.16' && i.roadmaps.includes('botlikh'));

  it.each(printedLines)('line %i stands in the catalogue word for word', (line, printed) => {
    const rows = own.filter((i) => i.sourceLine === `${line}`);
    expect(rows.map((i) => i.title)).toEqual([words(printed)]);
  });

  it('has no row that is not printed', () => {
    expect(own.map((i) => Number(i.sourceLine)).sort((a, b) => a - b)).toEqual(
      printedLines.map(([line]) => line),
    );
  });

  it('a printed heading is a group, everything else has a value', () => {
    const headings = printedLines.filter(([, text]) => /:\s*$/.test(text)).map(([line]) => `${line}`);
    const groups = own.filter((i) => i.kind === 'group').map((i) => i.sourceLine);
    expect(groups.sort()).toEqual(headings.sort());
    for (const i of own) expect(i.kind === 'group' || i.numerator !== undefined, i.code).toBe(true);
  });

  it('lines under a heading stand under it', () => {
    const parents = Object.fromEntries(own.map((i) => [i.sourceLine, i.parent]));
    for (const [at, heading] of [168, 171, 174].entries()) {
      const parent = `control.${['noo', 'ooo', 'soo'][at]}`;
      expect([parents[`${heading + 1}`], parents[`${heading + 2}`]]).toEqual([parent, parent]);
      expect(parents[`${heading}`]).toBe('monitoring.s1_16');
    }
  });

  it('breakdowns: subject, level of control as a period, ОВЗ beside all', () => {
    const of = (line: number) => own.find((i) => i.sourceLine === `${line}`)!;
    for (const line of [169, 170, 172, 173, 175, 176]) {
      expect(of(line).dims).toEqual(['control_subject']);
      for (const code of [...inputsOf(of(line).numerator!), ...inputsOf(of(line).denominator!)]) {
        expect(catalog.forms.get(catalog.elements.get(code)!.form)!.frequency).toBe('stage');
      }
    }
    for (const line of [183, 184, 185, 186]) expect(of(line).dims).toEqual(['ovz']);
    expect(of(180).dims).toEqual(['subject', 'grade']);
    expect(catalog.dimensions.get('ovz')!.members.map((m) => m.member)).toEqual(['all', 'ovz']);
    expect(catalog.dimensions.get('control_subject')!.members.map((m) => m.member)).toEqual(['ru', 'math']);
  });

  it('says of every figure whether its base is printed, and which way is better', () => {
    for (const i of own) {
      if (i.kind === 'group') continue;
      expect(i.basis, i.code).not.toBe('');
      expect(i.better, i.code).not.toBe('');
      expect(i.norm, i.code).toBeUndefined();
    }
    expect(own.filter((i) => i.negativeEffects).map((i) => i.code)).toEqual(['vpr.passed_share']);
  });
});

describe('checks', () => {
  const pairs = catalog.checks
    .filter((check) => check.op === '<=' && check.severity === 'error')
    .map((check) => `${formatExpression(check.left)} <= ${formatExpression(check.right)}`);

  it.each(shares.map((i) => [i.code, i] as const))('%s stays within 0–100 when they pass', (_, i) => {
    const [numerator, denominator] = [formatExpression(i.numerator!), formatExpression(i.denominator!)];
    expect(pairs).toContain(`${numerator} <= ${denominator}`);
    for (const code of [numerator, denominator]) expect(catalog.elements.get(code)?.min).toBe(0);
  });

  it.each([...catalog.elements.values()].filter((e) => e.dims.includes('ovz')).map((e) => e.code))(
    '%s: ОВЗ are some of all',
    (code) => expect(pairs).toContain(`${code}.ovz <= ${code}.all`),
  );

  it('say what to do', () => {
    for (const check of catalog.checks) {
      expect(check.message, check.code).toMatch(/^[А-ЯЁ].*\. [А-ЯЁ].*\.$/);
      expect(check.source, check.code).not.toBe('');
    }
  });
});

describe('forms', () => {
  const owed = (type: string, programmes: string): string[] => {
    const unit = {
      columns: { type, programmes },
      flags: {},
      types: [type],
      programmes: programmes.split(' '),
    };
    return [...catalog.elements.values()]
      .filter((e) => {
        const form = catalog.forms.get(e.form)!;
        const fits = (has: readonly string[], wanted: readonly string[]) =>
          wanted.length === 0 || wanted.some((w) => has.includes(w));
        return (
          e.level === 'organisation' &&
          fits(unit.types, form.orgTypes) &&
          fits(unit.types, e.orgTypes) &&
          fits(unit.programmes, form.programmes) &&
          (e.appliesIf === undefined || evaluateCondition(e.appliesIf, unit as never) === true)
        );
      })
      .map((e) => e.code);
  };
  const of = (codes: readonly string[], ...starts: string[]) =>
    codes.filter((code) => starts.some((start) => code.startsWith(start)));

  /** Elements of the forms of 1.16; the other sections have tests of their own. */
  const ofThis = (codes: readonly string[]) =>
    codes.filter((code) => catalog.forms.get(catalog.elements.get(code)!.form)!.order < 50);

  it('a nine-year school owes ОГЭ and nothing of ЕГЭ, certificates and grades 10–11', () => {
    const codes = owed('school', 'НОО ООО');
    expect(of(codes, 'ege.', 'certificates.', 'control.soo', 'meta.soo', 'pupils.soo', 'aoop.')).toEqual([]);
    expect(of(codes, 'oge.')).toHaveLength(4);
  });

  it('a primary school owes neither exam and nothing of grades 5–11', () => {
    const codes = owed('school', 'НОО');
    expect(
      of(codes, 'ege.', 'oge.', 'certificates.', 'control.soo', 'control.ooo', 'meta.ooo', 'pupils.ooo'),
    ).toEqual([]);
    expect(of(codes, 'control.noo.')).toHaveLength(3);
  });

  it('a secondary school with adapted programmes owes everything of organisations', () => {
    const all = [...catalog.elements.values()].filter((e) => e.level === 'organisation').map((e) => e.code);
    expect(ofThis(owed('school', 'НОО ООО СОО АООП'))).toEqual(ofThis(all));
  });

  it('kindergartens and extracurricular organisations owe nothing here', () => {
    expect(ofThis(owed('preschool', 'ДО'))).toEqual([]);
    expect(ofThis(owed('extracurricular', 'ДОП'))).toEqual([]);
  });

  it('have elements of their own level, with help that says where the figure stands', () => {
    for (const form of catalog.forms.values()) {
      const elements = elementsOfForm(catalog, form.code);
      expect(elements.length, form.code).toBeGreaterThan(0);
      for (const e of elements) {
        expect(e.level, e.code).toBe(form.level);
        expect(e.direction, e.code).toBe(form.direction);
        expect(e.help.length, e.code).toBeGreaterThan(60);
        expect(e.unit === '', e.code).toBe(e.type === 'yes_no');
      }
    }
  });

  it('have dates that can be told for every period', () => {
    for (const form of catalog.forms.values()) {
      for (const text of [form.due, form.asOf]) {
        for (const period of periodsOfSchoolYear(form.frequency, '2024/25')) {
          if (text !== '' && formAsks({ ...form, due: text }, period))
            expect(formDay(text, period), `${form.code} ${text}`).toMatch(/^202[45]-\d\d-\d\d$/);
        }
      }
      const [period] = periodsOfSchoolYear(form.frequency, '2024/25');
      const [due, asOf] = [formDay(form.due, period!), formDay(form.asOf, period!)];
      if (due !== undefined && asOf !== undefined) expect(due > asOf, form.code).toBe(true);
    }
  });

  it('ask for nothing that no indicator or check uses', () => {
    const sides = [
      ...indicators.flatMap((i) => [i.numerator, i.denominator]),
      ...catalog.checks.flatMap((check) => [check.left, check.right]),
    ];
    const inputs = sides.flatMap((side) => (side === undefined ? [] : inputsOf(side)));
    const used = new Set(inputs.map((code) => resolveConcrete(catalog, code)?.element.code ?? code));
    expect([...catalog.elements.keys()].filter((code) => !used.has(code))).toEqual([]);
  });
});

describe('the rest of the templates', () => {
  it('the eleven directions in their order', () => {
    expect([...catalog.directions.keys()]).toEqual([
      'legal-framework',
      'student-results',
      'objectivity',
      'leaders',
      'teacher-development',
      'methodical-work',
      'low-results',
      'talents',
      'career-guidance',
      'upbringing',
      'preschool',
    ]);
  });

  it('the roadmap of botlikh', () => {
    expect(catalog.roadmaps.get('botlikh')).toMatchObject({
      approvedOn: '2025-01-25',
      periodFrom: '2025-01-01',
      periodTo: '2025-12-31',
    });
  });

  it('words by which files name procedures and subjects', () => {
    const word = (dimension: string, text: string) =>
      catalog.synonyms.find((s) => s.dimension === dimension && s.word === text)?.member;
    expect(word('procedure', 'ВПР')).toBe('vpr');
    expect(word('subject', 'Русский язык')).toBe('ru');
    expect(word('subject', 'Математика')).toBe('math');
    expect(word('subject', 'Математика (профиль)')).toBe('math_profile');
    expect(word('subject', 'РУ')).toBe('ru');
  });

  it('every title of a subject and procedure is itself a word for it', () => {
    for (const dimension of ['subject', 'procedure']) {
      for (const { member, title } of catalog.dimensions.get(dimension)!.members) {
        const found = catalog.synonyms.find((s) => s.dimension === dimension && s.word === title);
        expect(found?.member, title).toBe(member);
      }
    }
  });

  it('only figures by subject and grade are not typed in', () => {
    const silent = [...catalog.elements.values()].filter((e) => !isTyped(catalog, e));
    expect(silent.map((e) => e.code)).toEqual(expect.arrayContaining(['vpr.participants', 'vpr.passed']));
    for (const e of silent) expect(e.dims, e.code).toEqual(['subject', 'grade']);
  });

  it('results of ВПР stand for the elements of ВПР', () => {
    const rows = catalog.official.map((o) => [o.element, o.procedure, formatExpression(o.measure)]);
    expect(rows.filter(([element]) => element?.startsWith('vpr.p'))).toEqual([
      ['vpr.participants', 'vpr', 'participants'],
      ['vpr.passed', 'vpr', 'mark3 + mark4 + mark5'],
    ]);
  });

  it('no cell needs trimming and no person is named', async () => {
    const { tables } = await readCatalogTables({});
    const initials = /[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\./;
    for (const table of tables) {
      for (const row of table.rows)
        expect(Object.values(row.columns).join('\n'), table.file).not.toMatch(initials);
    }
    for (const name of await readdir(builtinTemplates, { recursive: true })) {
      if (!name.endsWith('.csv')) continue;
      const text = await readFile(join(builtinTemplates, name), 'utf8');
      // where a document prints a space before a comma, its text keeps it
      const untidy = name.startsWith('roadmaps') ? /\r|\uFEFF| {2}| \n/ : /\r|\uFEFF| ,|, {2}| \n/;
      expect(text, name).not.toMatch(untidy);
      expect(text.endsWith('\n'), name).toBe(true);
    }
  });
});

describe('the whole catalogue', () => {
  it('says of every indicator where it is printed, or why it is not', () => {
    for (const i of indicators) {
      if (i.sourceLine === '') expect(i.note, i.code).toContain('не напечатан');
      else expect(i.sourceLine, i.code).toMatch(/^[1-9]\d*$/);
    }
  });

  it('knows the shares whose sides are counted by different people: above 100 % they are no mistake', () => {
    const level = (side: (typeof indicators)[number]['numerator']) =>
      side === undefined
        ? []
        : inputsOf(side).flatMap((code) => resolveConcrete(catalog, code)?.element.level ?? []);
    const mixed = indicators.filter(
      (i) => i.kind === 'share' && new Set([...level(i.numerator), ...level(i.denominator)]).size > 1,
    );
    expect(mixed.map((i) => i.sourceLine).sort()).toEqual(['369', '370']);
    expect(indicators.filter((i) => i.mayExceed)).toEqual(mixed);
    for (const i of mixed) expect(i.note).toContain('больше 100 %: это не ошибка');
  });

  it('gives tabs names that read well where the title is too long', () => {
    const names = [...catalog.forms.values()]
      .map(({ title, tab }) => [title, sheetName(tab ?? title, new Set())] as const)
      .filter(([title, name]) => title.length > 31 && name !== title.split(/[:(]/)[0]!.trim())
      .map(([, name]) => name);
    // read by eye: each says by itself what the form is about
    expect(names).toEqual(
      expect.arrayContaining([
        ...['Аттестаты о СОО', 'Группа риска, поддержка школ', 'Дети 5–18 лет, культура, спорт', 'ОГЭ'],
        ...['Диагностика дефицитов', 'Кадры для одарённых детей', 'Конкурсы, олимпиада', 'Контроль олимпиад'],
        ...['Методическая поддержка', 'Обеспеченность учебниками', 'Общественное наблюдение ГИА'],
        ...['Потребность в курсах', 'Категория школы, условия', 'Сочинение и пробные экзамены'],
      ]),
    );
  });
});
