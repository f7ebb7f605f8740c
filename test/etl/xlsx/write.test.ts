import { read } from '@e965/xlsx';
import { strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { unpack } from '../../../etl/xlsx/normalise.ts';
import { InvalidDay, writeWorkbook } from '../../../etl/xlsx/write.ts';
import { InvalidSheetName } from '../../../shared/plan/errors.ts';
import type { Plan, PlanCell, PlanSheet } from '../../../shared/plan/plan.ts';
import { chartPlan } from './chart-plan.ts';
import { literal, samplePlan } from './sample-plan.ts';

const print = { orientation: 'portrait' } as const;
const sheet = (name: string, cells: PlanCell[], more: Partial<PlanSheet> = {}): PlanSheet => ({
  name,
  columns: [{ width: 20 }],
  rows: [{ cells }],
  print,
  ...more,
});

async function partsOf(plan: Plan): Promise<Map<string, string>> {
  const parts = unpack(await writeWorkbook(plan));
  return new Map([...parts].map(([path, bytes]) => [path, strFromU8(bytes)]));
}

async function sheetXml(cells: PlanCell[], more: Partial<PlanSheet> = {}): Promise<string> {
  return (
    (await partsOf({ title: '', sheets: [sheet('Л', cells, more)] })).get('xl/worksheets/sheet1.xml') ?? ''
  );
}

describe('values, read back by SheetJS', () => {
  test.each<[string, PlanCell, object]>([
    ['number', { column: 1, value: 0.1 }, { t: 'n', v: 0.1 }],
    ['zero', { column: 1, value: 0 }, { t: 'n', v: 0 }],
    ['negative', { column: 1, value: -12345678.25 }, { t: 'n', v: -12345678.25 }],
    ['tiny', { column: 1, value: 1e-7 }, { t: 'n', v: 1e-7 }],
    ['true', { column: 1, value: true }, { t: 'b', v: true }],
    ['false', { column: 1, value: false }, { t: 'b', v: false }],
    [
      'text',
      { column: 1, value: 'Школа «Радуга» & <Ко> "№ 1"' },
      { t: 's', v: 'Школа «Радуга» & <Ко> "№ 1"' },
    ],
    ['digits as text', { column: 1, value: '007' }, { t: 's', v: '007' }],
    ['blanks around', { column: 1, value: '  два  ' }, { t: 's', v: '  два  ' }],
    ['lines', { column: 1, value: 'один\r\nдва\rтри' }, { t: 's', v: 'один\nдва\nтри' }],
    ['emoji', { column: 1, value: '😀' }, { t: 's', v: '😀' }],
    ['day', { column: 1, value: '2024-09-01', format: 'date' }, { t: 'n', v: 45536 }],
    ['looks like an escape', { column: 1, value: '_x0041_' }, { t: 's', v: '_x0041_' }],
  ])('%s', async (_, cell, expected) => {
    const bytes = await writeWorkbook({ title: '', sheets: [sheet('Л', [cell])] });
    expect(read(bytes).Sheets.Л?.A1).toMatchObject(expected);
  });

  test.each(['=1+1', '+7 900', '-5', '@SUM(A1)', '\t=1', "'=1", '=HYPERLINK("http://x")', '|cmd'])(
    'the text «%s» never becomes a formula',
    async (value) => {
      const bytes = await writeWorkbook({ title: '', sheets: [sheet('Л', [{ column: 1, value }])] });
      const found = read(bytes).Sheets.Л?.A1;
      expect(found).toMatchObject({ t: 's', v: value });
      expect(found.f).toBeUndefined();
      expect(await sheetXml([{ column: 1, value }])).not.toContain('<f>');
    },
  );

  test('what XML cannot carry is removed', async () => {
    const value = 'а\u0000б\u0008\u000b\u001fв\ufffe\uffffг\ud800д\udc00';
    const bytes = await writeWorkbook({
      title: value,
      sheets: [sheet('Л', [{ column: 1, value, note: value }])],
    });
    expect(read(bytes).Sheets.Л?.A1.v).toBe('абвг\ufffdд\ufffd');
    for (const [path, part] of unpack(bytes)) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(strFromU8(part), path).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    }
  });
});

