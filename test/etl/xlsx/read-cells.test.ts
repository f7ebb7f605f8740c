import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../etl/xlsx/read.ts';
import type { CellScalar, SheetData, WorkbookData } from '../../../shared/parse/workbook.ts';
import { columnLetters } from '../../../shared/plan/address.ts';
import { handMadeXlsx } from '../../fixtures/hand-made-xlsx.ts';

function workbookOf(bytes: Uint8Array): WorkbookData {
  const reading = readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.issue.code);
  return reading.workbook;
}

const show = (scalar: CellScalar): string => {
  const { type, ...rest } = scalar;
  return [type, ...Object.values(rest)].join(' ');
};

/** `A1: number 5`, formulas with `=`. */
const cellsOf = (sheet: SheetData | undefined): string[] =>
  (sheet?.cells ?? []).map(
    (cell) => `${columnLetters(cell.column)}${cell.row}${cell.formula ? ' =' : ':'} ${show(cell.scalar)}`,
  );

const strings =
  '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<si><t>простой</t></si>' +
  '<si><r><rPr><b/></rPr><t>Жир</t></r><r><t xml:space="preserve">ный </t></r></si>' +
  '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>' +
  '<si><t>две_x000D_&#10;строки &amp; _x005F_x0041_</t></si><si><t/></si></sst>';
const styles =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<numFmts count="4"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="0.00&quot; день&quot;"/>' +
  '<numFmt numFmtId="166" formatCode="[Red]0.0%"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="9"/></cellXfs>' +
  '<dxfs><dxf><numFmt numFmtId="165" formatCode="yyyy"/></dxf></dxfs></styleSheet>';

const read = (data: string, more: Readonly<Record<string, string | null>> = {}): string[] =>
  cellsOf(
    workbookOf(handMadeXlsx(data, { 'xl/sharedStrings.xml': strings, 'xl/styles.xml': styles, ...more }))
      .sheets[0],
  );
const row = (cells: string): string => `<sheetData><row r="1">${cells}</row></sheetData>`;

