import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../../etl/catalog/load.ts';
import { templatePlan } from '../../../../shared/template/template-plan.ts';
import { lookedAt } from '../../../fixtures/google-requests.ts';
import { district, organisation, register } from '../../../fixtures/small-register.ts';

describe('a built-in workbook as requests', () => {
  it('is known to Google’s documents, locale-proof and compact', async () => {
    const home = district('d1', { region: 'RU-DA', roadmaps: ['botlikh'] });
    const plan = templatePlan({
      catalog: await loadCatalog({}),
      register: register([organisation('s1')], [home]),
      unit: { level: 'district', district: home },
      schoolYear: '2024/25',
      workspace: 'RU-DA/d1',
      catalogVersion: '1',
      previous: () => 55,
    });
    const { bytes, formulas, problems, wrong } = await lookedAt(plan, 'entry');
    expect(problems).toEqual([]);
    expect(wrong).toEqual([]);
    expect(formulas).toBeGreaterThan(500);
    expect(bytes).toBeLessThan(1_800_000);
  });
});
