import type { Issue } from '../issue/issue.ts';
import { formatNumber, typedNumber } from '../number/decimal.ts';
import { periodText } from './period-text.ts';

/** All digits of what was typed, with a decimal comma. */
const exact = (value: number): string => typedNumber(value).replace('-', '−');

/**
 * The values that a check compared, as a sentence of its own with a space before; nothing for an issue that compares
 * none. «Было … , стало …» for a check over time, the middle half of the peers for a comparison with them.
 */
export function comparedValues({ params = {}, period }: Pick<Issue, 'params' | 'period'>): string {
  const { left, right, before, now, beforePeriod, value, first, third, peers, unit } = params;
  if (typeof before === 'number' && typeof now === 'number') {
    const [then, today] = [beforePeriod, period].map((key) =>
      key === undefined ? '' : ` (${periodText(`${key}`)})`,
    );
    return ` Было ${exact(before)}${then}, стало ${exact(now)}${today}.`;
  }
  if (typeof value === 'number' && typeof first === 'number' && typeof third === 'number') {
    const of = unit === undefined || unit === '' ? '' : ` ${unit}`;
    const range = `от ${formatNumber(first)} до ${formatNumber(third)}`;
    return ` Здесь ${formatNumber(value)}${of}, а у половины похожих организаций (их ${peers}) — ${range}.`;
  }
  if (typeof left === 'number' && typeof right === 'number') {
    return ` Сравнивались ${exact(left)} и ${exact(right)}.`;
  }
  return '';
}
