import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../shared/catalog/types.ts';
import { calculate } from '../../../shared/plan/calculate.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { Plan, PlanCell, PlanSheet } from '../../../shared/plan/plan.ts';
import type { Fill } from '../../../shared/template/fill.ts';
import { shownId } from '../../../shared/template/indicator-sheet.ts';
import { type TemplateInput, templatePlan } from '../../../shared/template/template-plan.ts';
import type { TemplateUnit } from '../../../shared/template/unit.ts';
import {
  district,
  element,
  fixtureCatalog,
  fixtureRegister,
  kindergarten,
  nineYear,
  organisation,
  school,
} from './catalog-fixture.ts';

const of = (organisation: typeof school): TemplateUnit => ({ level: 'organisation', organisation });

const plan = (unit: TemplateUnit, more: Partial<TemplateInput> = {}): Plan =>
  templatePlan({
    catalog: fixtureCatalog,
    register: fixtureRegister,
    unit,
    schoolYear: '2024/25',
    workspace: 'gor',
    catalogVersion: '2024.1',
    ...more,
  });

const sheet = (from: Plan, name: string): PlanSheet => {
  const found = from.sheets.find((s) => s.name === name);
  if (!found) throw new Error(`no tab ${name}: ${from.sheets.map((s) => s.name).join(', ')}`);
  return found;
};

const at = (row: PlanSheet['rows'][number], column: number): PlanCell['value'] =>
  row.cells.find((cell) => cell.column === column)?.value;

const marked = (from: Plan): PlanSheet[] =>
  from.sheets.filter((s) => s.rows[0] && at(s.rows[0], 1) === 'msoko:keys:1');

/** Reads a plan as contracts §5 tell a reader to: concrete element @ period → cell. */
function keyed(from: Plan): Map<string, PlanCell> {
  const found = new Map<string, PlanCell>();
  for (const { rows } of marked(from)) {
    let columns: PlanCell[] = [];
    for (const row of rows.slice(1)) {
      const key = at(row, 1);
      if (key === undefined) continue;
      if (key === '#cols') {
        columns = row.cells.filter((cell) => cell.column > 1);
        continue;
      }
      for (const { column, value } of columns) {
        const [period, ...members] = String(value).split('|');
        const cell = row.cells.find((c) => c.column === column);
        if (!cell) throw new Error(`no cell for ${key} ${value}`);
        const name = `${[key, ...members].join('.')} ${period}`;
        expect(found.has(name), name).toBe(false);
        found.set(name, cell);
      }
    }
  }
  return found;
}

const codes = (from: Plan): string[] =>
  [...new Set([...keyed(from).keys()].map((key) => key.split(' ')[0]!))].sort();

const names = (from: Plan): string[] => from.sheets.map((s) => s.name);