describe('formulas', () => {
  test.each<[string, PlanCell, string]>([
    ['number', { column: 1, formula: literal(2.5) }, '<f>2.5</f><v>2.5</v>'],
    ['text', { column: 1, formula: literal('a<b') }, 't="str"><f>&quot;a&lt;b&quot;</f><v>a&lt;b</v>'],
    ['empty text', { column: 1, formula: literal('') }, 't="str"><f>&quot;&quot;</f><v></v>'],
    ['false', { column: 1, formula: literal(false) }, 't="b"><f>FALSE</f><v>0</v>'],
    ['zero', { column: 1, formula: literal(0) }, '<f>0</f><v>0</v>'],
    [
      'error',
      { column: 1, formula: { type: 'binary', op: '/', left: literal(1), right: literal(0) } },
      't="e"><f>1/0</f><v>#DIV/0!</v>',
    ],
  ])('%s with its result', async (_, cell, xml) => {
    expect(await sheetXml([cell])).toContain(xml);
  });
});

describe('a whole workbook', () => {
  test('hidden tabs come last, the first tab is open', async () => {
    const parts = await partsOf(samplePlan());
    const workbook = parts.get('xl/workbook.xml') ?? '';
    expect(
      [...workbook.matchAll(/<sheet [^>]*name="([^"]*)" state="(\w+)"/g)].map((match) => match.slice(1)),
    ).toEqual([
      ['Оглавление', 'visible'],
      ['1.16 Подготовка', 'visible'],
      ['_meta', 'hidden'],
      ['_lists', 'hidden'],
    ]);
    expect(workbook).toContain('activeTab="0"');
    expect(workbook).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'Оглавление'!$B$2:$C$15</definedName>`,
    );
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'1.16 Подготовка'!$4:$4`,
    );
    expect(workbook).toContain(`<definedName name="msoko_list_1">'_lists'!$A$1:$A$40</definedName>`);
  });

  test('only entry cells are unlocked on a protected tab', async () => {
    const parts = await partsOf(samplePlan());
    const xml = parts.get('xl/worksheets/sheet2.xml') ?? '';
    expect(xml).toContain(
      '<sheetProtection sheet="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>',
    );
    const section = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(parts.get('xl/styles.xml') ?? '')?.[1] ?? '';
    const cellStyles = section.split('<xf ').slice(1);
    const open = [...xml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)]
      .filter((match) => cellStyles[Number(match[2])]?.includes('locked="0"'))
      .map((match) => match[1]);
    const expected = [5, 6, 7, 8, 9].flatMap((row) => [`E${row}`, `F${row}`, `H${row}`]);
    expect(open).toEqual(expected);
  });

  test('links lead into this workbook, into other files and to the web', async () => {
    const parts = await partsOf(samplePlan());
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain(
      `<hyperlinks><hyperlink ref="B3" location="'1.16 Подготовка'!E5"/><hyperlink ref="C3" r:id="rId1" location="'1.16 Подготовка'!E5"/><hyperlink ref="B4" r:id="rId2"/></hyperlinks>`,
    );
    const relationships = parts.get('xl/worksheets/_rels/sheet1.xml.rels') ?? '';
    const targets = [...relationships.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(
      (match) => match[1],
    );
    expect(targets.map((target) => decodeURI(target ?? ''))).toEqual([
      '../inbox/Школа № 1%2C 5%.xlsx',
      'https://example.org/путь?a=1&amp;b= ',
    ]);
  });

  test('document dates are given ones, never the clock', async () => {
    const fixed = unpack(await writeWorkbook(samplePlan(), { day: '2024-10-05' })).get('docProps/core.xml');
    expect(strFromU8(fixed as Uint8Array)).toContain('2024-10-05T00:00:00Z</dcterms:modified>');
    const none = (await partsOf(samplePlan())).get('docProps/core.xml');
    expect(none).toContain('1980-01-01T00:00:00Z</dcterms:modified>');
    await expect(writeWorkbook(samplePlan(), { day: '2024-02-30' })).rejects.toThrow(InvalidDay);
  });

  test('a faulty plan is refused by name', async () => {
    await expect(writeWorkbook({ title: '', sheets: [sheet('a/b', [])] })).rejects.toThrow(InvalidSheetName);
  });

  test('nothing in the file is random or of this machine', async () => {
    for (const [path, xml] of await partsOf(chartPlan())) {
      const guids = xml.match(/\{[0-9A-F]{8}-[0-9A-F-]{27}\}/gi) ?? [];
      // ids of Office's own extensions
      const known = [
        '{56B9EC1D-385E-4148-901F-78D8002777C0}',
        '{EB79DEF2-80B8-43E5-95BD-54CBDDF9020C}',
        '{9260A510-F301-46A8-8635-F512D64BE5F5}',
      ];
      expect(
        guids.map((guid) => guid.toUpperCase()).filter((guid) => !known.includes(guid)),
        path,
      ).toEqual([]);
      expect(xml, path).not.toContain('ExcelJS');
    }
  });
});

