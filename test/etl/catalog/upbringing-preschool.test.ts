import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import { elementsOfForm } from '../../../shared/catalog/form-elements.ts';
import { owesElement } from '../../../shared/catalog/owes.ts';
import { formatExpression } from '../../../shared/expression/format.ts';
import { cells, figures, line } from '../../fixtures/small-figures.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';
import { printedPreschool, printedUpbringing } from './printed-lines-7-8.ts';

const catalog = await loadCatalog({});
const ofActivity = (activity: string) =>
  catalog.indicators.filter((i) => i.activity === activity && i.roadmaps.includes('botlikh'));
/** What is left of a printed line without its bullet and the sign at its end. */
const words = (printed: string): string => printed.replace(/^[·–\-\s]+/, '').replace(/[;:.\s]+$/, '');

/** Lines that hold more than one figure: what is printed inside them, in the order of the rows. */
const inside: Readonly<Record<number, readonly string[]>> = {
  567: ['% выбывших из них'],
  620: ['низким', 'высоким'],
  621: ['состояние здоровья воспитанников'],
  632: ['первую', 'высшую'],
  635: ['размер группы', 'соотношение между количеством воспитанников и количеством педагогов'],
  646: [
    'спортивного зала',
    'музыкального зала',
    'бассейна',
    'специализированных кабинетов (логопеда, дефектолога и пр.)',
  ],
};

describe.each([
  ['7.2', printedUpbringing, 'monitoring.s7_2'],
  ['8.1', printedPreschool, 'monitoring.s8_1'],
] as const)('activity %s of botlikh', (activity, printedLines, top) => {
  const own = ofActivity(activity);

  it.each(printedLines)('line %i stands in the catalogue word for word', (at, printed) => {
    const titles = own.filter((i) => i.sourceLine === `${at}`).map((i) => i.title);
    const within = inside[at] ?? [];
    expect([...titles].sort()).toEqual([words(printed), ...within].sort());
    for (const part of within) expect(words(printed)).toContain(part);
  });

  it('has no row that is not printed', () => {
    const lines = new Set(printedLines.map(([at]) => `${at}`));
    expect(own.filter((i) => !lines.has(i.sourceLine)).map((i) => i.code)).toEqual([]);
  });

  it('rows are numbered by line and stand under what is printed above them', () => {
    const byNo = new Map(own.map((i) => [i.no, i]));
    expect(byNo.size).toBe(own.length);
    for (const i of own) {
      if (i.code === top) continue;
      const above = byNo.get(i.no.replace(/\.\d+$/, ''));
      expect(i.parent, i.code).toBe(above?.code);
    }
  });

  it('everything but a heading has a value, a direction of improvement, a basis and a note where it is not plain', () => {
    for (const i of own) {
      if (i.kind === 'group') {
        expect(i.numerator, i.code).toBeUndefined();
        continue;
      }
      expect(i.numerator, i.code).toBeDefined();
      expect(i.better, i.code).not.toBe('');
      expect(i.basis, i.code).not.toBe('');
      if (i.basis === 'implied' && i.kind !== 'share') expect(i.note, i.code).not.toBe('');
      if (i.negativeEffects) expect(i.note, i.code).toContain('негативными последствиями');
    }
  });

  it('headings that only introduce, or hold two figures, are groups', () => {
    const groups = own.filter((i) => i.kind === 'group').map((i) => i.sourceLine);
    expect(groups.sort()).toEqual(activity === '7.2' ? ['554', '576'] : ['611', '620', '632', '635']);
  });
});

