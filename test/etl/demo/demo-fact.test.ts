import { expect, it } from 'vitest';
import { demoFact } from '../../../etl/demo/demo-fact.ts';
import { readFact } from '../../../shared/activity/fact.ts';

it.each([
  ['Наличие аналитического отчета', 0],
  ['Участие ОО в МПР', 0],
  ['Не менее 14 человек', 1],
  ['Не менее 30 % педагогов', 1],
  ['2020- 20%, 2021- 35%, 2022 – 50%', 1],
  ['Увеличение доли участников', 1],
  ['Не менее 2 семинаров. Не менее 60 % педагогов', 2],
])('%s: so many figures as the tracker reads back', (target, count) => {
  for (const year of [2020, 2021, 2022]) {
    const fact = demoFact(target, ['district', target], year);
    expect(fact === undefined ? 0 : readFact(fact)?.numbers.length).toBe(count);
    for (const number of readFact(fact ?? '')?.numbers ?? []) expect(number).toBeGreaterThan(0);
    expect(demoFact(target, ['district', target], year)).toBe(fact);
  }
});
