import { expect, it } from 'vitest';
import { officialObservations } from '../../../shared/results/official.ts';
import type { AssessmentResult } from '../../../shared/results/result.ts';
import { readingCatalog } from '../../fixtures/reading-catalog.ts';

const result = (changes: Partial<AssessmentResult> = {}): AssessmentResult => ({
  schoolYear: '2024/25',
  procedure: 'vpr',
  subject: 'ru',
  grade: '4',
  stage: '',
  district: 'd',
  organisation: 's1',
  participants: 10,
  mark2: 1,
  mark3: 2,
  mark4: 3,
  mark5: 4,
  place: { file: 'r.csv', line: 2 },
  ...changes,
});

it('gives the elements that a result stands for', () => {
  const place = { file: 'r.csv', line: 2 };
  const of = { unit: 's1', period: '2024/25', status: 'value', place } as const;
  expect(officialObservations([result()], readingCatalog)).toEqual([
    { ...of, element: 'vpr.passed.ru.g4', value: 9 },
    { ...of, element: 'vpr.participants.ru.g4', value: 10 },
  ]);
});

it.each([
  ['a re-sit', { stage: 'сентябрь' }],
  ['another procedure', { procedure: 'oge' }],
  ['a subject outside the dictionary', { subject: 'rodnoy_yazyk' }],
  ['a grade outside the dictionary', { grade: '8' }],
])('gives nothing for %s', (_, changes) => {
  expect(officialObservations([result(changes)], readingCatalog)).toEqual([]);
});