describe('charts', () => {
  test('carry what the cells show; a missing point is left out', async () => {
    const parts = await partsOf(chartPlan());
    const chart = parts.get('xl/charts/chart1.xml') ?? '';
    expect(chart).toContain("<c:f>'Год''s обзор'!$A$2:$A$6</c:f>");
    const caches = [...chart.matchAll(/<c:numCache>.*?<\/c:numCache>/g)].map(([cache]) =>
      [...cache.matchAll(/<c:pt idx="(\d)"><c:v>([^<]*)/g)].map((match) => [
        Number(match[1]),
        Number(match[2]),
      ]),
    );
    expect(caches).toEqual([
      [
        [0, 71.5],
        [1, 74.2],
        [3, 78.9],
        [4, 80.1],
      ],
      [
        [0, 45],
        [1, 52.3],
        [2, 50.1],
        [4, 61.7],
      ],
    ]);
    expect(chart).toContain('<c:dispBlanksAs val="gap"/>');
  });

  test('are named and described for people who cannot see them', async () => {
    const drawing = (await partsOf(chartPlan())).get('xl/drawings/drawing1.xml') ?? '';
    expect(drawing.match(/descr="[^"]+"/g)).toHaveLength(5);
    expect(drawing).toContain('name="Качество подготовки: column"');
  });

  test('stand before notes in the worksheet', async () => {
    const xml = (await partsOf(chartPlan())).get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).toMatch(/<drawing r:id="rId1"\/><legacyDrawing r:id="rId2"\/><\/worksheet>$/);
  });
});

test('rows that fold stand below their heading, in the order the standard asks for', async () => {
  const rows = [{ cells: [] }, { cells: [], outline: 1 }, { cells: [], outline: 2 }];
  const xml = await sheetXml([], { rows, tabColour: 'blue', print: { ...print, fitWidth: true } });
  expect(/<sheetPr>.*<\/sheetPr>/.exec(xml)?.[0]).toMatch(
    /^<sheetPr><tabColor [^>]*\/><outlinePr summaryBelow="0" summaryRight="0"\/><pageSetUpPr fitToPage="1"\/><\/sheetPr>$/,
  );
  expect(xml).toContain('outlineLevelRow="2"');
  expect([...xml.matchAll(/<row r="(\d)"[^>]*outlineLevel="(\d)"/g)].map((m) => `${m[1]}:${m[2]}`)).toEqual([
    '2:1',
    '3:2',
  ]);
  // a tab without such rows says nothing of it
  expect(await sheetXml([])).not.toContain('outlinePr');
});
