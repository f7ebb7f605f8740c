import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../etl/xlsx/read.ts';
import { handMadeParts, handMadeXlsx, zipParts } from '../../fixtures/hand-made-xlsx.ts';

const sound = handMadeXlsx(
  '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>',
);
const codeOf = (bytes: Uint8Array, limits = {}): string => {
  const reading = readWorkbook(bytes, { limits });
  return reading.ok ? 'ok' : reading.issue.code;
};

/** A compound file as far as it matters: signature, then the names of its streams in UTF-16. */
const compound = (...streams: string[]): Uint8Array => {
  const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const names = Buffer.from(streams.map((name) => `${name}\0`).join(''), 'utf16le');
  return Uint8Array.from([...head, ...new Array<number>(504).fill(0), ...names]);
};

const onlySheet =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ' +
  'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';

describe('files that are no workbook', () => {
  it.each([
    ['a sound one', sound, 'ok'],
    ['nothing', new Uint8Array(), 'file.not_zip'],
    ['a text', new TextEncoder().encode('organisation,period'), 'file.not_zip'],
    ['an encrypted workbook', compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'file.encrypted'],
    ['an old workbook', compound('Root Entry', 'Workbook'), 'file.xls'],
    ['a very old workbook', compound('Root Entry', 'Book'), 'file.xls'],
    ['an old text document', compound('Root Entry', 'WordDocument'), 'file.not_zip'],
    ['another zip', zipParts({ 'word/document.xml': '<a/>' }), 'file.unknown_kind'],
    ['broken XML', handMadeXlsx('<sheetData><row></sheetData>'), 'file.broken_xml'],
    ['a sheet that is missing', handMadeXlsx('', { 'xl/worksheets/sheet1.xml': null }), 'file.broken_xml'],
    [
      'a sheet without a relationship',
      handMadeXlsx('', { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
      'file.broken_xml',
    ],
    [
      'entities',
      handMadeXlsx('', {
        'xl/worksheets/sheet1.xml':
          '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData/></worksheet>',
      }),
      'file.broken_xml',
    ],
    [
      'entities in the strings',
      handMadeXlsx('', { 'xl/sharedStrings.xml': '<!DOCTYPE s SYSTEM "x"><sst/>' }),
      'file.broken_xml',
    ],
    [
      'no table of texts though one is named',
      handMadeXlsx('', { 'xl/sharedStrings.xml': null }),
      'file.broken_xml',
    ],
    ['no styles though they are named', handMadeXlsx('', { 'xl/styles.xml': null }), 'file.broken_xml'],
    [
      'neither styles nor texts, and none named',
      handMadeXlsx('<sheetData><row><c><v>1</v></c></row></sheetData>', {
        'xl/sharedStrings.xml': null,
        'xl/styles.xml': null,
        'xl/_rels/workbook.xml.rels': onlySheet,
      }),
      'ok',
    ],
    [
      'a text that the table does not hold',
      handMadeXlsx('<sheetData><row><c t="s"><v>4</v></c></row></sheetData>'),
      'file.broken_xml',
    ],
  ])('%s → %s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('calls every beginning of a workbook truncated', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: sound.length - 1 }), (length) => {
        expect(codeOf(sound.subarray(0, length))).toBe('file.truncated');
      }),
    );
  });

  it('never throws and never reads another value where a byte was damaged', () => {
    const whole = JSON.stringify(readWorkbook(sound));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: sound.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, flip) => {
          const bytes = Uint8Array.from(sound);
          bytes[at] = (bytes[at] as number) ^ flip;
          const reading = readWorkbook(bytes);
          if (reading.ok) expect(JSON.stringify(reading)).toBe(whole);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds a zip behind other bytes and before a comment', () => {
    const bytes = Uint8Array.from([...sound, 1, 2, 3]);
    bytes[sound.length - 2] = 3;
    expect(codeOf(bytes)).toBe('ok');
    const shifted = Uint8Array.from([0x50, 0x4b, 9, 9, ...sound]);
    expect(codeOf(shifted)).toBe('ok');
  });
});

