import { parsePeriod } from '../period/period.ts';
import { months } from './months.ts';

const stages: Readonly<Record<string, string>> = {
  start: 'входной контроль',
  middle: 'промежуточный контроль',
  end: 'итоговый контроль',
};

/** `2024/25:start` → «входной контроль»; the school year is added unless `short`. */
export function periodText(key: string, short = false): string {
  const period = parsePeriod(key);
  if (!period) return key;
  const school = /^(\d{4}\/\d\d)(?::(.+))?$/.exec(key);
  if (school) {
    const [, year = '', part] = school;
    if (part === undefined) return short ? year : `${year} учебный год`;
    const name = stages[part] ?? `${part.slice(1)} четверть`;
    return short ? name : `${name}, ${year}`;
  }
  const year = key.slice(0, 4);
  const part = key.slice(5);
  if (part === '') return `${year} год`;
  if (part.startsWith('H')) return `${part.slice(1)} полугодие ${year} г.`;
  if (part.startsWith('Q')) return `${part.slice(1)} квартал ${year} г.`;
  return `${months[Number(part) - 1]} ${year} г.`;
}
