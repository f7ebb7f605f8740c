import { beforeAll, describe, expect, it } from 'vitest';
import type { FormBook, OpenedTab } from '../../appsscript/calls/form.ts';
import type { RowAnswer } from '../../appsscript/calls/record.ts';
import { readSource } from '../../etl/source/read-source.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { readDefinitions } from '../../shared/definitions/read-definitions.ts';
import { toCatalog } from '../../shared/definitions/to-catalog.ts';
import { openRegister, rowContext } from '../../shared/form-view/register.ts';
import { rowAnswer } from '../../shared/form-view/row-answer.ts';
import { rowIssues } from '../../shared/form-view/row-view.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import { parseDateText } from '../../shared/parse/date-text.ts';
import type { PlanSheet } from '../../shared/plan/plan.ts';
import { readRecordTabs } from '../../shared/record/read-record-tabs.ts';
import type { RecordRow } from '../../shared/record/record.ts';
import { type Book, placeOf } from '../appsscript/fakes/book.ts';
import { bookOfPlan } from '../appsscript/fakes/book-of-plan.ts';
import { openRealm } from '../appsscript/realm.ts';
import { recordsPlan, registersCatalog } from '../fixtures/records-plan.ts';
import { workbookOfBook } from '../fixtures/workbook-of-book.ts';

/** What a person enters, by register: texts as they are typed, row by row. */
const typed: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  regulation: [
    { kind: 'Приказ', title: 'О контрольных работах', number: '2025-03', approved_on: '12.03.2025' },
    {
      kind: 'Положение',
      title: '1.10',
      approved_on: '01.09.2024',
      link: 'https://school.example/89123456789',
    },
    { kind: 'Регламент', title: '=1+1', link: 'н/д' },
  ],
  practice: [
    {
      title: 'Чтение с пониманием',
      direction: 'Система методической работы',
      year: '2023',
    },
  ],
  control_material: [
    {
      title: 'Диагностика',
      purpose: 'Входной контроль',
      year: 'х',
      specification: 'да',
      codifier: 'нет',
      demo: 'н/д',
    },
  ],
  survey: [
    {
      audience: 'Родители (законные представители)',
      title: 'Довольны ли питанием',
      held: 'март 2025',
      asked: '1 200',
      responded: '800',
      satisfied: 'н/д',
    },
    { title: 'Без обязательных', result: 'нет данных' },
  ],
};

/** The registers of this test alone: a workbook of all takes longer to write. */
const catalog: Catalog = {
  ...registersCatalog,
  records: new Map([...registersCatalog.records].filter(([code]) => code in typed)),
};
const plan = () => recordsPlan({}, 'organisation', catalog);

interface Read {
  readonly records: readonly (readonly unknown[])[];
  readonly issues: readonly string[];
}

const said = (records: readonly RecordRow[], issues: readonly Issue[]): Read => ({
  records: records.map(({ record, no, values, answers }) => [record, no, values, answers]),
  issues: issues.map(({ code, element, raw }) => [code, element, raw].join('|')).sort(),
});

/** A spreadsheet as the shared reader gets it. */
function read(book: Book): Read {
  const { records, issues } = readRecordTabs(workbookOfBook(book), catalog, {
    file: 'book',
    unit: 's1',
    schoolYear: '2024/25',
  });
  return said(records, issues);
}

/** Column of a field and the first row below the headings. */
function placeIn(book: Book, register: string, field: string) {
  for (const tab of book.tabs) {
    for (const [at, { value }] of tab.cells)
      if (value === `${register}.${field}`)
        return { tab, column: at.replace(/\d+/, ''), row: placeOf(at).row + 2 };
  }
  throw new Error(`no column ${register}.${field}`);
}

