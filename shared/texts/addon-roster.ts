import { plural } from './plural.ts';

/** What people read in the sidebar of a workbook that a district fills for its organisations. */
export const addonRosterTexts = {
  title: 'За какую организацию',
  search: 'Найти организацию',
  searchHint: 'название или код',
  card: (words: string, code: string) => `${words} · код ${code}`,
  found: (count: number, done: number, shown: number) =>
    count === 0
      ? 'Такой организации здесь нет. Измените слова.'
      : [
          plural(count, 'организация', 'организации', 'организаций'),
          `полностью заполнено: ${done}`,
          ...(shown < count ? [`показаны первые ${shown}`] : []),
        ].join(', '),
  next: (name: string) => `Следующая организация: ${name}`,
  toList: 'К списку организаций',
  other: 'Другая организация',
  unit: (name: string, words: string) => `${name} · ${words}`,
} as const;