describe('who owes what', () => {
  const kindergarten = organisation('k1', { types: ['preschool'], programmes: ['ДО'] });
  const withGroups = organisation('s1', { types: ['school'], programmes: ['ДО', 'НОО', 'ООО'] });
  const both = organisation('s2', { types: ['school', 'preschool'], programmes: ['ДО', 'НОО'] });
  const school = organisation('s3', { programmes: ['НОО', 'ООО', 'СОО'] });
  const centre = organisation('c1', { types: ['extracurricular'], programmes: ['ДОП'] });

  const owed = (unit: typeof school): Record<string, number> => {
    const count: Record<string, number> = {};
    for (const e of catalog.elements.values()) {
      if (!/^(up|ps)_/.test(e.form)) continue;
      const row = { level: 'organisation', flag: () => undefined, ...unit } as const;
      if (owesElement(e, catalog.forms.get(e.form), row)) count[e.form] = (count[e.form] ?? 0) + 1;
    }
    return count;
  };
  const upbringing = { up_conditions: 11, up_pupils: 11, up_prevention: 4 };
  const preschool = { ps_programme: 9, ps_care: 8, ps_staff: 7, ps_space: 13, ps_family: 9, ps_meals: 6 };

  it('a kindergarten: the preschool forms, its staff once', () => {
    expect(owed(kindergarten)).toEqual(preschool);
  });

  it.each([withGroups, both])(
    '$code, a school with kindergarten groups: both, the staff of its groups apart',
    (s) => {
      expect(owed(s)).toEqual({ ...upbringing, ...preschool, ps_staff: 10 });
    },
  );

  it('another school: upbringing only; an extracurricular organisation: nothing', () => {
    expect(owed(school)).toEqual(upbringing);
    expect(owed(centre)).toEqual({});
  });

  it('the district: heads and environment', () => {
    const codes = elementsOfForm(catalog, 'ps_district').map((e) => e.code);
    expect(codes).toHaveLength(5);
    const unit = {
      ...district('d1'),
      level: 'district',
      types: [],
      programmes: [],
      flag: () => undefined,
    } as const;
    for (const code of codes) {
      expect(owesElement(catalog.elements.get(code)!, catalog.forms.get('ps_district'), unit), code).toBe(
        true,
      );
    }
  });
});

