import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../../shared/catalog/choices.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { choiceWords, parseField } from '../../../shared/record/parse-field.ts';
import { cellScalar, type Typed } from '../../fixtures/cell-scalar.ts';
import { recordCatalog } from '../../fixtures/record-catalog.ts';

/** The value, else the status and the code of the issue. */
function read(path: string, typed: Typed): unknown {
  const [record = '', code = ''] = path.split('.');
  const field = recordCatalog.records.get(record)!.fields.find((one) => one.code === code)!;
  const synonyms = recordCatalog.synonyms.filter((s) => s.dimension === field.list);
  const rules = { field, choices: choiceWords(choicesOf(recordCatalog, field), synonyms) };
  const { status, value, issues } = parseField(cellScalar(typed), rules);
  return value ?? [status, ...issues.map((issue) => issue.code)].join(' ');
}

const date = (day: string): CellScalar => ({ type: 'date', day });

describe('a field of a register', () => {
  it.each<[string, Typed, unknown]>([
    ['acts.kind', 'Положение', 'rules'],
    ['acts.kind', '  положение ', 'rules'],
    ['acts.kind', 'order', 'order'],
    ['acts.kind', 'Приказ, распоряжение', 'order'],
    ['acts.kind', 'Регламент', 'rules'],
    ['acts.kind', 'нет', 'none'],
    ['acts.kind', 'Устав', 'rejected cell.list'],
    ['acts.kind', 5, 'rejected cell.list'],
    ['acts.kind', 'н/д', 'no_data'],
    ['acts.kind', 'Петров Пётр Петрович', 'rejected cell.personal_data'],
    ['events.direction', 'таланты', 'talents'],
    ['acts.title', ' О системе  оценки ', 'О системе  оценки'],
    ['acts.title', 'СОШ им. Магомедова З.М.', 'СОШ им. Магомедова З.М.'],
    ['acts.title', 'Петров Пётр Петрович', 'rejected cell.personal_data'],
    ['acts.title', 12, '12'],
    ['acts.title', { type: 'error', value: '#REF!' }, 'rejected cell.formula_error'],
    ['acts.approved_on', date('2025-03-15'), '2025-03-15'],
    ['acts.approved_on', '15.03.2025', '2025-03-15'],
    ['acts.approved_on', 45731, '2025-03-15'],
    ['acts.approved_on', 'весной', 'rejected cell.date'],
    ['acts.approved_on', '31.02.2025', 'rejected cell.date'],
    ['acts.link', 'https://school.ru/doc/89161234567.pdf', 'https://school.ru/doc/89161234567.pdf'],
    ['acts.link', ' HTTP://школа.рф ', 'HTTP://школа.рф'],
    ['acts.link', 'https://school.ru:8080/?a=1#b', 'https://school.ru:8080/?a=1#b'],
    ['acts.link', 'school.ru/doc', 'rejected cell.link'],
    ['acts.link', 'ftp://school.ru/doc', 'rejected cell.link'],
    ['acts.link', 'javascript:alert(1)', 'rejected cell.link'],
    ['acts.link', 'https://', 'rejected cell.link'],
    ['acts.link', 'https://localhost/doc', 'rejected cell.link'],
    ['acts.link', 'https://u:p@school.ru/', 'rejected cell.link'],
    ['acts.link', 'https://a.ru https://b.ru', 'rejected cell.link'],
    ['acts.link', 'х', 'not_applicable'],
    ['events.people', '1 234', 1234],
    ['events.people', 12.5, 'rejected cell.not_integer'],
    ['events.people', -1, 'rejected cell.range'],
    ['events.rate', { type: 'number', value: 0.855, percent: true }, 85.5],
    ['events.rate', '85,5 %', 85.5],
    ['events.rate', 101, 'rejected cell.range'],
    ['events.held', 'Да', 1],
    ['events.held', false, 0],
    ['events.held', 'может быть', 'rejected cell.list'],
    ['events.month', 'март 2025', '2025-03'],
    ['events.month', 'Мая 2025 г.', '2025-05'],
    ['events.month', 'сент. 2024', '2024-09'],
    ['events.month', '03.2025', '2025-03'],
    ['events.month', '2025-12', '2025-12'],
    ['events.month', date('2025-03-01'), '2025-03'],
    ['events.month', '13.2025', 'rejected cell.date'],
    ['events.month', 'весна 2025', 'rejected cell.date'],
    ['events.year', 2025, 2025],
    ['events.year', '2025 г.', 2025],
    ['events.year', 25, 'rejected cell.date'],
    ['events.study', '2024/25', '2024/25'],
    ['events.study', '2024-2025 учебный год', '2024/25'],
    ['events.study', '2024–25 уч. г.', '2024/25'],
    ['events.study', '2024/26', 'rejected cell.date'],
    ['events.study', '2024/2026', 'rejected cell.date'],
    ['events.study', 2024, 'rejected cell.date'],
    ['events.by', 'МКОУ «СОШ № 1 им. Гамзатова Р.Г.»', 'МКОУ «СОШ № 1 им. Гамзатова Р.Г.»'],
  ])('%s: %j → %s', (path, typed, expected) => {
    expect(read(path, typed)).toEqual(expected);
  });
});