describe('one cell', () => {
  it.each([
    ['a number', '<c r="A1"><v>12.5</v></c>', 'A1: number 12.5'],
    ['a number with exponent', '<c r="A1"><v>1.5E-3</v></c>', 'A1: number 0.0015'],
    ['zero', '<c r="A1"><v>0</v></c>', 'A1: number 0'],
    ['a shared string', '<c r="A1" t="s"><v>0</v></c>', 'A1: text простой'],
    ['a rich text', '<c r="A1" t="s"><v>1</v></c>', 'A1: text Жирный '],
    ['no phonetic guides', '<c r="A1" t="s"><v>2</v></c>', 'A1: text 東京'],
    ['escaped characters', '<c r="A1" t="s"><v>3</v></c>', 'A1: text две\r\nстроки & _x0041_'],
    ['an inline string', '<c r="A1" t="inlineStr"><is><t>а</t></is></c>', 'A1: text а'],
    [
      'an inline rich text',
      '<c r="A1" t="inlineStr"><is><r><t>а</t></r><r><t>б</t></r></is></c>',
      'A1: text аб',
    ],
    ['a text of a formula', '<c r="A1" t="str"><f>B1</f><v> да</v></c>', 'A1 = text  да'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', 'A1: boolean true'],
    ['false', '<c r="A1" t="b"><v>0</v></c>', 'A1: boolean false'],
    ['an error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', 'A1: error #DIV/0!'],
    ['a built-in date', '<c r="A1" s="1"><v>45536</v></c>', 'A1: date 2024-09-01'],
    ['a date of its own', '<c r="A1" s="2"><v>45536.75</v></c>', 'A1: date 2024-09-01'],
    ['a number whose literal looks like a date', '<c r="A1" s="3"><v>45536</v></c>', 'A1: number 45536'],
    ['a percentage', '<c r="A1" s="4"><v>0.07</v></c>', 'A1: number 0.07 true'],
    ['a built-in percentage', '<c r="A1" s="6"><v>0.85</v></c>', 'A1: number 0.85 true'],
    ['a duration', '<c r="A1" s="5"><v>1.5</v></c>', 'A1: number 1.5'],
    ['a date by ISO 8601', '<c r="A1" t="d"><v>2024-09-01T00:00:00</v></c>', 'A1: date 2024-09-01'],
    ['a formula giving 0', '<c r="A1"><f>B1</f><v>0</v></c>', 'A1 = number 0'],
    ['a formula giving FALSE', '<c r="A1" t="b"><f>FALSE()</f><v>0</v></c>', 'A1 = boolean false'],
    ['a formula giving an empty text', '<c r="A1" t="str"><f>""</f><v></v></c>', 'A1 = text '],
    ['a formula giving an error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', 'A1 = error #DIV/0!'],
    ['a formula without a result', '<c r="A1"><f>B1</f></c>', 'A1 = uncached'],
    ['a formula with an empty result', '<c r="A1"><f>B1</f><v/></c>', 'A1 = uncached'],
    ['a text formula without a result', '<c r="A1" t="str"><f>B1</f></c>', 'A1 = uncached'],
    ['a shared formula', '<c r="A1"><f t="shared" si="0"/><v>3</v></c>', 'A1 = number 3'],
    ['a value in CDATA', '<c r="A1" t="str"><v><![CDATA[<а>]]></v></c>', 'A1: text <а>'],
    ['attributes in any order', "<c t='s' s='0' r='A1'><v>0</v></c>", 'A1: text простой'],
    ['spaces around a number', '<c r="A1"><v> 5 </v></c>', 'A1: number 5'],
    ['a number that is none', '<c r="A1"><v>0x10</v></c>', 'A1: text 0x10'],
    ['the last cell of all', '<c r="XFD1048576"><v>1</v></c>', 'XFD1048576: number 1'],
  ])('%s', (_, xml, expected) => {
    expect(read(row(xml))).toEqual([expected]);
  });

  it.each([
    ['a cell that is only formatted', '<c r="A1" s="1"/>'],
    ['an empty value', '<c r="A1"><v></v></c>'],
    ['an empty typed-in text', '<c r="A1" t="str"><v></v></c>'],
    ['a place outside the sheet', '<c r="XFE1"><v>1</v></c><c r="A1048577"><v>1</v></c>'],
  ])('%s is empty', (_, xml) => {
    expect(read(row(xml))).toEqual([]);
  });

  it('cuts a text at the limit of a cell', () => {
    const long = 'ы'.repeat(40_000);
    const { sheets } = workbookOf(handMadeXlsx(row(`<c r="A1" t="inlineStr"><is><t>${long}</t></is></c>`)));
    expect(sheets[0]?.cells[0]?.scalar).toEqual({ type: 'text', value: 'ы'.repeat(32_767) });
  });
});

describe('a sheet', () => {
  it('counts places where cells and rows do not name theirs', () => {
    const cell = (value: number, reference = '') =>
      `<c${reference && ` r="${reference}"`}><v>${value}</v></c>`;
    const data = `<sheetData><row>${cell(1)}${cell(2, 'C1')}${cell(3)}</row><row>${cell(4)}</row><row r="7">${cell(5)}</row></sheetData>`;
    expect(read(data)).toEqual([
      'A1: number 1',
      'C1: number 2',
      'D1: number 3',
      'A2: number 4',
      'A7: number 5',
    ]);
  });

  it('puts cells in reading order; of two at one place the last counts', () => {
    const data =
      '<sheetData><row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>' +
      '<row r="1"><c r="A1"><v>3</v></c><c r="A1"><v>4</v></c></row></sheetData>';
    expect(read(data)).toEqual(['A1: number 4', 'A2: number 2', 'B2: number 1']);
  });

  it('keeps of a merged range its first cell', () => {
    const data =
      `${row('<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>')}` +
      '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>';
    const { sheets } = workbookOf(handMadeXlsx(data));
    expect(cellsOf(sheets[0])).toEqual(['A1: number 1', 'C1: number 3']);
    expect(sheets[0]?.merges).toEqual([{ firstRow: 1, lastRow: 2, firstColumn: 1, lastColumn: 2 }]);
  });

  it('leaves extensions and their namesakes alone', () => {
    const data =
      `${row('<c r="A1" xmlns:x="urn:x"><x:v>7</x:v><v>1</v><extLst><ext><v>9</v></ext></extLst></c>')}` +
      '<extLst><ext xmlns:xm="urn:xm"><xm:f>A1</xm:f><sheetData2><c r="B1"><v>2</v></c></sheetData2></ext></extLst>';
    expect(read(data)[0]).toMatch(/^A1: number/);
    expect(read(data)).toHaveLength(1);
  });
});

describe('a workbook', () => {
  const strict = 'http://purl.oclc.org/ooxml';
  it('may be of the strict kind, with prefixes and absolute targets', () => {
    const bytes = handMadeXlsx('', {
      '_rels/.rels': `<Relationships><Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="/xl/book.xml"/></Relationships>`,
      'xl/workbook.xml': null,
      'xl/_rels/workbook.xml.rels': null,
      'xl/book.xml': `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:q="${strict}/officeDocument/relationships"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="Второй" sheetId="2" q:id="b" state="veryHidden"/><x:sheet name="Первый" sheetId="1" q:id="a"/></x:sheets></x:workbook>`,
      'xl/_rels/book.xml.rels': `<Relationships><Relationship Id="a" Type="${strict}/officeDocument/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="b" Type="${strict}/officeDocument/relationships/worksheet" Target="../xl/./worksheets/b.xml"/><Relationship Id="s" Type="${strict}/officeDocument/relationships/styles" Target="styles.xml"/></Relationships>`,
      'xl/styles.xml': styles,
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${strict}/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" s="1"><x:v>44074</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      'xl/worksheets/b.xml': '<worksheet><sheetData/></worksheet>',
    });
    const { sheets } = workbookOf(bytes);
    expect(sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ['Второй', true],
      ['Первый', false],
    ]);
    expect(cellsOf(sheets[1])).toEqual(['A1: date 2024-09-01']);
  });

  it('names when it was last changed', () => {
    const core =
      '<cp:coreProperties xmlns:cp="c" xmlns:dcterms="d"><dcterms:created>2020-01-01T00:00:00Z</dcterms:created><dcterms:modified>2024-10-01T08:00:00Z</dcterms:modified></cp:coreProperties>';
    expect(workbookOf(handMadeXlsx('<sheetData/>', { 'docProps/core.xml': core })).modified).toBe(
      '2024-10-01T08:00:00Z',
    );
    expect(
      workbookOf(handMadeXlsx('<sheetData/>', { 'docProps/core.xml': '<broken' })).modified,
    ).toBeUndefined();
  });

  it('reads only the tabs that are asked for', () => {
    const bytes = handMadeXlsx('<broken');
    expect(readWorkbook(bytes, { select: () => false })).toEqual({ ok: true, workbook: { sheets: [] } });
  });

  it('reads UTF-16 parts', () => {
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Ж</v></c></row></sheetData></worksheet>';
    for (const encoding of ['utf16le', 'utf16be'] as const) {
      const bytes = Buffer.from(`\ufeff${xml}`, 'utf16le');
      if (encoding === 'utf16be') bytes.swap16();
      const { sheets } = workbookOf(handMadeXlsx('', { 'xl/worksheets/sheet1.xml': bytes }));
      expect(cellsOf(sheets[0])).toEqual(['A1: text Ж']);
    }
  });
});
