import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import { resolveConcrete } from '../../../shared/catalog/concrete.ts';
import { elementsOfForm } from '../../../shared/catalog/form-elements.ts';
import { formatExpression } from '../../../shared/expression/format.ts';
import { inputsOf } from '../../../shared/expression/inputs.ts';
import { figures, line } from '../../fixtures/small-figures.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';
import { owedCells } from './owed-cells.ts';
import { printedLines } from './printed-lines-4-6.ts';

const catalog = await loadCatalog({});
const lines = new Set(printedLines.map(([n]) => `${n}`));
const own = catalog.indicators.filter((i) => i.roadmaps.includes('botlikh') && lines.has(i.sourceLine));
const of = (code: string) => own.find((i) => i.code === code)!;
/** What is left of a printed line without its bullet, the sign at its end and doubled spaces. */
const words = (text: string): string =>
  text
    .replace(/^[·*\-\s]+/, '')
    .replace(/[;:.\s]+$/, '')
    .replace(/\s+/g, ' ');
/** Rows that stand for a part of a printed line, beside the row of the whole line. */
const parts = ['entrance.university_share', 'guidance.municipal_demanded_share'];
/** Printed with a colon, but with a figure of its own before «из них». */
const totals = ['reserve.total_count'];

describe('activities 4.1, 5.1, 6.1 and the line on universities', () => {
  it.each(printedLines)('line %i stands in the catalogue word for word', (n, printed) => {
    const rows = own.filter((i) => i.sourceLine === `${n}` && !parts.includes(i.code));
    expect(rows.map((i) => i.title)).toEqual([words(printed)]);
  });

  it('parts of a line are words of that line', () => {
    for (const code of parts) {
      const [, printed = ''] = printedLines.find(([n]) => `${n}` === of(code).sourceLine)!;
      expect(printed).toContain(of(code).title);
    }
  });

  it('a printed heading is a group, everything else has a value', () => {
    const headings = printedLines.filter(([n, text]) => /:\s*$/.test(text) || n === 60).map(([n]) => `${n}`);
    const groups = own.filter((i) => i.kind === 'group' || totals.includes(i.code)).map((i) => i.sourceLine);
    expect(groups.sort()).toEqual(headings.sort());
    for (const i of own) expect(i.kind === 'group' || i.numerator !== undefined, i.code).toBe(true);
  });

  it('nested lines stand under their own heading, all others under their activity', () => {
    const nested: Readonly<Record<string, readonly number[]>> = {
      'reserve.total_count': [444, 445, 446, 447],
      'staff.young': [460, 461],
      'staff.category': [465, 466],
      'contests.mastery': [469, 470, 471],
      'leadership.obligations': [474, 475],
      'monitoring.practice': [61],
    };
    const parentOf = new Map(Object.entries(nested).flatMap(([code, all]) => all.map((n) => [n, code])));
    const roots = [60, 401, 432, 507];
    for (const i of own) {
      const n = Number(i.sourceLine);
      if (i.code === 'guidance.municipal_demanded_share') expect(i.parent).toBe('guidance.municipal_share');
      else if (roots.includes(n)) expect(i.parent).toBe('');
      else expect(i.parent, i.code).toBe(parentOf.get(n) ?? `monitoring.s${i.activity.replace('.', '_')}`);
    }
  });

  it('numbers run as the lines do', () => {
    for (const activity of ['4.1', '5.1', '6.1']) {
      const rows = own.filter((i) => i.activity === activity);
      const key = (no: string) =>
        no
          .split('.')
          .map((part) => part.padStart(3, '0'))
          .join('.');
      const byNo = [...rows].sort((a, b) => (key(a.no) < key(b.no) ? -1 : 1));
      const at = byNo.map((i) => Number(i.sourceLine));
      expect(at).toEqual([...at].sort((a, b) => a - b));
      expect(new Set(rows.map((i) => i.no)).size).toBe(rows.length);
    }
  });

  it('each figure says whether its base is printed, which way is better and, for a share, what it is part of', () => {
    for (const i of own) {
      if (i.kind === 'group') continue;
      expect(i.basis, i.code).not.toBe('');
      expect(i.better, i.code).not.toBe('');
      if (i.kind === 'share') expect(i.unit).toBe('%');
    }
  });

  it('what would judge a head by ВПР has negative effects and no row of one organisation', () => {
    const marked = own.filter((i) => i.negativeEffects);
    expect(marked.map((i) => i.sourceLine).sort()).toEqual(['438', '439', '440']);
    for (const i of own.filter((one) =>
      inputsOf(one.numerator ?? { type: 'number', value: 0 }).some((c) => c.startsWith('vpr.')),
    ))
      expect([i.negativeEffects, i.level], i.code).toEqual([true, 'district']);
  });

  it('the levels of heads and the reserve are asked of the district, as numbers', () => {
    for (const form of ['ld_heads', 'ld_reserve']) {
      for (const e of elementsOfForm(catalog, form)) {
        expect(e.level, e.code).toBe('district');
        expect(['integer', 'yes_no'], e.code).toContain(e.type);
      }
    }
  });
});

