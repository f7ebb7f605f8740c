import { describe, expect, it } from 'vitest';
import { assessTarget, type Fact } from '../../../shared/target/assess-target.ts';
import { parseTarget } from '../../../shared/target/parse-target.ts';
import type { Target } from '../../../shared/target/target.ts';

const document = { type: 'document' } as const;
const count = (least: number, perYear = false) => ({ type: 'count', least, perYear }) as const;
const share = (least: number, perYear = false) => ({ type: 'share', least, perYear }) as const;

describe('a printed target', () => {
  it.each<readonly [string, Target]>([
    ['', []],
    ['Наличие аналитической справки', [document]],
    ['Протокол совещания', [document]],
    ['ФГККО, наличие аналитической информации', [document]],
    ['Наличие отчета по результатам мониторинга. Рекомендации по его результатам', [document]],
    ['Участие ОО в соответствии с выборкой', [{ type: 'participation' }]],
    ['Участие в конкурсе не менее 3-х образовательных организаций', [count(3)]],
    ['Участие не менее 30% руководителей образовательных организаций', [share(30)]],
    ['Охват не менее 20% педагогов', [share(20)]],
    ['Повышение квалификации не менее 14 человек', [count(14)]],
    ['Не менее 2-х участников', [count(2)]],
    ['Не менее 2 чел.', [count(2)]],
    ['Не менее 1-2 человека', [count(1)]],
    ['Не менее 3-5 человек', [count(3)]],
    ['Не менее 4-х мероприятий в год', [count(4, true)]],
    ['Не менее 4-х публикаций в год Не менее 4-х материалов в год', [count(4, true), count(4, true)]],
    ['Семинары, совещания, круглые столы (не менее 3 ежегодно)', [count(3, true)]],
    [
      'Наличие аналитических материалов. Доля педагогов, прошедших диагностику (не менее 5% ежегодно)',
      [document, share(5, true)],
    ],
    ['Увеличение доли детей, вовлеченных в реализацию проектов', [{ type: 'growth', up: true }]],
    ['Снижение количества правонарушений', [{ type: 'growth', up: false }]],
    ['Исполнение мероприятий дорожной карты', [{ type: 'execution' }]],
    ['Доля педагогов, повысивших квалификацию, от общего количества педагогов', [{ type: 'figure' }]],
    [
      'Ежегодное увеличение числа участников: 2020- 20%, 2021- 35%, 2022 – 50%',
      [
        {
          type: 'trajectory',
          byYear: new Map([
            [2020, 20],
            [2021, 35],
            [2022, 50],
          ]),
        },
      ],
    ],
  ])('«%s»', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });
});

const nothing: Fact = { numbers: [], hasEvidence: false, isDone: false, year: 2021 };

describe('a fact', () => {
  const facts: readonly (readonly [string, Partial<Fact>, string, number | undefined])[] = [
    ['Наличие приказов', {}, 'no_data', undefined],
    ['Наличие приказов', { isDone: true }, 'not_met', undefined],
    ['Наличие приказов', { hasEvidence: true }, 'met', undefined],
    ['Не менее 14 человек', {}, 'no_data', undefined],
    ['Не менее 14 человек', { isDone: true, hasEvidence: true }, 'no_data', undefined],
    ['Не менее 14 человек', { numbers: [14] }, 'met', undefined],
    ['Не менее 14 человек', { numbers: [7] }, 'partly', 50],
    ['Не менее 14 человек', { numbers: [0] }, 'not_met', undefined],
    ['Не менее 30% обучающихся', { numbers: [29.97] }, 'partly', 99.9],
    ['Не менее 30% обучающихся', { numbers: [30] }, 'met', undefined],
    ['Не менее 1-2 человека', { numbers: [1] }, 'met', undefined],
    ['Увеличение доли детей', { numbers: [12] }, 'no_base', undefined],
    ['Увеличение доли детей', {}, 'no_data', undefined],
    ['Увеличение доли детей', { numbers: [12], before: [12] }, 'not_met', undefined],
    ['Увеличение доли детей', { numbers: [12.1], before: [12] }, 'met', undefined],
    ['Снижение количества случаев', { numbers: [3], before: [4] }, 'met', undefined],
    ['Рост: 2020- 20%, 2021- 35%, 2022 – 50%', { numbers: [34.9] }, 'partly', (34.9 / 35) * 100],
    ['Рост: 2020- 20%, 2021- 35%, 2022 – 50%', { numbers: [34.9], year: 2020 }, 'met', undefined],
    ['Рост: 2020- 20%, 2021- 35%, 2022 – 50%', { numbers: [49], year: 2023 }, 'partly', 98],
    ['Рост: 2020- 20%, 2021- 35%', { numbers: [49], year: 2019 }, 'no_data', undefined],
    ['Исполнение мероприятий дорожной карты', { numbers: [80] }, 'partly', 80],
    ['Исполнение мероприятий дорожной карты', { answer: true }, 'met', undefined],
    ['Участие ОО', { answer: false }, 'not_met', undefined],
    ['Участие ОО', { numbers: [3] }, 'met', undefined],
    ['Участие ОО', { numbers: [0] }, 'not_met', undefined],
    ['Участие ОО', {}, 'no_data', undefined],
    ['Доля педагогов', { numbers: [5] }, 'met', undefined],
    ['Доля педагогов', {}, 'no_data', undefined],
    ['Не менее 4-х публикаций в год Не менее 4-х материалов в год', { numbers: [4, 5] }, 'met', undefined],
    ['Не менее 4-х публикаций в год Не менее 4-х материалов в год', { numbers: [4] }, 'no_data', undefined],
    ['Не менее 4-х публикаций в год Не менее 4-х материалов в год', { numbers: [4, 0] }, 'partly', undefined],
    ['Наличие справки. Доля (не менее 5% ежегодно)', { numbers: [6], isDone: true }, 'partly', undefined],
    ['Наличие справки. Доля (не менее 5% ежегодно)', { numbers: [6], hasEvidence: true }, 'met', undefined],
    ['', { isDone: true, hasEvidence: true }, 'no_data', undefined],
  ];

  it.each(facts)('«%s» with %o: %s', (text, fact, verdict, percent) => {
    const result = assessTarget(parseTarget(text), { ...nothing, ...fact });
    expect(result.verdict).toBe(verdict);
    if (percent === undefined) expect(result.percent).toBeUndefined();
    else expect(result.percent).toBeCloseTo(percent, 9);
  });
});
