import { describe, expect, it } from 'vitest';
import { type IssueCode, issueSeverities } from '../../../shared/issue/codes.ts';
import type { Issue } from '../../../shared/issue/issue.ts';
import { issueText } from '../../../shared/texts/issues.ts';

const codes = Object.keys(issueSeverities) as IssueCode[];
const place = { file: 'a.xlsx', tab: 'Форма', cell: 'E5' };

describe('texts of issues', () => {
  it.each(codes)('%s says in Russian what is wrong and what to do', (code) => {
    for (const where of [
      place,
      { file: 'a.xlsx' },
      { file: 'a.xlsx', tab: 'Форма' },
      { file: 'a.csv', line: 2 },
    ]) {
      const { text, todo } = issueText({ code, place: where });
      for (const sentence of [text, todo]) {
        expect(sentence).toMatch(/^(?:[А-ЯЁ]|Google ).*[.!]$/s);
        expect(sentence.length).toBeGreaterThan(15);
        expect(sentence).not.toMatch(/undefined|NaN|\[object| {2}|«»|\(\)| [.,:](?!xls|csv)/);
      }
      expect(todo).not.toBe(text);
    }
  });

  const check = (title: string, issue: Omit<Issue, 'place'>, expected: string) =>
    it(title, () => {
      expect(issueText({ place, ...issue }).text).toBe(expected);
    });

  check(
    'names what was typed',
    { code: 'cell.not_number', raw: '12 чел.' },
    'Вместо числа введено «12 чел.».',
  );
  check(
    'names the bounds',
    { code: 'cell.range', raw: '101', params: { min: 0, max: 100.5 } },
    'Значение «101» вне допустимых границ: оно должно быть от 0 до 100,5.',
  );
  check(
    'names one bound',
    { code: 'cell.range', raw: '-1', params: { min: 0 } },
    'Значение «-1» вне допустимых границ: оно должно быть не меньше 0.',
  );
  check(
    'names both values and places of a conflict',
    {
      code: 'value.conflict',
      params: { value: '5', source: 'a.csv#L2', other: 'no_data', otherSource: 'b.csv#L3' },
    },
    'Два источника называют разные значения: «5» (a.csv#L2) и «нет данных» (b.csv#L3). ' +
      'Какое из них новее, неизвестно, поэтому не учтено ни одно.',
  );
  check(
    'tells tables of a register that differ',
    { code: 'value.conflict', params: { otherSource: 'b.xlsx#Акты!B8', table: 1 } },
    'Две книги одного времени содержат разные строки этого реестра (вторая — b.xlsx#Акты!B8). Не учтена ни одна.',
  );
  check(
    'names the field of a register and what it wants',
    { code: 'cell.date', raw: 'весна', params: { type: 'month' } },
    'Нужен месяц и год, а введено «весна».',
  );
  check(
    'names the list of a register',
    { code: 'cell.list', raw: 'Устав', params: { list: 'Вид акта' } },
    'В графе «Вид акта» нужен ответ из списка, а введено «Устав».',
  );
  check(
    'names the kind of personal data only',
    { code: 'cell.personal_data', params: { kind: 'phone' } },
    'В ячейке обнаружены персональные данные: номер телефона. Значение не прочитано и нигде не сохранено.',
  );
  check(
    'names the missing columns of a register',
    { code: 'register.incomplete', params: { columns: 'type, region' } },
    'В реестре нет столбцов: тип организации (type), регион (region). Часть показателей посчитать не удастся.',
  );
  check(
    'names both values that a rule compared',
    {
      code: 'check.part_over_whole',
      message: 'Часть больше целого.',
      params: { left: 130.5, right: 120, rule: 'r' },
    },
    'Часть больше целого. Сравнивались 130,5 и 120.',
  );
  check(
    'takes the words of the rule where it has some',
    { code: 'check.part_over_whole', message: 'Обучающихся 1–4 классов больше, чем всего.' },
    'Обучающихся 1–4 классов больше, чем всего.',
  );
});
