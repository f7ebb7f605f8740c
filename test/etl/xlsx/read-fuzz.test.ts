import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readSource } from '../../../etl/source/read-source.ts';
import { writeWorkbook } from '../../../etl/xlsx/write.ts';
import { isIssueCode } from '../../../shared/issue/codes.ts';
import { templatePlan } from '../../../shared/template/template-plan.ts';
import { zipParts } from '../../fixtures/hand-made-xlsx.ts';
import { oddWorkbook } from '../../fixtures/odd-workbook.ts';
import { fixtureCatalog, fixtureRegister, school } from '../../shared/template/catalog-fixture.ts';

const context = { catalog: fixtureCatalog, workspaces: ['RU-00/gor'] };

/** Whatever the bytes are: no exception, issues of known codes, values only of a file that was read. */
function sober(path: string, bytes: Uint8Array): void {
  const started = performance.now();
  const content = readSource(path, bytes, context);
  for (const { code, place } of content.issues) {
    expect(isIssueCode(code)).toBe(true);
    expect(place.file).toBe(path);
  }
  if (content.kind === 'unreadable') {
    expect(content.issues).toHaveLength(1);
    expect(content.observations).toEqual([]);
  }
  for (const { place, value } of content.observations) {
    if (path.endsWith('.xlsx')) expect(place.cell).toMatch(/^[A-Z]{1,3}\d{1,7}$/);
    if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  }
  expect(performance.now() - started).toBeLessThan(5000);
}

const template = writeWorkbook(
  templatePlan({
    catalog: fixtureCatalog,
    register: fixtureRegister,
    unit: { level: 'organisation', organisation: school },
    schoolYear: '2024/25',
    workspace: 'RU-00/gor',
    catalogVersion: 'v1',
    fill: { value: () => 1 },
  }),
  { day: '2024-10-01' },
);

/** Pieces of XML and of spreadsheets that have tripped readers. */
const pieces = [
  ...[
    '<',
    '>',
    '"',
    '&',
    '&#0;',
    '&#x110000;',
    '&lt',
    ']]>',
    '<![CDATA[',
    '<!--',
    '<?',
    '</',
    '/>',
    '<c ',
    '<c r="A1">',
  ],
  ...[
    '<v>',
    '</v>',
    '<f>',
    '<is><t>',
    '<row r="-1">',
    '<row r="1048577">',
    'r="XFE1"',
    'r="A0"',
    ' t="s"',
    ' t="e"',
  ],
  ...[
    ' t="d"',
    ' s="999999"',
    '<v>NaN</v>',
    '<v>1e999</v>',
    '<v>-1</v>',
    '<v>99999999999</v>',
    '<mergeCell ref="A1:XFD1048576"/>',
  ],
  ...[
    '<mergeCell ref="B9:A1"/>',
    'date1904="1"',
    'state="hidden"',
    '<!DOCTYPE a [<!ENTITY b "c">]>&b;',
    '\u0000',
    '\ufeff',
  ],
  ...[
    '_x0000_',
    '_xD800_',
    '\ud800',
    'msoko:keys:1',
    'msoko:keys:99999999999999999999',
    '#cols',
    '2024/25|',
    '__proto__',
  ],
];

type Change = {
  readonly part: number;
  readonly at: number;
  readonly kind: number;
  readonly piece: number;
  readonly length: number;
};

const change: fc.Arbitrary<Change> = fc.record({
  part: fc.nat(200),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.integer({ min: 0, max: 5 }),
  piece: fc.nat(pieces.length - 1),
  length: fc.integer({ min: 1, max: 60 }),
});

/** Damages parts inside and zips them anew, so that no control sum gives the damage away. */
function damaged(parts: Readonly<Record<string, Uint8Array>>, changes: readonly Change[]): Uint8Array {
  const changed: Record<string, Uint8Array> = { ...parts };
  for (const { part, at, kind, piece, length } of changes) {
    const names = Object.keys(changed);
    const name = names[part % names.length];
    if (name === undefined) break;
    const bytes = Buffer.from(changed[name]!);
    const place = Math.floor(at * bytes.length);
    const rest = bytes.subarray(place);
    const before = bytes.subarray(0, place);
    if (kind === 0) delete changed[name];
    else if (kind === 1) changed[name] = before;
    else if (kind === 2) changed[name] = Buffer.concat([before, Buffer.from(pieces[piece]!), rest]);
    else if (kind === 3) changed[name] = Buffer.concat([before, rest.subarray(length)]);
    else if (kind === 4) changed[name] = Buffer.concat([before, rest.subarray(0, length), rest]);
    else if (rest.length > 0) {
      const flipped = Buffer.from(bytes);
      flipped[place] = (flipped[place] as number) ^ (1 << (length % 8));
      changed[name] = flipped;
    }
  }
  return zipParts(changed, 0);
}

const runs = Number(process.env.MSOKO_FUZZ_RUNS ?? 40);

it.each([
  ['our own template', () => template],
  ['a workbook of every kind of cell', oddWorkbook],
] as const)('a damaged copy of %s never ends in an exception', async (_, make) => {
  const parts = unzipSync(await make());
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      sober('a.xlsx', damaged(parts, changes));
    }),
    { numRuns: runs },
  );
});

const head = 'organisation,period,element,value\n';
const results =
  'school_year;procedure;subject;grade;district;organisation;participants;mark2;mark3;mark4;mark5\n2024/25;ВПР;РУ;4;d;s1;10;1;2;3;4\n';

it('neither does a table of bytes and pieces', () => {
  const text = fc.array(
    fc.oneof(
      fc.constantFrom(
        head,
        results,
        'code,district\n',
        's1,2024/25,gia.order,x\n',
        '"',
        '""',
        ',',
        ';',
        '\t',
        '\n',
        '\r',
        '\r\n',
      ),
      fc.constantFrom(
        '\u0000',
        '\ufeff',
        'sep=;\n',
        '=1+1',
        '__proto__',
        'constructor',
        '1e999',
        '2024/25',
        'x'.repeat(300),
      ),
      fc.string({ maxLength: 20, unit: 'binary' }),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(
      fc.constantFrom('', head, results),
      text,
      fc.constantFrom('utf8', 'utf16le', 'latin1'),
      (start, rest, code) => {
        sober('a.csv', Uint8Array.from(Buffer.from(start + rest.join(''), code as BufferEncoding)));
      },
    ),
    { numRuns: runs * 5 },
  );
});

it('nor do bytes of any kind under any name', () => {
  const beginning = fc.constantFrom(
    [],
    [0x50, 0x4b, 3, 4],
    [0x50, 0x4b, 5, 6],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  );
  const name = fc.constantFrom('a.xlsx', 'a.xls', 'a.csv', 'a', 'a.xlsm', 'a.ods', 'a.txt');
  fc.assert(
    fc.property(beginning, fc.uint8Array({ maxLength: 400 }), name, (start, rest, path) => {
      sober(path, Uint8Array.from([...start, ...rest]));
    }),
    { numRuns: runs * 10 },
  );
});
