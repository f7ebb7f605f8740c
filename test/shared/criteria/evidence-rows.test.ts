import { expect, it } from 'vitest';
import { evidenceRows } from '../../../shared/criteria/evidence-rows.ts';
import { criteriaCatalog } from '../../fixtures/criteria-catalog.ts';
import { recordRow } from '../../fixtures/record-row.ts';

const catalog = criteriaCatalog();

it('gathers documents, proofs of criteria and of expected results for three school years, newest first', () => {
  const address = 'https://example.ru/1';
  const records = [
    recordRow(
      'evidence',
      { direction: 'talents', kind: 'note', title: 'Справка', number: '7' },
      { schoolYear: '2019/20' },
    ),
    recordRow('evidence', { direction: 'talents', kind: 'note', title: 'Старая' }, { schoolYear: '2018/19' }),
    recordRow(
      'evidence',
      { direction: 'leaders', kind: 'letter', title: 'Письмо', link: address },
      { unit: 's1' },
    ),
    recordRow('evidence', { direction: 'talents', kind: 'note', title: 'Чужая' }, { unit: 'x' }),
    recordRow('criteria_self', { mark: 'yes', document: 'Приказ № 1' }, { key: 'map/talents/2.4/district' }),
    recordRow('criteria_self', { mark: 'yes' }, { key: 'map/talents/1.1/district' }),
    recordRow(
      'criteria_self',
      { mark: 'yes' },
      { key: 'map/talents/2.2/district', answers: { link: 'rejected' } },
    ),
    recordRow(
      'activity',
      { evidence: 'справка № 3', done_on: '2022-03-01', link: address },
      { key: 'map/1@2022-12-31' },
    ),
    recordRow('activity', { status: 'done' }, { key: 'map/1@2022-12-31', unit: 's1' }),
    recordRow('criteria_expected', { mark: 'yes', link: address }, { key: 'map/talents/2022/1' }),
  ];
  const found = evidenceRows({ catalog, schoolYear: '2021/22', records, units: new Set(['d1', 's1']) });
  expect(
    found.map(({ schoolYear, unit, of, direction, links, title, evidence }) => [
      ...[schoolYear, unit, of, direction, links.join(), title],
      evidence.document ?? '',
      evidence.link ?? (evidence.badLink ? 'bad' : ''),
    ]),
  ).toEqual([
    ['2021/22', 's1', 'document', 'leaders', '', 'Письмо', '', address],
    ['2021/22', 'd1', 'criterion', 'talents', 'analysis', '4. Анализ результатов', 'Приказ № 1', ''],
    ['2021/22', 'd1', 'criterion', 'talents', 'indicators', '2. по выявлению', '', 'bad'],
    ['2021/22', 'd1', 'activity', 'talents', 'analysis', 'Анализ работы', 'справка № 3', address],
    ['2021/22', 'd1', 'expected', 'talents', 'analysis', 'Анализ за год', '', address],
    ['2019/20', 'd1', 'document', 'talents', 'analysis', 'Справка', '№ 7', ''],
  ]);
});