describe('limits', () => {
  const cells = (count: number): string => {
    const rows: string[] = [];
    for (let r = 1; r <= count; r++) rows.push(`<row r="${r}"><c r="A${r}"/></row>`);
    return `<sheetData>${rows.join('')}</sheetData>`;
  };

  it('refuses a large file before looking into it', () => {
    expect(codeOf(new Uint8Array(25 * 1024 * 1024 + 1))).toBe('file.too_large');
    expect(codeOf(sound, { fileBytes: sound.length })).toBe('ok');
    expect(codeOf(sound, { fileBytes: sound.length - 1 })).toBe('file.too_large');
  });

  it('refuses a bomb by its ratio and by its size, without inflating it', () => {
    const bomb = handMadeXlsx(`<sheetData/>${`<!--${' '.repeat(1024 * 1024)}-->`.repeat(10)}`);
    expect(bomb.length).toBeLessThan(20_000);
    expect(codeOf(bomb)).toBe('file.bomb');
    expect(codeOf(bomb, { ratio: 2000 })).toBe('ok');
    expect(codeOf(bomb, { ratio: 2000, inflatedBytes: 10 * 1024 * 1024 })).toBe('file.bomb');
  });

  it('is not deceived by a directory that lies about sizes', () => {
    const size = 20 * 1024 * 1024;
    const bomb = handMadeXlsx(`<sheetData/><!--${' '.repeat(size)}-->`);
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at + 46 < bomb.length; at++) {
      const isEntry = view.getUint32(at, true) === 0x02014b50;
      if (isEntry && view.getUint32(at + 24, true) > size) view.setUint32(at + 24, 1000, true);
    }
    expect(codeOf(bomb)).toBe('file.bomb');
  });

  it('counts the cells of all sheets, formatted ones too', () => {
    expect(codeOf(handMadeXlsx(cells(50)), { cells: 50 })).toBe('ok');
    expect(codeOf(handMadeXlsx(cells(51)), { cells: 50 })).toBe('file.too_large');
  });

  it('counts the sheets', () => {
    const sheets = (count: number) =>
      handMadeXlsx('<sheetData/>', {
        'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${Array.from({ length: count }, (_, i) => `<sheet name="${i}" r:id="rId1"/>`).join('')}</sheets></workbook>`,
      });
    expect(codeOf(sheets(100))).toBe('ok');
    expect(codeOf(sheets(101))).toBe('file.too_large');
  });

  it('counts what is inflated, though a hundred tabs name one part', () => {
    const tabs = Array.from({ length: 100 }, (_, i) => `<sheet name="${i}" r:id="rId1"/>`).join('');
    const book = handMadeXlsx(`<sheetData/><!--${' '.repeat(5000)}-->`, {
      'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${tabs}</sheets></workbook>`,
    });
    expect(codeOf(book)).toBe('ok');
    expect(codeOf(book, { inflatedBytes: 400_000 })).toBe('file.bomb');
  });

  it('counts the parts and the shared texts', () => {
    expect(codeOf(sound, { parts: 6 })).toBe('file.bomb');
    const strings = (count: number) =>
      handMadeXlsx('<sheetData/>', {
        'xl/sharedStrings.xml': `<sst>${'<si><t>а</t></si>'.repeat(count)}</sst>`,
      });
    expect(codeOf(strings(50), { cells: 50 })).toBe('ok');
    expect(codeOf(strings(51), { cells: 50 })).toBe('file.too_large');
  });

  it('looks through a tag with a hundred thousand attributes and long formats in no time', () => {
    const started = performance.now();
    const attributes = Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ');
    const formats = Array.from(
      { length: 200 },
      (_, i) => `<numFmt numFmtId="${i}" formatCode="${'['.repeat(20_000)}"/>`,
    );
    const book = handMadeXlsx(`<sheetData><row ${attributes}/></sheetData>`, {
      'xl/styles.xml': `<styleSheet><numFmts>${formats.join('')}</numFmts></styleSheet>`,
    });
    expect(codeOf(book, { ratio: 5000 })).toBe('ok');
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('reads parts that are stored without compression and under other letters', () => {
    const parts = handMadeParts('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>');
    const { 'xl/worksheets/sheet1.xml': sheet = '', ...rest } = parts;
    expect(codeOf(zipParts({ ...rest, 'XL\\Worksheets\\Sheet1.xml': sheet }, 0))).toBe('ok');
  });

  it('keeps far cells sparse', () => {
    const data =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>';
    const reading = readWorkbook(
      handMadeXlsx(`${data}<mergeCells><mergeCell ref="B1:XFC1048576"/></mergeCells>`),
    );
    expect(reading.ok && reading.workbook.sheets[0]?.cells.length).toBe(2);
  });
});