describe('checks', () => {
  const pairs = new Set(
    catalog.checks
      .filter((check) => check.op === '<=' && check.severity === 'error')
      .map((check) => `${formatExpression(check.left)} <= ${formatExpression(check.right)}`),
  );

  it.each(own.filter((i) => i.kind === 'share').map((i) => [i.code, i] as const))(
    '%s stays within 0–100 when they pass',
    (_, i) => {
      const [numerator, denominator] = [formatExpression(i.numerator!), formatExpression(i.denominator!)];
      for (const code of [...inputsOf(i.numerator!), ...inputsOf(i.denominator!)]) {
        expect((catalog.elements.get(code) ?? resolveConcrete(catalog, code)?.element)?.min, code).toBe(0);
      }
      // what is left of a whole is a part of it
      const rest = `${denominator} - `;
      if (numerator.startsWith(rest))
        expect(pairs).toContain(`${numerator.slice(rest.length)} <= ${denominator}`);
      else expect(pairs).toContain(`${numerator} <= ${denominator}`);
    },
  );
});

describe('who owes what', () => {
  const cells = owedCells(catalog, /^(cg|ld|td)_/);
  const staff = { td_staff: 10, ld_conditions: 4, td_development: 18 };

  it('a secondary school: everything', () => {
    expect(cells(['school'], ['НОО', 'ООО', 'СОО'])).toEqual({
      ...staff,
      td_staff: 12,
      cg_guidance: 14,
      cg_entrance: 4,
      td_deficits: 48,
      td_diagnostics: 24,
    });
  });
  it('a nine-year school: nothing of grade 11 and universities', () => {
    expect(cells(['school'], ['НОО', 'ООО'])).toMatchObject({ cg_guidance: 12, cg_entrance: 2 });
  });
  it('a primary school: of guidance only the events for all grades', () => {
    const owed = cells(['school'], ['НОО']);
    expect(owed.cg_guidance).toBe(3);
    expect(owed.cg_entrance).toBeUndefined();
  });
  it('a kindergarten and an extracurricular organisation: conditions and staff', () => {
    expect(cells(['preschool'], ['ДО'])).toEqual(staff);
    expect(cells(['extracurricular'], ['ДОП'])).toEqual(staff);
  });
});

