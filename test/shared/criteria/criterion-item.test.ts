import { expect, it } from 'vitest';
import type { Criterion } from '../../../shared/catalog/types.ts';
import { criterionItems } from '../../../shared/criteria/criterion-item.ts';
import { expectedItems } from '../../../shared/criteria/expected-items.ts';

const criterion = (
  group: string,
  no: string,
  text = '',
  level: Criterion['level'] = 'district',
): Criterion => ({
  roadmap: 'map',
  direction: 'leaders',
  group,
  no,
  level,
  criterion: text,
  evidence: '',
  evidenceInherited: false,
  polarity: '+',
  note: '',
  origin: { file: 'test', line: 1 },
});

it('a key holds the printed numbers of group and row, else a slug of their words; nothing stands twice', () => {
  const items = criterionItems([
    criterion('5. Наличие', '15.'),
    criterion('5. Наличие', '15.', '', 'organisation'),
    criterion('5.Без пробела', '4.1.'),
    criterion('6. Повтор', '4.'),
    criterion('6. Повтор', '4.'),
    criterion('Учёт специфики', '', 'Кластеры школ'),
    criterion('', '', ''),
  ]);
  expect(items.map(({ key }) => key)).toEqual([
    'map/leaders/5.15/district',
    'map/leaders/5.15/organisation',
    'map/leaders/5.4.1/district',
    'map/leaders/6.4/district',
    'map/leaders/6.4-2/district',
    'map/leaders/uchet_spetsifiki.klastery_shkol/district',
    'map/leaders/0.0/district',
  ]);
});

it('expected results are counted within direction and year', () => {
  const result = (year: string, direction = 'talents') => ({
    roadmap: 'map',
    direction,
    year,
    result: 'Отчёт',
    section: '',
    note: '',
    origin: { file: 'test', line: 1 },
  });
  const items = expectedItems([result('2020'), result('2021'), result('2020'), result('', 'leaders')]);
  expect(items.map(({ key }) => key)).toEqual([
    'map/talents/2020/1',
    'map/talents/2021/1',
    'map/talents/2020/2',
    'map/leaders/-/1',
  ]);
});
