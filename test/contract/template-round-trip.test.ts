import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../etl/xlsx/read.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import { readEntryTabs } from '../../shared/parse/read-entry-tabs.ts';
import { everyAnswer } from '../fixtures/every-answer.ts';
import { filledPlan, valueIn } from '../fixtures/filled-plan.ts';
import { fixtureCatalog } from '../shared/template/catalog-fixture.ts';

describe('a workbook that was handed out, filled and read again', () => {
  it('gives back what was typed, once for each cell, and an empty cell as not reported', async () => {
    const plan = filledPlan(valueIn(everyAnswer), { previous: () => 55 });
    const reading = readWorkbook(await writeWorkbook(plan));
    if (!reading.ok) throw new Error(reading.issue.code);
    const { meta, observations, issues } = readEntryTabs(reading.workbook, fixtureCatalog, {
      file: 's1.xlsx',
    });
    expect(meta).toEqual({
      schema: 1,
      catalog: '1',
      workspace: 'gor',
      workbook: 's1:2024/25',
      unit: 's1',
      unitType: 'organisation',
      roadmap: 'botlikh',
      schoolYear: '2024/25',
      status: 'submitted',
      submittedOn: '2025-06-01',
      submittedByPost: 'директор',
    });
    expect(issues.map(({ code, element }) => `${code} ${element}`)).toEqual(['cell.not_number oge.passed']);
    const given = observations.filter(({ status }) => status !== 'not_reported');
    const read = given.map(({ element, period, status, value }) => `${element} ${period} ${value ?? status}`);
    expect(read.sort()).toEqual(
      [
        'q.pupils.noo 2024/25:start 0',
        'q.basic.soo 2024/25:end 17',
        'q.score 2024/25:middle 12.5',
        'q.meta 2024/25:start no_data',
        'q.above.ooo 2024/25:start not_applicable',
        'oge.passed 2024/25 rejected',
        'gia.date 2024/25 2025-05-20',
        'gia.order 2024/25 № 45-п от 20.05.2025',
        'ol.held 2024/25:q1 1',
        'ol.held 2024/25:q4 0',
        'vpr.n.ma.g5 2024/25 3',
      ].sort(),
    );
    // 33 of the control, 6 of the exams, 4 × 4 of the quarters, 2 × 2 × 3 of the works
    expect(observations).toHaveLength(33 + 6 + 16 + 12);
  });
});