describe('keys of entry tabs', () => {
  it('stand as contracts §5 say', () => {
    const [first] = marked(plan(of(school)));
    expect(first!.name).toBe('Качество подготовки обучающихся');
    expect(first!.columns[0]).toMatchObject({ hidden: true });
    expect(first!.rows[0]).toMatchObject({ hidden: true });
    const keys = first!.rows.filter((row) => at(row, 1) !== undefined).map((row) => at(row, 1));
    expect(keys).toEqual([
      'msoko:keys:1',
      '#cols',
      'q.pupils',
      'q.basic',
      'q.above',
      '#cols',
      'q.meta',
      'q.score',
    ]);
    const [wide, narrow] = first!.rows.filter((row) => at(row, 1) === '#cols');
    expect(wide!.hidden).toBe(true);
    expect(wide!.cells.slice(1).map((cell) => cell.value)).toEqual([
      '2024/25:start|noo',
      '2024/25:start|ooo',
      '2024/25:start|soo',
      '2024/25:middle|noo',
      '2024/25:middle|ooo',
      '2024/25:middle|soo',
      '2024/25:end|noo',
      '2024/25:end|ooo',
      '2024/25:end|soo',
    ]);
    expect(narrow!.cells.slice(1).map((cell) => cell.value)).toEqual([
      '2024/25:start',
      '2024/25:middle',
      '2024/25:end',
    ]);
  });

  it('lead to entry cells and to all of them', () => {
    const whole = plan(of(school));
    const reached = new Set(keyed(whole).values());
    const entries = marked(whole).flatMap((s) => s.rows.flatMap((row) => row.cells.filter((c) => c.entry)));
    expect(entries.length).toBeGreaterThan(50);
    expect(entries.every((cell) => reached.has(cell))).toBe(true);
    expect([...reached].every((cell) => cell.entry)).toBe(true);
  });

  it('cut a table that is too wide for paper, without losing a column', () => {
    const dimension = {
      code: 'subject',
      members: Array.from({ length: 7 }, (_, order) => ({
        member: `s${order}`,
        title: `Предмет ${order}`,
        order,
      })),
    };
    const dimensions = new Map(fixtureCatalog.dimensions).set('subject', dimension);
    const whole = plan(of(school), { catalog: { ...fixtureCatalog, dimensions } });
    const vpr = [...keyed(whole).keys()].filter((key) => key.startsWith('vpr.n.'));
    expect(vpr).toHaveLength(7 * 3);
    const tab = marked(whole).find((s) => s.name.startsWith('Результаты'))!;
    expect(tab.rows.filter((row) => at(row, 1) === '#cols')).toHaveLength(7);
  });

  it('are not covered by merges', () => {
    for (const s of marked(plan(of(school), { previous: () => 5 }))) {
      for (const [index, row] of s.rows.entries()) {
        for (const { column, entry } of row.cells) {
          if (!entry) continue;
          const covered = s.merges?.some(
            (m) =>
              m.firstRow <= index + 1 &&
              m.lastRow >= index + 1 &&
              m.firstColumn <= column &&
              m.lastColumn >= column,
          );
          expect(covered).toBe(false);
        }
      }
    }
  });
});

describe('what a unit owes', () => {
  it('a nine-year school has no ЕГЭ', () => {
    expect(codes(plan(of(school)))).toContain('ege.passed');
    const own = codes(plan(of(nineYear)));
    expect(own).toContain('oge.passed');
    expect(own.filter((code) => code.startsWith('ege'))).toEqual([]);
    expect(JSON.stringify(plan(of(nineYear)).sheets.slice(0, -3))).not.toContain('ЕГЭ');
  });

  it('a kindergarten owes its form and those without a type', () => {
    expect(codes(plan(of(kindergarten)))).toEqual([
      'k.children',
      'ol.held',
      'ol.observers',
      'ol.people',
      'ol.prizes',
    ]);
  });

  it('a school with kindergarten groups owes both', () => {
    const own = codes(plan(of(organisation('s3', 'school preschool', 'ДО НОО'))));
    expect(own).toContain('k.children');
    expect(own).toContain('q.basic.noo');
    expect(own).not.toContain('oge.passed');
  });

  it('the district owes district elements only', () => {
    expect(codes(plan({ level: 'district', district }))).toEqual(['d.covered', 'd.residents']);
  });

  it('only in periods in which it is open', () => {
    const opened = organisation('s4', 'school', 'НОО', { opened: '2025-01-01' });
    const periods = [...keyed(plan(of(opened))).keys()].filter((key) => key.startsWith('ol.held'));
    expect(periods).toEqual(['ol.held 2024/25:q3', 'ol.held 2024/25:q4']);
    const closed = organisation('s5', 'school', 'НОО', { closed: '2024-08-31' });
    expect(marked(plan(of(closed)))).toEqual([]);
    expect(names(plan(of(closed)))).toEqual(['Титул', '_calc', '_meta', '_forms']);
  });

  it('not what comes from published results', () => {
    const origin = { file: 'official.csv', line: 2 };
    const measure = { type: 'ref', code: 'participants' } as const;
    const official = ['vpr.n', 'vpr.ok'].map((e) => ({
      element: e,
      procedure: 'vpr',
      measure,
      source: 'ФИС ОКО',
      origin,
    }));
    const catalog: Catalog = { ...fixtureCatalog, official };
    const whole = plan(of(school), { catalog });
    expect(codes(whole).some((code) => code.startsWith('vpr'))).toBe(false);
    expect(JSON.stringify(sheet(whole, 'Титул'))).toContain('Результаты ВПР: ведомость по предметам/классам');
  });
});

