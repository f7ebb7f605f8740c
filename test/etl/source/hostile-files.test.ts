import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../etl/source/read-source.ts';
import { issueText } from '../../../shared/texts/issues.ts';
import { handMadeParts, handMadeXlsx, zipParts } from '../../fixtures/hand-made-xlsx.ts';
import { entryTab, metaTab, numberCell, rawWorkbook, textCell } from '../../fixtures/keyed-workbook.ts';
import { readingCatalog } from '../../fixtures/reading-catalog.ts';

const context = { catalog: readingCatalog, workspaces: ['RU-00/gor'] };
const read = (path: string, bytes: Uint8Array) => readSource(path, bytes, context);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const filler = (bytes: number): Uint8Array => {
  // incompressible and the same each time, so that a file's ratio looks honest
  const made = new Uint8Array(bytes);
  let state = 1;
  for (let i = 0; i < bytes; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    made[i] = state >>> 24;
  }
  return made;
};

const compound = (...streams: string[]): Uint8Array => {
  const names = Buffer.from(streams.map((name) => `${name}\0`).join(''), 'utf16le');
  return Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array<number>(504).fill(0),
    ...names,
  ]);
};

/** A zip whose entries all point at one and the same compressed kernel. */
function overlapping(count: number, size: number): Uint8Array {
  const kernel = deflateRawSync(new Uint8Array(size));
  const name = (i: number) => utf8(`xl/p${String(i).padStart(5, '0')}`);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  const entries = Array.from({ length: count }, (_, i) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(kernel.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name(i).length, 28);
    return Buffer.concat([entry, name(i)]);
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + kernel.length, 16);
  return Uint8Array.from(Buffer.concat([local, kernel, directory, end]));
}

const rels = (type: string, target: string): string =>
  `<Relationships><Relationship Id="a" Type="urn:${type}" Target="${target}"/></Relationships>`;
const sheetXml = (xml: string): Uint8Array => handMadeXlsx('', { 'xl/worksheets/sheet1.xml': xml });
const inSheet = (declaration: string, text = '&a;'): Uint8Array =>
  sheetXml(
    `${declaration}<worksheet><sheetData><row><c t="str"><v>${text}</v></c></row></sheetData></worksheet>`,
  );

const csvHead = 'organisation,period,element,value\n';

