import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSheetNames } from '../../../shared/plan/sheet-name.ts';
import { sheetName } from '../../../shared/template/sheet-name.ts';

describe('sheetName', () => {
  it.each([
    ['Контингент обучающихся', 'Контингент обучающихся'],
    ['Предметная подготовка: входной, промежуточный и итоговый контроль', 'Предметная подготовка'],
    ['Общественное (независимое) наблюдение в организации', 'Общественное наблюдение'],
    ['Основной государственный экзамен', 'ОГЭ'],
    ['Результаты по предметам/классам', 'Результаты по предметам классам'],
    ["'Кавычки'", 'Кавычки'],
    ['', '1'],
  ])('%s → %s', (title, name) => {
    expect(sheetName(title, new Set())).toBe(name);
  });

  it('numbers equal names, whatever their case', () => {
    const taken = new Set(['титул']);
    expect(['Титул', 'ТИТУЛ'].map((title) => sheetName(title, taken))).toEqual(['Титул 2', 'ТИТУЛ 3']);
  });

  it('gives names that spreadsheets take', () => {
    const title = fc.string({ unit: fc.constantFrom(..."аб в,.:/\\?*[]'()«»—и1Я"), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 8 }), (titles) => {
        const taken = new Set<string>();
        const names = titles.map((one) => sheetName(one, taken));
        expect(() => checkSheetNames(names)).not.toThrow();
      }),
    );
  });
});