describe('the workbook', () => {
  it('has its tabs in order, hidden ones last', () => {
    expect(names(plan(of(nineYear)))).toEqual([
      'Титул',
      'Качество подготовки обучающихся',
      'ГИА',
      'Олимпиады и общественное',
      'Результаты ВПР',
      'Мои показатели',
      '_calc',
      '_meta',
      '_forms',
    ]);
    expect(
      plan(of(school))
        .sheets.map((s) => s.hidden === true)
        .slice(-4),
    ).toEqual([false, true, true, true]);
  });

  it('locks everything but entry cells', () => {
    expect(plan(of(school)).sheets.every((s) => s.protect)).toBe(true);
  });

  it('is the same each time', () => {
    const fill: Fill = { value: (e) => e.length };
    expect(JSON.stringify(plan(of(school), { fill }))).toBe(JSON.stringify(plan(of(school), { fill })));
  });

  it('can be laid out for every unit, also without forms', () => {
    const units = [of(school), of(nineYear), of(kindergarten), { level: 'district', district } as const];
    for (const unit of units) expect(() => layout(plan(unit, { previous: () => 3 }))).not.toThrow();
  });

  it('asks for a post and never for a person', () => {
    const visible = plan(of(school)).sheets.filter((s) => !s.hidden);
    const asked = visible.flatMap((s) =>
      s.rows.flatMap((row) => row.cells.flatMap((c) => c.entry?.promptTitle ?? [])),
    );
    expect(asked.slice(0, 3)).toEqual(['Сведения проверены, сдаю', 'Дата сдачи', 'Должность сдающего']);
    const labels = visible.flatMap((s) =>
      s.rows.flatMap((row) =>
        row.cells.filter((c) => c.style === 'label' || c.style === 'heading').map((c) => c.value),
      ),
    );
    const personal = /фамили|имя|отчеств|ф\.? ?и\.? ?о|телефон|почт|рожден|снилс|паспорт/i;
    for (const text of [...asked, ...labels]) expect(String(text)).not.toMatch(personal);
  });

  it('shows what a text fill types as it stands', () => {
    const cells = keyed(
      plan(of(school), { fill: { value: (e, p) => (e === 'ol.people' ? `н/д ${p}` : undefined) } }),
    );
    expect(cells.get('ol.people 2024/25:q1')!.value).toBe('н/д 2024/25:q1');
    expect(cells.get('ol.prizes 2024/25:q1')!.value).toBeUndefined();
  });

  it('shows last year beside without a key', () => {
    const asked: string[] = [];
    const previous = (e: string, p: string) => {
      asked.push(`${e} ${p}`);
      return e === 'q.meta' ? 77 : undefined;
    };
    const tab = marked(plan(of(school), { previous }))[0]!;
    const row = tab.rows.find((r) => at(r, 1) === 'q.meta')!;
    expect(row.cells.filter((c) => c.value === '77' && c.style === 'locked')).toHaveLength(3);
    expect(asked).toContain('q.meta 2023/24:end');
    expect([...keyed(plan(of(school), { previous })).values()].some((c) => c.value === '77')).toBe(false);
  });
});

describe('_meta', () => {
  const meta = (unit: TemplateUnit, fill: Fill = {}): Record<string, unknown> => {
    const whole = plan(unit, { fill });
    const calculated = calculate(whole, layout(whole));
    const index = whole.sheets.findIndex((s) => s.name === '_meta');
    return Object.fromEntries(
      whole.sheets[index]!.rows.map((row, i) => [at(row, 1), calculated.at(index, i + 1, 2)]),
    );
  };

  it('holds the keys of contracts §5', () => {
    expect(meta(of(school))).toEqual({
      schema: '1',
      catalog: '2024.1',
      workspace: 'gor',
      workbook: 's1:2024/25',
      unit: 's1',
      unit_type: 'organisation',
      roadmap: 'botlikh',
      school_year: '2024/25',
      status: '',
      submitted_on: '',
      submitted_by_post: '',
    });
    expect(meta({ level: 'district', district })).toMatchObject({ unit: 'gor', unit_type: 'district' });
  });

  it('follows the title page', () => {
    const done = { submitted: 'да', submittedOn: '2024-09-20', submittedByPost: 'директор' };
    // 20 September 2024 is day 45555 of the 1900 system
    expect(meta(of(school), done)).toMatchObject({
      status: 'submitted',
      submitted_on: 45555,
      submitted_by_post: 'директор',
    });
    expect(meta(of(school), { submitted: 'нет' })).toMatchObject({ status: 'draft' });
    expect(meta(of(school), { submitted: ' Сдаю' })).toMatchObject({ status: 'submitted' });
    // what nobody understands goes to the reader as it stands
    expect(meta(of(school), { submitted: 'готово' })).toMatchObject({ status: 'готово' });
  });
});