/** Typed by hand: a day is one to Sheets, and a number with or without spaces; an apostrophe marks texts. */
function inCells(): Book {
  const book = bookOfPlan(plan());
  for (const [register, rows] of Object.entries(typed)) {
    rows.forEach((row, i) => {
      for (const [field, text] of Object.entries(row)) {
        const { tab, column, row: first } = placeIn(book, register, field);
        const day = parseDateText(text);
        const number = /^\d+(?: \d{3})*$/.test(text) ? Number(text.replace(/ /g, '')) : undefined;
        const value = day === undefined ? (number ?? text) : new Date(`${day}T00:00:00+03:00`);
        book.type(tab.name, `${column}${first + i}`, field === 'number' || field === 'title' ? text : value);
      }
    });
  }
  return book;
}

/** Through the page's own reading of answers and the script's saving. */
async function throughSidebar(): Promise<{ readonly book: Book; readonly told: readonly string[] }> {
  const book = bookOfPlan(plan());
  const realm = await openRealm(book);
  const start = realm.call('formBook') as FormBook;
  const definitions = readDefinitions(start.definitions ?? []);
  const own = toCatalog(definitions);
  const context = rowContext(own, definitions);
  const told: string[] = [];
  for (const [register, rows] of Object.entries(typed)) {
    for (const [i, row] of rows.entries()) {
      const { tab, sheet } = realm.call('formTab', start.tabs[`record/${register}`]!) as OpenedTab;
      const { fields } = openRegister(sheet, own, own.records.get(register)!)!.next!;
      const answers = new Map(
        fields.map((field) => [field, rowAnswer(context, field.rules, row[field.id] ?? '', field.scalar)]),
      );
      for (const { field, issue, raw } of rowIssues(fields, (one) => answers.get(one)!.parsed))
        told.push([issue.code, field.columnKey, raw].join('|'));
      const changes = fields.flatMap((field) => {
        const { write } = answers.get(field)!;
        return write ? [{ row: '', column: field.columnKey, seen: field.scalar, value: write }] : [];
      });
      const answer = realm.call('saveRow', {
        id: `${register} ${i}`,
        tab,
        record: register,
        changes,
      }) as RowAnswer;
      expect(answer).toMatchObject({ status: 'done', results: changes.map(() => 'saved') });
    }
  }
  return { book, told: told.sort() };
}

/** Texts in the cells of a file. */
async function byFile(): Promise<Read> {
  const blank = plan();
  const sheets = blank.sheets.map((sheet): PlanSheet => {
    const rows = typed[(sheet.key ?? '').replace('record/', '')];
    if (!rows) return sheet;
    const keys = sheet.rows.findIndex(({ cells }) => cells[0]?.value === '#fields');
    const columnOf = new Map(
      sheet.rows[keys]!.cells.map(({ column, value }) => [column, String(value).split('.')[1]]),
    );
    return {
      ...sheet,
      rows: sheet.rows.map((row, at) => ({
        ...row,
        cells: row.cells.map((cell) => {
          const text = rows[at - keys - 2]?.[columnOf.get(cell.column) ?? ''];
          return text === undefined ? cell : { ...cell, value: text };
        }),
      })),
    };
  });
  const { records, issues } = readSource('s1.xlsx', await writeWorkbook({ ...blank, sheets }), {
    catalog,
  });
  return said(records, issues);
}

describe('the same rows of registers', () => {
  let cells: Read;
  beforeAll(() => {
    cells = read(inCells());
  });

  it('have a value or a reason for every answer, and what is wrong in them', () => {
    const given = Object.values(typed).flatMap((rows) => rows.map((row) => Object.keys(row).length));
    expect(
      cells.records.map(
        ([, , values, answers]) => Object.keys({ ...(values as object), ...(answers as object) }).length,
      ),
    ).toEqual(given);
    expect(cells.issues).toEqual([
      'cell.required|regulation.approved_on|',
      'cell.required|survey.audience|',
      'cell.required|survey.held|',
      'cell.required|survey.responded|',
    ]);
  });

  it('are read alike through the sidebar, which says the same of them while they are typed', async () => {
    const { book, told } = await throughSidebar();
    expect(read(book)).toEqual(cells);
    expect(told).toEqual(cells.issues);
  });

  it('are read alike out of a file', async () => {
    expect(await byFile()).toEqual(cells);
  });
});