/** What a file is, its bytes, the one code it ends in, and a word of its text or advice. */
const unreadable: readonly (readonly [
  what: string,
  path: string,
  bytes: () => Uint8Array,
  code: string,
  word: RegExp,
])[] = [
  [
    'a text under the name of a workbook',
    'a.xlsx',
    () => utf8('привет'),
    'file.not_zip',
    /сохраните его в формате/,
  ],
  ['zero bytes', 'a.xlsx', () => new Uint8Array(), 'file.not_zip', /\.xlsx/],
  [
    'a web page under the name of a workbook',
    'a.xlsx',
    () => utf8('<html><table/></html>'),
    'file.not_zip',
    /\.xlsx/,
  ],
  [
    'half of a workbook',
    'a.xlsx',
    () => handMadeXlsx('<sheetData/>').subarray(0, 400),
    'file.truncated',
    /ещё раз/,
  ],
  [
    'a large part of nothing',
    'a.xlsx',
    () => handMadeXlsx(`<sheetData/><!--${' '.repeat(5e6)}-->`),
    'file.bomb',
    /распаковке/,
  ],
  ['parts over one kernel', 'a.xlsx', () => overlapping(2000, 200_000), 'file.bomb', /распаковке/],
  [
    'eleven thousand parts',
    'a.xlsx',
    () => {
      const parts = Object.fromEntries(Array.from({ length: 11_000 }, (_, i) => [`x/${i}`, '']));
      return zipParts({ ...handMadeParts('<sheetData/>'), ...parts }, 0);
    },
    'file.bomb',
    /частей/,
  ],
  [
    'an archive of workbooks',
    'a.xlsx',
    () => zipSync({ 'b.xlsx': handMadeXlsx('<sheetData/>') }),
    'file.unknown_kind',
    /Распакуйте архив/,
  ],
  [
    'an archive under its own name',
    'книги.zip',
    () => zipSync({ 'папка/b.xlsx': handMadeXlsx('<sheetData/>') }),
    'file.unknown_kind',
    /Распакуйте архив/,
  ],
  [
    'declared entities',
    'a.xlsx',
    () => inSheet('<!DOCTYPE w [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'),
    'file.broken_xml',
    /восстановление/,
  ],
  [
    'an external entity',
    'a.xlsx',
    () => inSheet('<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    'file.broken_xml',
    /повреждено/,
  ],
  [
    'an external definition',
    'a.xlsx',
    () => inSheet('<!DOCTYPE w PUBLIC "-//X" "http://example.org/w.dtd">', 'x'),
    'file.broken_xml',
    /повреждено/,
  ],
  ['an entity nobody declared', 'a.xlsx', () => inSheet(''), 'file.broken_xml', /повреждено/],
  [
    'tags a thousand deep',
    'a.xlsx',
    () => handMadeXlsx(`${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`),
    'file.broken_xml',
    /повреждено/,
  ],
  [
    'a tag of five million letters',
    'a.xlsx',
    () => {
      const parts = handMadeParts(`<sheetData a="${'x'.repeat(6e6)}"/>`);
      return zipParts({ ...parts, 'pad.bin': filler(60_000) });
    },
    'file.broken_xml',
    /повреждено/,
  ],
  [
    'a password',
    'a.xlsx',
    () => compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
    'file.encrypted',
    /Снимите пароль/,
  ],
  [
    'an .xls under the name of an .xlsx',
    'a.xlsx',
    () => compound('Root Entry', 'Workbook'),
    'file.xls',
    /устаревшем/,
  ],
  ['an .xls', 'a.xls', () => compound('Root Entry', 'Workbook'), 'file.xls', /устаревшем/],
  [
    'an .xlsb under the name of an .xlsx',
    'a.xlsx',
    () =>
      zipParts({
        '_rels/.rels': rels('officeDocument', 'xl/workbook.bin'),
        'xl/workbook.bin': '\u0083\u0001',
      }),
    'file.unknown_kind',
    /\.xlsb[\s\S]*сохраните/,
  ],
  [
    'an .ods under the name of an .xlsx',
    'a.xlsx',
    () => zipParts({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
    'file.unknown_kind',
    /\.ods[\s\S]*сохраните/,
  ],
  [
    'an .ods',
    'a.ods',
    () => zipParts({ mimetype: 'x', 'content.xml': '<a/>' }),
    'file.unknown_kind',
    /\.ods[\s\S]*сохраните/,
  ],
  [
    'a document of Numbers',
    'a.xlsx',
    () => zipParts({ 'Index/Document.iwa': 'x' }),
    'file.unknown_kind',
    /Numbers/,
  ],
  [
    'a .docx under the name of an .xlsx',
    'a.xlsx',
    () =>
      zipParts({
        '_rels/.rels': rels('officeDocument', 'word/document.xml'),
        'word/document.xml': '<w:document xmlns:w="w"/>',
      }),
    'file.unknown_kind',
    /текстовый документ/,
  ],
  [
    'a presentation',
    'a.pptx',
    () => zipParts({ 'ppt/presentation.xml': '<a/>' }),
    'file.unknown_kind',
    /презентация/,
  ],
  ['a picture', 'скан.jpg', () => utf8('\u00ff\u00d8'), 'file.unknown_kind', /\.jpg/],
  [
    'a workbook without its table of texts',
    'a.xlsx',
    () => handMadeXlsx('<sheetData/>', { 'xl/sharedStrings.xml': null }),
    'file.broken_xml',
    /sharedStrings/,
  ],
  [
    'a workbook without its styles',
    'a.xlsx',
    () => handMadeXlsx('<sheetData/>', { 'xl/styles.xml': null }),
    'file.broken_xml',
    /styles/,
  ],
  [
    'two million cells and one',
    'a.xlsx',
    () => {
      const parts = handMadeParts(`<sheetData><row>${'<c/>'.repeat(2_000_001)}</row></sheetData>`);
      return zipParts({ ...parts, 'pad.bin': filler(60_000) });
    },
    'file.too_large',
    /слишком много/,
  ],
  [
    'a wide row of keys over a long column of keys',
    'a.xlsx',
    () => {
      const keys = Array.from({ length: 600 }, () => '<c t="str"><v>2024/25</v></c>').join('');
      const rows = '<row><c t="str"><v>pupils</v></c></row>'.repeat(1700);
      const xml = `<sheetData><row><c t="str"><v>msoko:keys:1</v></c></row><row><c t="str"><v>#cols</v></c>${keys}</row>${rows}</sheetData>`;
      return rawWorkbook([metaTab(), { name: 'Ф', xml }], { 'pad.bin': filler(5_000) });
    },
    'file.too_large',
    /для заполнения/,
  ],
  [
    'forty thousand merges over each other',
    'a.xlsx',
    () => {
      const rows = '<row><c><v>1</v></c></row>'.repeat(3000);
      const merges = '<mergeCell ref="B1:XFD1048576"/>'.repeat(40_000);
      return zipParts({
        ...handMadeParts(`<sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells>`),
        'pad.bin': filler(20_000),
      });
    },
    'file.too_large',
    /объединённых/,
  ],
  ['an empty table', 'a.csv', () => new Uint8Array(), 'file.unknown_kind', /первую строку/],
  ['a table of zeros', 'a.csv', () => new Uint8Array(100), 'file.unknown_kind', /первую строку/],
  [
    'a table with a zero inside',
    'a.csv',
    () => utf8(`${csvHead}s1,2024/25,note,\0\n`),
    'file.unknown_kind',
    /первую строку/,
  ],
  [
    'a table in damaged UTF-8',
    'a.csv',
    () => {
      const bytes = utf8(`${csvHead}s1,2024/25,note,Ёлка новогодняя для всех\n`);
      return Uint8Array.from([...bytes.subarray(0, bytes.length - 2), 0xff, 10]);
    },
    'file.truncated',
    /не полностью/,
  ],
  [
    'a quote that nothing closes',
    'a.csv',
    () => utf8(`${csvHead}s1,2024/25,pupils,5\ns1,2024/25,note,"а\ns2,2024/25,pupils,7\n`),
    'file.broken_csv',
    /строке 3/,
  ],
  [
    'quotes inside quotes',
    'a.csv',
    () => utf8(`${csvHead}s1,2024/25,note,"СОШ "Радуга""\ns2,2024/25,pupils,7\n`),
    'file.broken_csv',
    /строке 2/,
  ],
  [
    'a column that stands twice',
    'a.csv',
    () => utf8('organisation,period,element,value,Value\ns1,2024/25,pupils,5,6\n'),
    'file.broken_csv',
    /«value»/,
  ],
  [
    'a line of ten megabytes',
    'a.csv',
    () => utf8(`${csvHead}s1,2024/25,note,${'я'.repeat(5_000_000)}\n`),
    'file.too_large',
    /строке 2/,
  ],
  [
    'a line of ten megabytes and no header',
    'a.csv',
    () => utf8('a'.repeat(10_000_000)),
    'file.unknown_kind',
    /первую строку/,
  ],
  ['a table of commas', 'a.csv', () => utf8(','.repeat(8_000_001)), 'file.too_large', /слишком много/],
];

describe('a file that cannot be read', () => {
  it.each(unreadable)('%s (%s) gives its code, in words, and no value', (_, path, bytes, code, word) => {
    const content = read(path, bytes());
    expect(content.kind).toBe('unreadable');
    expect(content.observations).toEqual([]);
    expect(content.issues.map((issue) => issue.code)).toEqual([code]);
    const { text, todo } = issueText(content.issues[0]!);
    expect(`${text}\n${todo}`).toMatch(word);
    expect(content.issues[0]!.place).toEqual({ file: path });
  });
});

const text = (value: string) => (address: string) => textCell(address, value);
const number =
  (value: number | string, style = 0) =>
  (address: string) =>
    numberCell(address, value, style);
const raw = (xml: string) => (address: string) => xml.replace('<c', `<c r="${address}"`);

/** 0 plain, 1 percent, 2 date, 3 text. */
const styles =
  '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="49"/></cellXfs></styleSheet>';
const strings =
  '<sst><si><t>85</t></si><si><r><rPr><b/></rPr><t>8</t></r><r><t>5</t></r></si>' +
  '<si><t>85</t><rPh sb="0" eb="2"><t>はちじゅうご</t></rPh></si><si><t xml:space="preserve">\u00a01\u00a0234 </t></si></sst>';

const told = (bytes: Uint8Array) => {
  const content = read('a.xlsx', bytes);
  return [
    ...content.observations.map((o) => `${o.element} → ${o.value ?? o.status}`),
    ...content.issues.map((i) => i.code),
  ];
};
const typed = (element: string, cell: (address: string) => string, parts = {}, attributes = '') =>
  told(
    rawWorkbook(
      [metaTab(), entryTab([[element, cell]])],
      { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': strings, ...parts },
      attributes,
    ),
  );

describe('a value however it was saved', () => {
  it.each([
    ['a number', 'pupils', number(85), ['pupils → 85']],
    ['a cached 0', 'pupils', raw('<c><f>A1</f><v>0</v></c>'), ['pupils → 0']],
    ['a cached FALSE', 'held', raw('<c t="b"><f>FALSE()</f><v>0</v></c>'), ['held → 0']],
    [
      'a cached empty text',
      'pupils',
      raw('<c t="str"><f>""</f><v></v></c>'),
      ['pupils → not_reported', 'cell.required'],
    ],
    [
      'a cached error',
      'pupils',
      raw('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
      ['pupils → rejected', 'cell.formula_error'],
    ],
    [
      'a formula without a result',
      'pupils',
      raw('<c><f>A1</f></c>'),
      ['pupils → rejected', 'cell.no_cached_value'],
    ],
    ['a shared formula', 'pupils', raw('<c><f t="shared" si="0"/><v>85</v></c>'), ['pupils → 85']],
    ['an array formula', 'pupils', raw('<c><f t="array" ref="B3">SUM(A1)</f><v>85</v></c>'), ['pupils → 85']],
    ['a shared text', 'pupils', raw('<c t="s"><v>0</v></c>'), ['pupils → 85']],
    ['a rich text', 'pupils', raw('<c t="s"><v>1</v></c>'), ['pupils → 85']],
    ['a text with phonetic guides', 'pupils', raw('<c t="s"><v>2</v></c>'), ['pupils → 85']],
    ['no-break spaces', 'pupils', raw('<c t="s"><v>3</v></c>'), ['pupils → 1234']],
    ['an inline text', 'pupils', text('85'), ['pupils → 85']],
    [
      'an inline rich text',
      'pupils',
      raw('<c t="inlineStr"><is><r><t>8</t></r><r><t>5</t></r></is></c>'),
      ['pupils → 85'],
    ],
    ['an apostrophe', 'pupils', text("'85"), ['pupils → 85']],
    ['a text format', 'pupils', number(85, 3), ['pupils → 85']],
    ['percents', 'share', number(0.85, 1), ['share → 85']],
    [
      'percents where people are counted',
      'pupils',
      number(0.85, 1),
      ['pupils → rejected', 'cell.not_number'],
    ],
    ['a percent sign', 'share', text('85 %'), ['share → 85']],
    ['a date as a serial', 'day', number(45731, 2), ['day → 2025-03-15']],
    ['a serial without a format', 'day', number(45731), ['day → 2025-03-15']],
    ['a date as a text', 'day', text('15.03.2025'), ['day → 2025-03-15']],
    ['a date by ISO 8601', 'day', raw('<c t="d"><v>2025-03-15T00:00:00</v></c>'), ['day → 2025-03-15']],
    ['a number taken for a date', 'pupils', number(45731, 2), ['pupils → rejected', 'cell.not_number']],
    ['hexadecimal figures', 'pupils', raw('<c><v>0x55</v></c>'), ['pupils → rejected', 'cell.not_number']],
    ['too large a number', 'pupils', raw('<c><v>1E+300</v></c>'), ['pupils → rejected', 'cell.range']],
    ['a text of a formula that looks like one', 'note', text('=1+1'), ['note → =1+1']],
  ])('%s', (_, element, cell, expected) => {
    expect(typed(element, cell)).toEqual(expected);
  });

  it('counts days from 1904 where the workbook does', () => {
    expect(typed('day', number(44269, 2), {}, 'date1904="1"')).toEqual(['day → 2025-03-15']);
  });
});

describe('a workbook that other programs wrote', () => {
  const cells = [['pupils', number(85)]] as const;
  const sound = ['pupils → 85'];
  const book = (parts: Readonly<Record<string, string | Uint8Array | null>>) =>
    rawWorkbook([metaTab(), entryTab(cells)], parts);
  const sheet = `<worksheet>${entryTab(cells).xml}</worksheet>`;
  const wide = (from: string): Uint8Array => Uint8Array.from(Buffer.from(`\ufeff${from}`, 'utf16le'));

  it.each([
    [
      'wrong types of content',
      {
        '[Content_Types].xml':
          '<Types><Override PartName="/xl/workbook.xml" ContentType="text/plain"/></Types>',
      },
    ],
    ['no types of content', { '[Content_Types].xml': null }],
    ['a byte order mark', { 'xl/worksheets/t1.xml': `\ufeff<?xml version="1.0"?>${sheet}` }],
    [
      'line ends of Windows',
      { 'xl/worksheets/t1.xml': sheet.replaceAll('>', '>\r\n').replaceAll(/\r\n([^<])/g, '$1') },
    ],
    ['UTF-16', { 'xl/worksheets/t1.xml': wide(sheet) }],
    [
      'comments and notes',
      {
        'xl/comments1.xml':
          '<comments><comment ref="B3"><text><t>Иванова Мария Петровна</t></text></comment></comments>',
      },
    ],
    [
      'validation of whole columns',
      {
        'xl/worksheets/t1.xml': sheet.replace(
          '</worksheet>',
          `<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression"><formula>1</formula></cfRule></conditionalFormatting><dataValidations>${'<dataValidation type="list" sqref="B1:B1048576"><formula1>"да,нет"</formula1></dataValidation>'.repeat(300)}</dataValidations></worksheet>`,
        ),
      },
    ],
    [
      'formats of whole columns',
      {
        'xl/worksheets/t1.xml': sheet.replace(
          '<sheetData>',
          '<cols><col min="1" max="16384" style="1"/></cols><sheetData>',
        ),
      },
    ],
    [
      'a cell in the farthest corner',
      {
        'xl/worksheets/t1.xml': sheet.replace(
          '</sheetData>',
          '<row r="1048576"><c r="XFD1048576" t="b"><v>1</v></c></row></sheetData>',
        ),
      },
    ],
    [
      'a hundred thousand empty cells with a format',
      {
        'xl/worksheets/t1.xml': sheet.replace(
          '</sheetData>',
          `<row r="9">${'<c s="1"/>'.repeat(100_000)}</row></sheetData>`,
        ),
        'pad.bin': filler(5_000),
      },
    ],
  ])('with %s is read', (_, parts) => {
    expect(told(book(parts))).toEqual(sound);
  });

  it.each([
    [
      'a merge of whole columns beside the form',
      '<mergeCells><mergeCell ref="D1:F1048576"/></mergeCells>',
      sound,
    ],
    ['a merge of the whole entry column', '<mergeCells><mergeCell ref="B3:B1048576"/></mergeCells>', sound],
    [
      'a merge of key and entry',
      '<mergeCells><mergeCell ref="A3:B3"/></mergeCells>',
      ['pupils → not_reported', 'cell.merged', 'cell.required'],
    ],
  ])('with %s says whose value it is', (_, after, expected) => {
    const reading = told(rawWorkbook([metaTab(), entryTab(cells, { after })]));
    // the value under a merge that starts elsewhere is gone, and said to be
    if (expected !== sound) expect(reading).toContain('cell.merged');
    else expect(reading).toEqual(sound);
  });

  it('with tabs moved, renamed, hidden and shown is read', () => {
    const tabs = [
      { ...entryTab(cells), name: 'Лист 1', state: 'hidden' as const },
      { name: 'Пусто', xml: '<sheetData/>' },
      { ...metaTab(), name: 'Сведения', state: undefined },
    ];
    expect(told(rawWorkbook(tabs.map(({ name, xml }) => ({ name, xml }))))).toEqual(sound);
    expect(
      told(rawWorkbook([tabs[0]!, { name: 'x', xml: '<sheetData/>' }, { name: 'y', xml: metaTab().xml }])),
    ).toEqual(sound);
  });

  it.each([
    [
      'a copied tab',
      [metaTab(), entryTab(cells), entryTab(cells, { name: 'Форма (2)' })],
      ['pupils → 85', 'key.duplicate'],
    ],
    [
      'a copied tab that was changed',
      [metaTab(), entryTab(cells), entryTab([['pupils', number(86)]], { name: 'Форма (2)' })],
      ['pupils → rejected', 'key.duplicate'],
    ],
    ['a repeated row', [metaTab(), entryTab([...cells, ...cells])], ['pupils → 85', 'key.duplicate']],
    [
      'no key column',
      [metaTab(), { name: 'Форма', xml: '<sheetData><row r="3"><c r="B3"><v>85</v></c></row></sheetData>' }],
      ['key.missing'],
    ],
    [
      'no row of columns',
      [
        metaTab(),
        {
          name: 'Форма',
          xml: `<sheetData><row r="1">${textCell('A1', 'msoko:keys:1')}</row><row r="3">${textCell('A3', 'pupils')}${numberCell('B3', 85)}</row></sheetData>`,
        },
      ],
      ['key.missing', 'key.missing'],
    ],
    ['no _meta', [entryTab(cells)], ['workbook.no_meta']],
    ['another district', [metaTab({ workspace: 'RU-99/other' }), entryTab(cells)], ['workbook.foreign']],
    ['an older schema', [metaTab({ schema: '0' }), entryTab(cells)], ['pupils → 85', 'workbook.older']],
    ['a newer schema', [metaTab({ schema: '9' }), entryTab(cells)], ['pupils → 85', 'workbook.newer']],
    ['a code nobody knows', [metaTab(), entryTab([['old.code', number(1)]])], ['element.unknown']],
  ])('with %s says so', (_, tabs, expected) => {
    expect(told(rawWorkbook(tabs))).toEqual(expected);
  });
});

describe('personal data beside the cells', () => {
  const name = 'Выдумова Мария Петровна';
  const book = (tabs: readonly { name: string; xml: string }[], parts = {}) =>
    read('a.xlsx', rawWorkbook([metaTab(), ...tabs], parts));
  const cells = [['pupils', number(85)]] as const;

  it('in the name of a tab is told and not shown, and the tab is read', () => {
    const content = book([entryTab(cells, { name: name })]);
    expect(content.observations.map((o) => [o.value, o.place])).toEqual([
      [85, { file: 'a.xlsx', tab: 'лист 2 (имя скрыто)', cell: 'B3' }],
    ]);
    expect(content.issues).toEqual([
      {
        code: 'cell.personal_data',
        severity: 'warning',
        place: { file: 'a.xlsx', tab: 'лист 2 (имя скрыто)' },
        params: { kind: 'full_name', where: 'tab' },
      },
    ]);
  });

  it.each([
    [
      'notes and properties of the document',
      [entryTab(cells)],
      {
        'xl/comments1.xml': `<comments><t>${name}</t></comments>`,
        'docProps/core.xml': `<p xmlns:d="d"><d:creator>${name}</d:creator><d:modified>2024-10-01T00:00:00Z</d:modified></p>`,
      },
    ],
    ['a key', [entryTab([[name, number(5)]])], {}],
    ['a period', [entryTab(cells, { period: name })], {}],
    ['an unknown code and a value', [entryTab([['nobody', text(name)]])], {}],
    ['the text of an error', [entryTab([['pupils', raw(`<c t="e"><v>${name}</v></c>`)]])], {}],
    ['a part of the package', [{ name: 'Ф', xml: '<broken' }], { [`xl/${name}.xml`]: 'x' }],
    ['a yes-or-no answer', [entryTab([['held', text(name)]])], {}],
    [
      'a date',
      [
        entryTab([
          ['day', text(name)],
          ['day', number(89285554433)],
        ]),
      ],
      {},
    ],
    [
      'a number',
      [
        entryTab([
          ['pupils', number(89285554433)],
          ['share', text('8 928 555 44 33')],
        ]),
      ],
      {},
    ],
  ])('in %s goes nowhere', (_, tabs, parts) => {
    const kept = JSON.stringify(book(tabs, parts));
    expect(kept).not.toMatch(/Выдумова|5554433|555 44 33/);
  });

  it('in _meta leaves no unit, no workspace', () => {
    const content = read('a.xlsx', rawWorkbook([metaTab({ unit: name }), entryTab(cells)]));
    expect(content.issues.map((i) => i.code)).toEqual(['workbook.no_meta']);
    const foreign = read('a.xlsx', rawWorkbook([metaTab({ workspace: name }), entryTab(cells)]));
    expect(JSON.stringify([content, foreign])).not.toContain('Выдумова');
    expect(foreign.issues.map((i) => i.code)).toEqual(['workbook.foreign']);
  });
});

it('reads a header without rows as nothing given', () => {
  expect(read('a.csv', utf8(csvHead))).toMatchObject({ kind: 'observations', observations: [], issues: [] });
});

it('reads UTF-16 without its mark', () => {
  const rows = `${csvHead}s1,2024/25,pupils,5\n`;
  for (const swap of [false, true]) {
    const bytes = Buffer.from(rows, 'utf16le');
    if (swap) bytes.swap16();
    expect(read('a.csv', Uint8Array.from(bytes)).observations.map((o) => o.value)).toEqual([5]);
  }
});