describe('the line under «Сдаю»', () => {
  const day = { submitted: 'да', submittedOn: '2024-09-20' };
  const all = { ...day, submittedByPost: 'директор' };
  it.each<[string, Fill]>([
    ['Когда книга готова', {}],
    ['Это черновик', { ...all, submitted: 'нет' }],
    ['Ответ на первый вопрос не понят', { ...all, submitted: 'готово' }],
    ['Внесите дату сдачи.', { submitted: 'да', submittedByPost: 'директор' }],
    ['Внесите должность сдающего', day],
    ['Ни одна ячейка форм не заполнена.', all],
    ['Есть замечания, строк: ', { ...all, value: () => -5 }],
    ['Книгу можно отправлять.', { ...all, value: () => 'н/д' }],
  ])('says «%s»', (text, fill) => {
    const whole = plan(of(school), { fill });
    const places = layout(whole);
    const { sheetIndex, row, column } = places.places.get('submission readiness')!;
    expect(calculate(whole, places).at(sheetIndex, row, column)).toMatch(new RegExp(`^${text}`));
  });
});

describe('_forms', () => {
  it('holds one definition a row, as JSON', () => {
    const rows = sheet(plan(of(nineYear)), '_forms').rows.map((row) => ({
      kind: at(row, 1),
      code: at(row, 2),
      definition: JSON.parse(
        row.cells
          .slice(2)
          .map((c) => c.value)
          .join(''),
      ),
    }));
    expect(new Set(rows.map((r) => r.kind))).toEqual(
      new Set(['form', 'dimension', 'element', 'indicator', 'check', 'unit']),
    );
    const named = rows.filter((r) => r.kind !== 'unit');
    expect(named.every((r) => r.definition.code === r.code)).toBe(true);
    expect(rows.some((r) => String(r.code).startsWith('ege'))).toBe(false);
    expect(rows.find((r) => r.code === 'i.oge')!.definition).toMatchObject({
      numerator: 'oge.passed',
      factor: 100,
    });
  });
});