describe('worked by hand', () => {
  const districts = [district('d1', { roadmaps: ['botlikh'] })];
  const k1 = organisation('k1', { types: ['preschool'], programmes: ['ДО'] });
  const k2 = organisation('k2', { types: ['preschool'], programmes: ['ДО'] });
  const s1 = organisation('s1', { programmes: ['ДО', 'НОО', 'ООО'] });
  const s2 = organisation('s2');

  /** Rows of one indicator, without the region (it repeats the only district); other rows are not asked for. */
  const rows = (indicator: string, typed: string, units = [k1, k2, s1, s2], date = '2025-06-30') =>
    figures({ catalog, register: register(units, districts), cells: cells(typed), date })
      .filter((r) => r.indicator === indicator && r.unit !== 'r1')
      .map((r) => line(r).slice(indicator.length + 1));

  it('fewer newly found families is a negative change, over the schools that gave both years', () => {
    const typed = `
      s1 upbringing.families_found@2023/24 7
      s1 upbringing.families_found 4
      s2 upbringing.families_found 9`;
    expect(rows('upbringing.families_found_change', typed).filter((r) => r.includes('2024/25'))).toEqual([
      'd1 2024/25 = -3 1 of 2',
      's1 2024/25 = -3 1 of 1',
      's2 2024/25 ! no_base 0 of 1',
    ]);
  });

  it.each(['rdsh', 'yunarmia', 'yuid'])(
    'growth of those who joined (%s) is a positive change',
    (movement) => {
      const typed = `
      s1 upbringing.joined_${movement}@2023/24 10
      s1 upbringing.joined_${movement} 25
      s2 upbringing.joined_${movement}@2023/24 4
      s2 upbringing.joined_${movement} 0`;
      const own = rows(`upbringing.joined_${movement}_change`, typed).filter((r) => r.includes('2024/25'));
      // 15 more and 4 fewer
      expect(own).toEqual(['d1 2024/25 = 11 2 of 2', 's1 2024/25 = 15 1 of 1', 's2 2024/25 = -4 1 of 1']);
    },
  );

  it('schools with volunteers are counted, and only the district has the number', () => {
    expect(
      rows('upbringing.volunteers_count', 's1 upbringing.volunteers 1\ns2 upbringing.volunteers 0'),
    ).toEqual(['d1 2024/25 = 1 (1) 2 of 2']);
  });

  it('those who left are a share of those taken off the register; nobody taken off is no share', () => {
    const typed = `
      s1 upbringing.removed 8
      s1 upbringing.removed_left 2
      s2 upbringing.removed 0
      s2 upbringing.removed_left 0`;
    expect(rows('upbringing.removed_left_share', typed)).toEqual([
      'd1 2024/25 = 25 (2/8) 2 of 2',
      's1 2024/25 = 25 (2/8) 1 of 1',
      's2 2024/25 ! zero_denominator (0/0) 1 of 1',
    ]);
  });

  it('mentoring: schools only, by the number of programmes that stands in another form', () => {
    const typed = 's1 mentoring.programmes 2\ns2 mentoring.programmes 0\nk1 mentoring.programmes 3';
    expect(rows('upbringing.mentoring_presence', typed)).toEqual([
      'd1 2024/25 = 50 (1/2) 2 of 2',
      's1 2024/25 = 100 (1/1) 1 of 1',
      's2 2024/25 = 0 (0/1) 1 of 1',
    ]);
  });

  it('all five areas: one «нет» decides, a missing answer does not', () => {
    const areas = ['social', 'cognitive', 'speech', 'art', 'physical'];
    const typed = [
      ...areas.map((a) => `k1 preschool.area_${a} 1`),
      'k2 preschool.area_art 0',
      ...areas.slice(1).map((a) => `s1 preschool.area_${a} 1`),
    ].join('\n');
    expect(rows('preschool.areas_presence', typed)).toEqual([
      'd1 2024/25 = 50 (1/2) 2 of 3',
      'k1 2024/25 = 100 (1/1) 1 of 1',
      'k2 2024/25 = 0 (0/1) 1 of 1',
      's1 2024/25 ! not_reported 0 of 1',
    ]);
  });

  it('the environment of a group asks for nine signs and any one room, not for a pool', () => {
    const signs = (unit: string) =>
      ['space_enough', 'furniture', 'soft_furniture', 'interest_centres', 'privacy', 'decoration']
        .concat(['gross_motor', 'fine_motor', 'outdoor_space'])
        .map((sign) => `${unit} preschool.${sign} 1`);
    const rooms = (unit: string, gym: number) =>
      ['music_hall', 'pool', 'specialist_rooms']
        .map((room) => `${unit} preschool.${room} 0`)
        .concat(`${unit} preschool.gym ${gym}`);
    const typed = [...signs('k1'), ...rooms('k1', 1), ...signs('k2'), ...rooms('k2', 0)].join('\n');
    expect(rows('preschool.space_presence', typed, [k1, k2])).toEqual([
      'd1 2024/25 = 50 (1/2) 2 of 2',
      'k1 2024/25 = 100 (1/1) 1 of 1',
      'k2 2024/25 = 0 (0/1) 1 of 1',
    ]);
  });

  const staff = `
    k1 staff.teachers 20
    k1 staff.category_first 5
    k1 preschool.teachers_courses 18
    k1 preschool.children 180
    s1 staff.teachers 50
    s1 staff.category_first 30
    s1 preschool.teachers 4
    s1 preschool.teachers_first 1
    s1 preschool.teachers_courses 3
    s1 preschool.children 40
    s2 staff.teachers 40
    s2 staff.category_first 10`;

  it('staff: of a kindergarten all of it, of a school only that of its groups', () => {
    // 5 of 20 and 1 of 4; the 30 of the school and the 10 of the other one do not count
    expect(rows('preschool.teachers_first_share', staff, [k1, s1, s2])).toEqual([
      'd1 2024/25 = 25 (6/24) 2 of 2',
      'k1 2024/25 = 25 (5/20) 1 of 1',
      's1 2024/25 = 25 (1/4) 1 of 1',
    ]);
    expect(rows('preschool.teachers_courses_share', staff, [k1, s1, s2])[0]).toBe(
      'd1 2024/25 = 87.5 (21/24) 2 of 2',
    );
  });

  it('children per teacher: sums over sums, 220 ÷ 24', () => {
    expect(rows('preschool.children_per_teacher', staff, [k1, s1, s2])).toEqual([
      `d1 2024/25 = ${220 / 24} (220/24) 2 of 2`,
      'k1 2024/25 = 9 (180/20) 1 of 1',
      's1 2024/25 = 10 (40/4) 1 of 1',
    ]);
  });

  it('a school that has not told the staff of its groups is missing, not taken whole', () => {
    const typed = staff.replace(/\n\s*s1 preschool\.teachers(_first)? \d+/g, '');
    expect(rows('preschool.teachers_first_share', typed, [k1, s1])).toEqual([
      'd1 2024/25 = 25 (5/20) 1 of 2',
      'k1 2024/25 = 25 (5/20) 1 of 1',
      's1 2024/25 ! not_reported 0 of 1',
    ]);
  });

  it('heads: the district alone, and the repeated line gives the same figure', () => {
    const typed = 'd1 preschool.heads 8\nd1 preschool.heads_qualified 6';
    for (const code of ['preschool.heads_qualified_share', 'preschool.heads_qualified_again_share']) {
      expect(rows(code, typed)).toEqual(['d1 2024/25 = 75 (6/8) 1 of 1']);
    }
  });

  it('low and high environment are parts of those assessed', () => {
    const typed = `
      d1 preschool.environment_assessed 10
      d1 preschool.environment_low 1
      d1 preschool.environment_high 4`;
    expect(rows('preschool.environment_low_share', typed)).toEqual(['d1 2024/25 = 10 (1/10) 1 of 1']);
    expect(rows('preschool.environment_high_share', typed)).toEqual(['d1 2024/25 = 40 (4/10) 1 of 1']);
  });

  it('meals: checks of the quarters add up; all three levels may come in different quarters', () => {
    const quarter = (q: string, all: number, parents: number, office: number) => `
      k1 preschool.meals_checks@2024/25:${q} ${all}
      k1 preschool.meals_checks_parents@2024/25:${q} ${parents}
      k1 preschool.meals_checks_district@2024/25:${q} ${office}`;
    const typed = `${quarter('q1', 3, 1, 0)}${quarter('q2', 2, 1, 1)}${quarter('q3', 1, 1, 0)}${quarter('q4', 2, 0, 0)}`;
    const of = (code: string) => rows(code, typed, [k1], '2025-08-31').filter((r) => r.startsWith('k1'));
    // 3 + 2 + 1 + 2 checks; q1 lacks the district, q2 the kindergarten's own, q3 both, q4 parents and district
    expect(of('preschool.meals_checks_count')).toEqual([
      'k1 2024/25 = 8 (8) 1 of 1',
      'k1 2024/25:q1 = 3 (3) 1 of 1',
      'k1 2024/25:q2 = 2 (2) 1 of 1',
      'k1 2024/25:q3 = 1 (1) 1 of 1',
      'k1 2024/25:q4 = 2 (2) 1 of 1',
    ]);
    expect(of('preschool.meals_levels_presence')).toEqual([
      'k1 2024/25 = 100 (1/1) 1 of 1',
      ...['q1', 'q2', 'q3', 'q4'].map((q) => `k1 2024/25:${q} = 0 (0/1) 1 of 1`),
    ]);
  });
});

