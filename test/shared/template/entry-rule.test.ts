import { describe, expect, it } from 'vitest';
import type { DataElement } from '../../../shared/catalog/types.ts';
import { clipped, entryRule } from '../../../shared/template/entry-rule.ts';
import { element } from './catalog-fixture.ts';

const ruleOf = (more: Partial<DataElement>) => entryRule(element('e', 'f', 'Обучающихся', more));

describe('entryRule', () => {
  it.each<[Partial<DataElement>, object]>([
    [
      { type: 'integer', min: 0 },
      { type: 'integer', min: 0 },
    ],
    [
      { type: 'integer', min: 0, max: 100 },
      { type: 'integer', min: 0, max: 100 },
    ],
    [
      { type: 'decimal2', max: 5 },
      { type: 'decimal', digits: 2, min: 0, max: 5 },
    ],
    [{ type: 'yes_no' }, { type: 'yes_no' }],
    [{ type: 'date' }, { type: 'date' }],
    [{ type: 'text' }, { type: 'text' }],
  ])('%o', (more, expected) => {
    const { promptTitle, prompt, error, ...rest } = ruleOf(more);
    expect(rest).toEqual(expected);
    for (const text of [promptTitle, prompt, error]) expect(text).toMatch(/[а-яё]/);
  });

  it('names the bounds and the words that stand for no value', () => {
    expect(ruleOf({ type: 'integer', min: 0, max: 12000 }).error).toBe(
      'Внесите целое число от 0 до 12\u00a0000, или «н/д» (нет данных), или «х» (неприменимо).',
    );
    expect(ruleOf({ type: 'decimal1', max: 99.5 }).error).toContain('от 0 до 99,5');
  });

  it('prompts with the help, else with what is expected', () => {
    expect(ruleOf({ help: 'Кого считать.' }).prompt).toBe('Кого считать.');
    expect(ruleOf({}).prompt).toContain('целое число');
  });

  it('keeps within the limits of spreadsheets', () => {
    const rule = ruleOf({ name: 'слово '.repeat(20), help: 'слово '.repeat(80) });
    expect(rule.promptTitle.length).toBeLessThanOrEqual(32);
    expect(rule.prompt.length).toBeLessThanOrEqual(255);
    expect(clipped('раз два три', 9)).toBe('раз два…');
  });
});