describe('live cells', () => {
  const values: Readonly<Record<string, number | string>> = {
    'q.pupils.noo 2024/25:start': 40,
    'q.basic.noo 2024/25:start': 30,
    'q.pupils.noo 2024/25:middle': 40,
    'q.basic.noo 2024/25:middle': 41,
    'q.pupils.ooo 2024/25:start': 0,
    'q.basic.ooo 2024/25:start': 0,
    'q.pupils.soo 2024/25:start': 'х',
    'q.basic.soo 2024/25:start': 3,
    'ol.held 2024/25:q1': 'да',
    'ol.held 2024/25:q2': 'нет',
    'ol.people 2024/25:q1': 5,
    'ol.prizes 2024/25:q1': 2,
    'ol.people 2024/25:q2': 'н/д',
    'ol.prizes 2024/25:q2': 700,
  };
  const whole = plan(of(school), { fill: { value: (e, p) => values[`${e} ${p}`] } });
  const calculated = calculate(whole, layout(whole));
  const value = (indicator: string, moment: string) => calculated.value(shownId(indicator, moment));

  it.each([
    // 100 × 30 ÷ 40
    ['i.basic.noo', '2024/25:start', 75],
    // 41 of 40: the check rejects the 41
    ['i.basic.noo', '2024/25:middle', ''],
    // zero denominator
    ['i.basic.ooo', '2024/25:start', ''],
    ['i.basic.soo', '2024/25:start', ''],
    // the last known of the year is that of the start
    ['i.basic.noo', 'year 2024/25', 75],
    ['i.olymp', '2024/25:q1', 100],
    ['i.olymp', '2024/25:q2', 0],
    ['i.olymp', '2024/25:q3', ''],
    ['i.olymp', 'year 2024/25', 100],
    // 2 + 2 × 5
    ['i.prizes', '2024/25:q1', 12],
    ['i.prizes', '2024/25:q2', ''],
    ['i.prizes', 'year 2024/25', ''],
    // 5 or fewer people known, observers unknown, so unknown; a «нет» decides alone
    ['i.open', '2024/25:q1', ''],
    ['i.open', '2024/25:q2', 0],
    ['i.closed', '2024/25:q1', 0],
    ['i.closed', '2024/25:q2', ''],
  ])('%s in %s is %s', (indicator, moment, expected) => {
    expect(value(indicator, moment)).toBe(expected);
  });

  const texts = (name: string): unknown[] => {
    const index = whole.sheets.findIndex((s) => s.name === name);
    return whole.sheets[index]!.rows.flatMap((row, i) =>
      row.cells.filter((c) => c.formula).map((c) => calculated.at(index, i + 1, c.column)),
    );
  };

  it('say which check fails and where', () => {
    const own = texts('Качество подготовки обучающихся');
    expect(own).toContain(
      'середина года, 1–4 классы: Достигших базового уровня больше, чем выполнявших работы.',
    );
  });

  it('say that a value was pasted past the rule', () => {
    expect(texts('Олимпиады и общественное')).toContain('Внесено не то, что ожидается: исправьте значение.');
  });

  it('count what is filled', () => {
    // 33 cells, 8 of them filled; 16 cells, 6 of them filled; 8 + 6 of 33 + 6 + 16 + 12
    const own = texts('Титул');
    expect(own).toContain('8 из 33');
    expect(own).toContain('6 из 16');
    expect(own).toContain('14 из 67');
  });

  it('say in words why there is no value', () => {
    const own = texts('Мои показатели');
    const states = [
      'рассчитано',
      'ошибка в данных',
      'знаменатель 0',
      'неприменимо',
      'данные не внесены',
      'нет данных',
    ];
    for (const state of states) expect(own).toContain(state);
  });

  it('leave a change open until last year is closed', () => {
    const rows = sheet(whole, 'Мои показатели').rows;
    const growth = rows.findIndex((row) => at(row, 2) === 'Показатель i.growth');
    expect(at(rows[growth]!, 9)).toBe('после закрытия прошлого года');
    // the middle is compared with the start of the same year
    expect(at(rows[growth + 1]!, 9)).toBeUndefined();
  });

  it('compute a change from the values of last year', () => {
    const previous = (e: string, p: string) =>
      p === '2023/24:end' ? (e.startsWith('q.basic') ? 5 : 10) : undefined;
    const all = Object.fromEntries(
      ['noo', 'ooo', 'soo'].flatMap((band) => [
        [`q.pupils.${band} 2024/25:start`, 20],
        [`q.basic.${band} 2024/25:start`, 14],
      ]),
    );
    const filled = plan(of(school), { previous, fill: { value: (e, p) => all[`${e} ${p}`] } });
    // 100 × 42 ÷ 60 − 100 × 15 ÷ 30 = 70 − 50
    expect(calculate(filled, layout(filled)).value(shownId('i.growth', '2024/25:start'))).toBe(20);
  });

  it('take an element without bounds as it is', () => {
    const { min: _, ...unbounded } = element('q.meta', 'quality', 'Число', { type: 'decimal1' });
    const elements = new Map(fixtureCatalog.elements).set('q.meta', unbounded);
    const typed = plan(of(school), {
      catalog: { ...fixtureCatalog, elements },
      fill: { value: (e) => (e === 'q.meta' ? -1.5 : e === 'q.score' ? 4 : undefined) },
    });
    // 1 × (4 × −1.5) ÷ −1.5
    expect(calculate(typed, layout(typed)).value(shownId('i.score', '2024/25:end'))).toBe(4);
  });
});
