import { describe, expect, it } from 'vitest';
import { pageLayout } from '../../../etl/xlsx/writing/page-layout.ts';
import { pageSetup } from '../../../etl/xlsx/writing/page-setup.ts';
import type { PlanSheet } from '../../../shared/plan/plan.ts';

const sheet = (widths: readonly number[], breaks: readonly number[]): PlanSheet => ({
  name: 'Лист',
  columns: widths.map((width) => ({ width })),
  rows: [{ cells: [] }, { cells: [] }],
  print: { orientation: 'landscape', breaks },
});

const setupOf = (plan: PlanSheet) => pageSetup(plan, pageLayout(plan, [20, 20]));

describe('pageSetup', () => {
  it('fits the width where the pages break by themselves', () => {
    expect(setupOf(sheet([100, 100], []))).toMatchObject({
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
  });

  it('has a fixed scale where a row begins a page, for fitted pages ignore breaks', () => {
    // 98 % of 770 points over 200 characters of 5.6 points: 67.4 %
    const setup = setupOf(sheet([100, 100], [1]));
    expect(setup).toMatchObject({ scale: 67 });
    expect(setup).not.toHaveProperty('fitToPage');
  });

  it('never enlarges', () => {
    expect(setupOf(sheet([10], [1])).scale).toBe(100);
  });
});
