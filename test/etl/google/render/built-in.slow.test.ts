import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../../../../etl/run/assess.ts';
import { enteredBefore } from '../../../../etl/run/entered-before.ts';
import { lastYearOf } from '../../../../etl/run/last-year.ts';
import { summaryInputs } from '../../../../etl/run/summary-inputs.ts';
import { templateBooks } from '../../../../etl/run/template-books.ts';
import { withStore } from '../../../../etl/store/with-store.ts';
import { openWorkspace } from '../../../../etl/workspace/open-workspace.ts';
import type { Plan } from '../../../../shared/plan/plan.ts';
import { summaryPlan } from '../../../../shared/summary/plan.ts';
import { lookedAt } from '../../../fixtures/google-requests.ts';
import { say } from '../../cli/console.ts';

let dir: string;
const plans: {
  readonly name: string;
  readonly plan: () => Plan;
  readonly set: 'entry' | 'summary';
  readonly most: number;
}[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'msoko-built-in-'));
  rmSync(dir, { recursive: true });
  await say(tmpdir(), 'demo', dir);
  const workspace = await openWorkspace(dir);
  await withStore(workspace, async (store) => {
    const assessment = await assess(workspace, store, '2025-08-29');
    const { register, observations, records, activities } = assessment;
    const year = workspace.config.schoolYear;
    const entered = enteredBefore(workspace.catalog, year, records, activities);
    const lastYear = lastYearOf(year, observations);
    for (const book of templateBooks(workspace, register, year, lastYear, entered))
      plans.push({ name: book.name, plan: () => book.plan(), set: 'entry', most: 8_000_000 });
    const [summary] = summaryInputs(workspace, assessment, await store.runs(), '2025-08-29');
    // the summary is the largest of all
    plans.push({ name: 'summary', plan: () => summaryPlan(summary!.input), set: 'summary', most: 6_000_000 });
  });
}, 400_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('all workbooks of the demonstration and its summary as requests', () => {
  it('are known to Google’s documents, locale-proof and not too large', async () => {
    expect(plans.length).toBeGreaterThan(10);
    for (const { name, plan, set, most } of plans) {
      const { bytes, problems, wrong } = await lookedAt(plan(), set);
      expect({ name, problems, wrong, large: bytes > most }).toEqual({
        name,
        problems: [],
        wrong: [],
        large: false,
      });
    }
  }, 400_000);
});