describe('figures worked out by hand', () => {
  const d1 = district('d1', { roadmaps: ['botlikh'] });
  const d2 = district('d2', { roadmaps: ['botlikh'] });
  const full = (code: string) => organisation(code, { programmes: ['НОО', 'ООО', 'СОО'] });
  const run = (code: string, cells: string, given = register([full('s1'), full('s2')], [d1])) =>
    figures({ catalog, register: given, cells, date: '2025-08-31' })
      .filter((r) => r.indicator === code && r.period === '2024/25')
      .map(line);

  it('grade 4: all participants of both subjects, district row only', () => {
    // s1: 20 of 20 and 19 of 19; s2: 20 of 20, but 9 of 10 → 1 of 2 heads
    const cells = `s1 vpr.participants.ru.g4 20\ns1 vpr.passed.ru.g4 20\ns1 vpr.participants.math.g4 19\ns1 vpr.passed.math.g4 19
      s2 vpr.participants.ru.g4 20\ns2 vpr.passed.ru.g4 20\ns2 vpr.participants.math.g4 10\ns2 vpr.passed.math.g4 9`;
    expect(run('leadership.grade4_basic', cells)).toEqual([
      'leadership.grade4_basic d1 2024/25 = 50 (1/2) 2 of 2',
      'leadership.grade4_basic r1 2024/25 = 50 (1/2) 2 of 2',
    ]);
  });

  it('grade 4: a school without results is expected and not counted', () => {
    const cells = `s1 vpr.participants.ru.g4 20\ns1 vpr.passed.ru.g4 20\ns1 vpr.participants.math.g4 19\ns1 vpr.passed.math.g4 19`;
    expect(run('leadership.grade4_basic', cells)[0]).toBe(
      'leadership.grade4_basic d1 2024/25 = 100 (1/1) 1 of 2',
    );
  });

  it('grades 5–9: works that there are, added; exactly one half is not more than a half', () => {
    // s1: 6 + 5 of 10 + 10 = 55 %; s2: 5 of 10 and 5 of 10 = 50 %
    const cells = `s1 vpr.participants.ru.g5 10\ns1 vpr.mark5.ru.g5 6\ns1 oge_results.participants.math.g9 10\ns1 oge_results.mark5.math.g9 5
      s2 vpr.participants.ru.g5 10\ns2 vpr.mark5.ru.g5 5\ns2 vpr.participants.math.g8 10\ns2 vpr.mark5.math.g8 5`;
    expect(run('leadership.ooo_high', cells)[0]).toBe('leadership.ooo_high d1 2024/25 = 50 (1/2) 2 of 2');
  });

  it('grades 5–9: no work at all is no answer, not «нет»', () => {
    expect(run('leadership.ooo_high', 's1 vpr.participants.ru.g4 10')[0]).toBe(
      'leadership.ooo_high d1 2024/25 ! not_reported 0 of 2',
    );
  });

  it('ЕГЭ: asked of schools with grades 10–11 only', () => {
    // s1: 7 of 10 and 2 of 5 → 9 of 15 = 60 %
    const cells = `s1 ege_results.participants_with_high.ru.g11 10\ns1 ege_results.high.ru.g11 7\ns1 ege_results.participants_with_high.math_profile.g11 5\ns1 ege_results.high.math_profile.g11 2`;
    const given = register([full('s1'), organisation('s2')], [d1]);
    expect(run('leadership.soo_high', cells, given)[0]).toBe(
      'leadership.soo_high d1 2024/25 = 100 (1/1) 1 of 1',
    );
  });

  it('no certificate: what is left of the graduates', () => {
    // 2 of 20 and 1 of 30 → 3 of 50
    const cells = `s1 certificates.graduates 20\ns1 certificates.received 18\ns2 certificates.graduates 30\ns2 certificates.received 29`;
    expect(run('certificates.not_received_share', cells)[0]).toBe(
      'certificates.not_received_share d1 2024/25 = 6 (3/50) 2 of 2',
    );
  });

  it('ОВЗ and all are separate lines over the same elements', () => {
    // a school without pupils with ОВЗ enters the figure with 0 of 0
    const cells = `s1 guidance.pupils_8_11.all 40\ns1 guidance.pupils_8_11.ovz 4\ns1 guidance.helped.all 10\ns1 guidance.helped.ovz 3
      s2 guidance.pupils_8_11.all 60\ns2 guidance.pupils_8_11.ovz 0\ns2 guidance.helped.all 15\ns2 guidance.helped.ovz 0`;
    expect(run('guidance.helped_share', cells)[0]).toBe(
      'guidance.helped_share d1 2024/25 = 25 (25/100) 2 of 2',
    );
    expect(run('guidance.helped_ovz_share', cells)).toEqual([
      'guidance.helped_ovz_share d1 2024/25 = 75 (3/4) 2 of 2',
      'guidance.helped_ovz_share s1 2024/25 = 75 (3/4) 1 of 1',
      'guidance.helped_ovz_share s2 2024/25 ! zero_denominator (0/0) 1 of 1',
      'guidance.helped_ovz_share r1 2024/25 = 75 (3/4) 2 of 2',
    ]);
  });

  it('entrance: nine-year and full schools in one share', () => {
    // 5 of 20 and 10 of 40 → 15 of 60; universities: the full school alone, 6 of 10
    const cells = `s1 entrance.graduates 40\ns1 entrance.profile 10\ns1 certificates.received 10\ns1 entrance.university 6\ns1 entrance.university_region 4
      s2 entrance.graduates 20\ns2 entrance.profile 5`;
    const given = register([full('s1'), organisation('s2')], [d1]);
    expect(run('entrance.profile_share', cells, given)[0]).toBe(
      'entrance.profile_share d1 2024/25 = 25 (15/60) 2 of 2',
    );
    expect(run('entrance.university_share', cells, given)[0]).toBe(
      'entrance.university_share d1 2024/25 = 60 (6/10) 1 of 1',
    );
    expect(run('entrance.university_region_share', cells, given)[0]).toBe(
      'entrance.university_region_share d1 2024/25 = 40 (4/10) 1 of 1',
    );
  });

  it('posts: decimals on both sides', () => {
    // 20.5 + 9.75 of 21 + 12.5 → 30.25 / 33.5
    const cells =
      's1 staff.positions 21\ns1 staff.positions_filled 20.5\ns2 staff.positions 12.5\ns2 staff.positions_filled 9.75';
    expect(run('staff.positions_filled_share', cells)[0]).toMatch(
      /^staff\.positions_filled_share d1 2024\/25 = 90\.298507\d+ \(30\.25\/33\.5\) 2 of 2$/,
    );
  });

  it('methodical associations: presence follows from their number, over districts in the region', () => {
    const given = register([full('s1'), organisation('s2', { district: 'd2' })], [d1, d2]);
    expect(
      run('methodical.groups_presence', 'd1 methodical.groups 12\nd2 methodical.groups 0', given),
    ).toEqual([
      'methodical.groups_presence d1 2024/25 = 100 (1/1) 1 of 1',
      'methodical.groups_presence d2 2024/25 = 0 (0/1) 1 of 1',
      'methodical.groups_presence r1 2024/25 = 50 (1/2) 2 of 2',
    ]);
  });

  it('levels of heads: shares of those assessed', () => {
    // 38 of 40 heads were assessed: 19, 17 and 2
    const cells =
      'd1 heads.total 40\nd1 heads.assessed 38\nd1 heads.optimal 19\nd1 heads.acceptable 17\nd1 heads.critical 2';
    expect(run('heads.optimal_share', cells)[0]).toBe('heads.optimal_share d1 2024/25 = 50 (19/38) 1 of 1');
    expect(run('heads.critical_share', cells)[0]).toMatch(/= 5\.26315789\d* \(2\/38\) 1 of 1$/);
  });

  it('an organisation that the question does not concern leaves the share', () => {
    const cells = 's1 leadership.plan_done 1\ns2 leadership.plan_done x';
    expect(run('leadership.plan_done_presence', cells)[0]).toBe(
      'leadership.plan_done_presence d1 2024/25 = 100 (1/1) 1 of 1',
    );
  });
});
