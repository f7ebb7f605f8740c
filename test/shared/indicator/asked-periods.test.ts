import { expect, it } from 'vitest';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import { columnsOf } from '../../../shared/indicator/columns.ts';
import { strays } from '../../../shared/indicator/strays.ts';
import { parsePeriod } from '../../../shared/period/period.ts';
import { duePeriods } from '../../../shared/summary/due-periods.ts';
import { owesOf } from '../../../shared/summary/owes.ts';
import { owedForms } from '../../../shared/template/owed.ts';
import { cells, figures } from '../../fixtures/small-figures.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';

const catalog = await loadCatalog({});
const school = organisation('s1');
const units = register([school], [district('d1', { roadmaps: ['botlikh'] })]);
const typed = `s1 pr.attendance.not_started@2025-06 1\ns1 pr.attendance.not_started@2025-07 4`;
const form = catalog.forms.get('pr_attendance')!;

it('a month in which nothing is asked has no rows and does not become the last of the year', () => {
  const rows = figures({ catalog, register: units, cells: typed, date: '2025-08-31' })
    .filter((r) => r.indicator === 'pr.attendance.not_started_count' && r.unit === 's1')
    .map((r) => `${r.period} ${r.value ?? r.reason}`);
  expect(rows).toHaveLength(11);
  expect(rows).not.toContainEqual(expect.stringMatching(/^2025-0[78]/));
  expect(rows).toContain('2024/25 1');
});

it('a value typed for it is a stray', () => {
  const observations = columnsOf(units, catalog, cells(typed));
  expect(strays({ catalog, observations, date: '2025-08-31' })).toEqual([
    {
      unit: 's1',
      element: 'pr.attendance.not_started',
      period: '2025-07',
      status: 'value',
      value: 4,
      code: 'value.not_owed',
    },
  ]);
});

it('nobody owes it, no workbook asks it, no completeness waits for it', () => {
  const owes = owesOf(catalog, units);
  expect(owes('s1', 'pr.attendance.pupils', '2025-06')).toBe(true);
  expect(owes('s1', 'pr.attendance.pupils', '2025-07')).toBe(false);
  const unit = { ...school, level: 'organisation' as const, flags: {} };
  const asked = owedForms(catalog, unit as never, '2024/25').find((f) => f.form.code === form.code)!;
  expect(asked.periods.map((p) => p.key)).not.toContain('2025-07');
  expect(asked.periods).toHaveLength(10);
  const nobody = { byUnit: () => false, byAnyone: () => false };
  const { due, waiting } = duePeriods(form, '2024/25', '2025-08-31', nobody);
  expect([...due, ...waiting].map((p) => p.key)).toHaveLength(10);
  expect(parsePeriod('2025-07')!.schoolYear).toBe('2024/25');
});
