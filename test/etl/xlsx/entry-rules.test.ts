import fc from 'fast-check';
import { strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { entryFormula, linkFormula } from '../../../etl/drawing/entry-formula.ts';
import { rectangles } from '../../../etl/drawing/rectangles.ts';
import { unpack } from '../../../etl/xlsx/normalise.ts';
import { writeWorkbook } from '../../../etl/xlsx/write.ts';
import { missingStatus } from '../../../shared/parse/missing-words.ts';
import type { EntryRule, PlanCell } from '../../../shared/plan/plan.ts';
import { missingAnswers } from '../../../shared/texts/spreadsheet.ts';

const words = { promptTitle: 'Подсказка', prompt: 'Введите', error: 'Нельзя' };

async function rules(...cells: PlanCell[]): Promise<string[]> {
  const bytes = await writeWorkbook({
    title: '',
    sheets: [
      { name: 'Л', columns: [], rows: [{ cells }], print: { orientation: 'portrait' }, protect: true },
    ],
  });
  const xml = strFromU8(unpack(bytes).get('xl/worksheets/sheet1.xml') as Uint8Array);
  return [...xml.matchAll(/<dataValidation .*?<\/dataValidation>/g)].map(([rule]) => rule);
}

describe('rules of entry cells', () => {
  test.each<[string, EntryRule, string]>([
    [
      'integer',
      { type: 'integer', min: 0, max: 30, ...words },
      'IF(ISNUMBER(A1),AND(A1>=0,A1<=30,A1=INT(A1)),AND(ISNUMBER(FIND(',
    ],
    [
      'decimal',
      { type: 'decimal', min: -1.5, digits: 1, ...words },
      'IF(ISNUMBER(A1),AND(A1>=-1.5,A1<=9E+15),AND(',
    ],
    ['free decimal', { type: 'decimal', ...words }, 'IF(ISNUMBER(A1),AND(A1>=-9E+15,A1<=9E+15),AND('],
    ['date', { type: 'date', ...words }, 'IF(ISNUMBER(A1),AND(A1>=32874,A1<=73050),AND('],
  ])('%s is checked by a formula', async (_, entry, part) => {
    const [rule = ''] = await rules({ column: 1, entry });
    const formula = rule
      .replace(/&gt;/g, '>')
      .replace(/&lt;/g, '<')
      .replace(/&quot;/g, '"');
    expect(formula).toContain('type="custom"');
    expect(formula).toContain(part);
    expect(formula).toContain('|н/д|нет данных|нет сведений|x|х|не ведём|не ведем|неприменимо|');
  });

  test('the longest formula stays within the 255 characters of Excel', () => {
    const bound = { min: -9_007_199_254_740_000, max: 9_007_199_254_740_000 };
    for (const rule of [{ type: 'integer' as const }, { type: 'integer' as const, min: -1e6, max: 1e9 }]) {
      expect(entryFormula({ ...rule, ...words }, 'AAA99999').length).toBeLessThanOrEqual(255);
    }
    expect(entryFormula({ type: 'integer', ...bound, ...words }, 'A999').length).toBeLessThanOrEqual(255);
    expect(linkFormula('AAA99999').length).toBeLessThanOrEqual(255);
  });

  test('every rule refuses and explains', async () => {
    const types = ['integer', 'decimal', 'yes_no', 'date', 'text', 'list', 'link'] as const;
    const cells = types.map((type, index) => ({
      column: 2 * index + 1,
      entry: { type, list: ['а', 'б'], ...words } as EntryRule,
    }));
    const found = await rules(...cells);
    expect(found).toHaveLength(types.length);
    for (const rule of found) {
      expect(rule).toMatch(/showErrorMessage="1"/);
      expect(rule).toMatch(/showInputMessage="1"/);
      expect(rule).toMatch(/errorStyle="stop"/);
      expect(rule).toMatch(/errorTitle="Проверьте значение"/);
      expect(rule).toMatch(/error="Нельзя"/);
      expect(rule).toMatch(/allowBlank="1"/);
    }
  });

  test('titles and texts stay within the limits of Excel', async () => {
    const long = 'Очень длинная подсказка о том, что и как вводить. '.repeat(20);
    const [rule = ''] = await rules({
      column: 1,
      entry: { type: 'integer', promptTitle: long, prompt: long, error: long },
    });
    const length = (name: string): number => new RegExp(` ${name}="([^"]*)"`).exec(rule)?.[1]?.length ?? 0;
    expect([length('promptTitle'), length('prompt'), length('error')]).toEqual([32, 255, 225]);
  });

  test.each<[string, string[], string]>([
    ['short', ['сельская', 'городская'], '&quot;сельская,городская&quot;'],
    ['comma inside', ['да, полностью', 'нет'], 'msoko_list_1'],
    ['quote inside', ['школа "А"', 'нет'], 'msoko_list_1'],
    [
      '255 characters',
      ['я'.repeat(127), 'ю'.repeat(127)],
      `&quot;${'я'.repeat(127)},${'ю'.repeat(127)}&quot;`,
    ],
    ['256 characters', ['я'.repeat(127), 'ю'.repeat(128)], 'msoko_list_1'],
  ])('a list: %s', async (_, list, formula) => {
    const [rule] = await rules({ column: 1, entry: { type: 'list', list, ...words } });
    expect(rule).toContain(`<formula1>${formula}</formula1>`);
  });

  test('the formula fits into 255 characters at the far corner of a sheet', () => {
    const far: EntryRule = { type: 'integer', min: -1_000_000, max: 999_999_999, ...words };
    expect(entryFormula(far, 'AAA10000').length).toBeLessThanOrEqual(255);
  });
});

test('rectangles cover each cell once, with its own key', () => {
  const cells = fc
    .uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), { selector: String, maxLength: 49 })
    .chain((places) =>
      fc.tuple(fc.constant(places), fc.array(fc.constantFrom('a', 'b'), { minLength: 49, maxLength: 49 })),
    )
    .map(([places, keys]) =>
      places
        .map(([row, column], index) => ({ row: row + 1, column: column + 1, key: keys[index] as string }))
        .sort((a, b) => a.row - b.row || a.column - b.column),
    );
  fc.assert(
    fc.property(cells, (given) => {
      const covered: { row: number; column: number; key: string }[] = [];
      for (const { range, first } of rectangles(given)) {
        for (let row = range.firstRow; row <= range.lastRow; row++) {
          for (let column = range.firstColumn; column <= range.lastColumn; column++) {
            covered.push({ row, column, key: first.key });
          }
        }
      }
      covered.sort((a, b) => a.row - b.row || a.column - b.column);
      expect(covered).toEqual(given);
    }),
  );
});

test('a full block is one rectangle', () => {
  const block = [1, 2, 3].flatMap((row) => [4, 5].map((column) => ({ row, column, key: 'k' })));
  expect(rectangles(block).map(({ range }) => range)).toEqual([
    { firstRow: 1, firstColumn: 4, lastRow: 3, lastColumn: 5 },
  ]);
});

test.each(missingAnswers)('the reader understands what the rule lets through: «%s»', (answer) => {
  expect(missingStatus(answer)).toBeDefined();
});