describe('activity 8.5: an activity without printed indicators', () => {
  it('has figures of our own, which say so', () => {
    const [heading, ...own] = ofActivity('8.5');
    expect(heading).toMatchObject({
      kind: 'group',
      sourceLine: '688',
      title: 'Осуществление системы многоуровневого контроля организации питания в ДОУ',
    });
    expect(own).toHaveLength(5);
    for (const i of own) expect(i.note, i.code).toContain('выбраны нами');
  });
});

describe('checks of these forms', () => {
  const pairs = new Set(
    catalog.checks
      .filter((c) => c.op === '<=' && c.severity === 'error')
      .map((c) => `${formatExpression(c.left)} <= ${formatExpression(c.right)}`),
  );
  const shares = ['7.2', '8.1', '8.5'].flatMap(ofActivity).filter((i) => i.kind === 'share');
  /** Shares of two staffs: a kindergarten's stands in the form of staff, a school's in the form of its groups. */
  const joined: Readonly<Record<string, readonly string[]>> = {
    'preschool.teachers_first_share': [
      'preschool.teachers_first <= preschool.teachers',
      'staff.category_first <= staff.teachers',
    ],
    'preschool.teachers_highest_share': [
      'preschool.teachers_highest <= preschool.teachers',
      'staff.category_high <= staff.teachers',
    ],
  };

  it.each(shares.map((i) => [i.code, i] as const))('%s stays within 0–100 when they pass', (code, i) => {
    const own = `${formatExpression(i.numerator!)} <= ${formatExpression(i.denominator!)}`;
    for (const pair of joined[code] ?? [own]) expect(pairs).toContain(pair);
  });
});
