import { expect, it } from 'vitest';
import { checkDistrictRoadmaps } from '../../../etl/workspace/check-district-roadmaps.ts';
import { toDistrict } from '../../../etl/workspace/to-organisation.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';

const roadmaps = new Map(
  ['botlikh', 'nazran', 'rutul'].map((id) => [id, {}]),
) as unknown as Catalog['roadmaps'];
const check = (...rows: readonly Record<string, string>[]) =>
  checkDistrictRoadmaps('place/districts.csv', rows.map(toDistrict), { roadmaps });

it('known ids, none and absent columns are fine', () => {
  expect(() =>
    check({ code: 'a' }, { code: 'b', monitoring: '' }, { code: 'c', monitoring: 'botlikh  rutul' }),
  ).not.toThrow();
});

it('every unknown id is told at once, with the nearest known one', () => {
  const rows: Record<string, string>[] = [
    { code: 'a', monitoring: 'rutul botlih' },
    { code: 'b', monitoring: 'щ nasran' },
  ];
  expect(() => check(...rows)).toThrow(
    [
      'В реестре найдены ошибки:',
      'districts.csv, район «a», столбец monitoring: дорожной карты «botlih» нет; возможно, имелась в виду «botlikh».',
      'districts.csv, район «b», столбец monitoring: дорожной карты «щ» нет.',
      'districts.csv, район «b», столбец monitoring: дорожной карты «nasran» нет; возможно, имелась в виду «nazran».',
    ].join('\n'),
  );
});
