import { describe, expect, it } from 'vitest';
import { trend, yearsBack } from '../../../shared/summary/trend.ts';
import { periodText, plural, summaryTexts } from '../../../shared/texts/summary.ts';
import { result } from './district.ts';

describe('yearsBack', () => {
  const cases: readonly (readonly [string, number, string | undefined])[] = [
    ['2024/25', 1, '2023/24'],
    ['2024/25', 3, '2021/22'],
    ['2024/25:start', 1, '2023/24:start'],
    ['2024/25:q4', 2, '2022/23:q4'],
    ['2025', 1, '2024'],
    ['2024-11', 1, '2023-11'],
    ['2025-03', 1, '2024-03'],
    ['2025-H2', 1, '2024-H2'],
    ['wrong', 1, undefined],
  ];
  for (const [period, years, expected] of cases) {
    it(`${period} − ${years} → ${expected}`, () => expect(yearsBack(period, years)).toBe(expected));
  }
});

describe('trend', () => {
  const share = { kind: 'share', better: 'higher' } as const;
  const now = result('a', 'gor', '2024/25', 80, { denominator: 70, low: 69.18, high: 87.7 });
  const before = result('a', 'gor', '2023/24', 60, { denominator: 80, low: 49.04, high: 70.04 });

  it('is the difference of the values with its verdict', () => {
    const found = trend(now, before, share)!;
    expect(found).toEqual({ delta: 20, difference: 'noticeable', judgement: 1 });
    expect(summaryTexts.trend(found, '%')).toBe('+20,0 п. п.: заметно лучше');
    const worse = trend(before, now, share)!;
    expect(summaryTexts.trend(worse, '%')).toBe('−20,0 п. п.: заметно хуже');
    expect(summaryTexts.trend(trend(now, before, { kind: 'share', better: 'neutral' })!, '%')).toBe(
      '+20,0 п. п.: отличие заметно',
    );
  });

  it('does not judge what chance explains', () => {
    const close = result('a', 'gor', '2023/24', 77.5, { denominator: 80, low: 67.2, high: 85.3 });
    const found = trend(now, close, share)!;
    expect(found).toEqual({ delta: 2.5, difference: 'within_error', judgement: 0 });
    expect(summaryTexts.trend(found, '%')).toBe('+2,5 п. п.: в пределах погрешности');
  });

  it('judges counts by their direction only', () => {
    const count = { kind: 'count', better: 'lower' } as const;
    const found = trend(result('a', 'gor', '2024/25', 7), result('a', 'gor', '2023/24', 12), count)!;
    expect(found).toEqual({ delta: -5, difference: 'unknown', judgement: 1 });
    expect(summaryTexts.trend(found, 'единиц')).toBe('−5: лучше');
  });

  it('is none without a value in either year, and for a change', () => {
    expect(trend(now, undefined, share)).toBeUndefined();
    expect(trend(now, result('a', 'gor', '2023/24', 'not_reported'), share)).toBeUndefined();
    expect(trend(result('a', 'gor', '2024/25', 'rejected'), before, share)).toBeUndefined();
    expect(trend(now, before, { kind: 'change', better: 'higher' })).toBeUndefined();
  });

  it('calls equal values unchanged', () => {
    expect(summaryTexts.trend(trend(now, { ...now, period: '2023/24' }, share)!, '%')).toBe('без изменений');
  });
});

describe('words', () => {
  const periods: readonly (readonly [string, string])[] = [
    ['2024/25', '2024/25 учебный год'],
    ['2024/25:middle', 'промежуточный контроль, 2024/25'],
    ['2024/25:q2', '2 четверть, 2024/25'],
    ['2025', '2025 год'],
    ['2025-H1', '1 полугодие 2025 г.'],
    ['2025-Q3', '3 квартал 2025 г.'],
    ['2025-03', 'март 2025 г.'],
    ['нет такого', 'нет такого'],
  ];
  for (const [key, expected] of periods) it(key, () => expect(periodText(key)).toBe(expected));

  const counts: readonly (readonly [number, string])[] = [
    [1, '1 ошибка'],
    [2, '2 ошибки'],
    [5, '5 ошибок'],
    [11, '11 ошибок'],
    [21, '21 ошибка'],
    [112, '112 ошибок'],
    [0, '0 ошибок'],
  ];
  for (const [n, expected] of counts)
    it(expected, () => expect(plural(n, 'ошибка', 'ошибки', 'ошибок')).toBe(expected));

  it('takes the legal form off a name', () => {
    const { shortName } = summaryTexts.organisations;
    expect(shortName('МБОУ «Озёрная СОШ № 1»')).toBe('Озёрная СОШ № 1');
    expect(shortName('Детский сад № 3')).toBe('Детский сад № 3');
    expect(shortName('Средняя общеобразовательная школа с. Луговое')).toBe('СОШ с. Луговое');
    expect(shortName('МКОУ «Гимназия «Родник»')).toBe('«Гимназия «Родник»');
  });
});
