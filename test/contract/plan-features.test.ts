import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { type PlanFeature, planFeatures } from '../../etl/drawing/plan-features.ts';
import { renderPlan } from '../../etl/google/render/render-plan.ts';
import type { RenderedTab } from '../../etl/google/render/rendered-tab.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import type { EntryRule, Formula, Plan, PlanCell, PlanChart } from '../../shared/plan/plan.ts';

const at = (id: string): Formula => ({ type: 'cell', id });
const long: Formula = { type: 'binary', op: '>', left: at('n.0'), right: { type: 'literal', value: 1.5 } };
const rule = (type: EntryRule['type'], more: Partial<EntryRule> = {}): EntryRule => ({
  type,
  promptTitle: `Заголовок ${type}`,
  prompt: `Подсказка ${type}`,
  error: `Отказ ${type}`,
  ...more,
});
const entry = (column: number, type: EntryRule['type'], more: Partial<EntryRule> = {}): PlanCell => ({
  column,
  entry: rule(type, more),
});
const chart = (type: PlanChart['type'], row: number): PlanChart => ({
  type,
  title: `График ${type}`,
  description: `Описание ${type}`,
  categories: { from: 'year.0', to: 'year.2' },
  series: [
    { name: 'Первый ряд', values: { from: 'n.0', to: 'n.2' }, as: 'column' },
    { name: 'Второй ряд', values: { from: 'm.0', to: 'm.2' }, as: 'line' },
  ],
  valueAxis: { min: 0, max: 100, format: 'decimal2' },
  anchor: { fromColumn: 0, fromRow: row, toColumn: 4, toRow: row + 10 },
  dataLabels: true,
});
const print = { orientation: 'landscape', footer: 'Колонтитул', repeatRows: [1, 1] } as const;
const whole = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number) => ({
  firstRow,
  firstColumn,
  lastRow,
  lastColumn,
});

/** Every feature once. */
const plan: Plan = {
  title: 'Все возможности',
  sheets: [
    {
      name: 'Лист',
      tabColour: 'teal',
      protect: true,
      columns: [{ width: 7, hidden: true }, { width: 33.5 }, { width: 12 }, { width: 12 }, { width: 12 }],
      freeze: { rows: 1, columns: 2 },
      merges: [whole(1, 2, 1, 5)],
      autoFilter: whole(3, 2, 6, 4),
      conditions: [
        { range: whole(4, 3, 6, 3), rule: { type: 'formula', formula: long, style: 'bad' } },
        { range: whole(4, 3, 6, 3), rule: { type: 'scale', better: 'higher' } },
        { range: whole(4, 4, 6, 4), rule: { type: 'bar' } },
      ],
      charts: (['column', 'bar', 'line', 'combo', 'stacked'] as const).map((type, i) =>
        chart(type, 20 + 12 * i),
      ),
      sparklines: [{ cell: 'spark', values: { from: 'n.0', to: 'n.2' } }],
      rows: [
        { cells: [{ column: 2, value: 'Широкий заголовок', style: 'title' }] },
        { hidden: true, cells: [{ column: 2, value: 'key', style: 'key' }] },
        { height: 61.5, cells: [{ column: 2, value: 'Имя', detail: 'Мелко под именем', style: 'label' }] },
        ...[0, 1, 2].map((i) => ({
          cells: [
            { column: 2, id: `year.${i}`, value: `202${i}/2${i + 1}` },
            { column: 3, id: `n.${i}`, value: i + 0.25, format: 'decimal3' as const },
            {
              column: 4,
              id: `m.${i}`,
              formula: { type: 'binary' as const, op: '*' as const, left: at(`n.${i}`), right: at(`n.${i}`) },
            },
          ],
        })),
        {
          cells: [
            { column: 2, id: 'spark' },
            { column: 3, value: '2025-03-09', format: 'date' },
            { column: 4, value: 'с примечанием', note: 'Текст примечания' },
            { column: 5, value: '=1+1' },
          ],
        },
        {
          cells: [
            { column: 2, value: 'сюда', link: { sheet: 'Лист', cell: 'C4' } },
            { column: 3, value: 'файл', link: { file: 'inbox/school 1.xlsx' } },
            { column: 4, value: 'сайт', link: { url: 'https://edu.example/a' } },
            { column: 5, value: 42, link: { url: 'https://edu.example/b' } },
          ],
        },
        {
          cells: [
            entry(2, 'integer', { max: 777 }),
            entry(3, 'decimal', { min: 0.5 }),
            entry(4, 'date'),
            entry(5, 'text', { max: 99 }),
          ],
        },
        {
          cells: [
            entry(2, 'link'),
            entry(3, 'yes_no'),
            entry(4, 'list', { list: Array.from({ length: 40 }, (_, i) => `2024/25 № ${i}`) }),
            { ...entry(5, 'integer'), blocked: true },
          ],
        },
      ],
      print,
    },
    {
      name: 'Растёт',
      growing: true,
      protect: true,
      columns: [{ width: 10 }, { width: 10 }],
      rows: [
        { cells: [{ column: 1, value: 'a' }] },
        { cells: [{ column: 1, value: 'b' }, entry(2, 'text')] },
      ],
      print,
    },
    {
      name: '_тайный',
      hidden: true,
      columns: [{ width: 9 }],
      rows: [{ cells: [{ column: 1, value: true }] }],
      print,
    },
    {
      name: 'Две таблицы',
      protect: true,
      oneBlock: true,
      columns: [{ width: 9 }, { width: 9 }],
      rows: [
        { cells: [{ column: 1, value: 'a' }, entry(2, 'text')] },
        { cells: [{ column: 2, value: 'b' }] },
        { cells: [{ column: 1, value: 'c' }, entry(2, 'text')] },
      ],
      print,
    },
  ],
};

interface Rendered {
  /** By part: .xlsx. */
  readonly part: (path: string) => string;
  readonly tabs: readonly RenderedTab[];
  readonly google: string;
}

let rendered: Rendered;
beforeAll(async () => {
  const parts = unzipSync(await writeWorkbook(plan));
  const tabs = renderPlan(plan, {
    set: 'entry',
    editors: ['a@b.example'],
    linkOf: () => 'https://docs.example/f',
  });
  rendered = {
    part: (path) => {
      const bytes = parts[path];
      if (!bytes) throw new Error(`no part ${path}`);
      return strFromU8(bytes);
    },
    tabs,
    google: JSON.stringify(tabs),
  };
});

const sheet = ({ part }: Rendered, number = 1): string => part(`xl/worksheets/sheet${number}.xml`);
const has = (text: string) => (of: Rendered) => sheet(of).includes(text);
const draws = (path: string, text: string | RegExp) => (of: Rendered) => new RegExp(text).test(of.part(path));
const asks = (text: string | RegExp) => (of: Rendered) => new RegExp(text).test(of.google);
const chartPart = (number: number): string => `xl/charts/chart${number}.xml`;
const shared = draws.bind(undefined, 'xl/sharedStrings.xml');

/** What shows that a renderer draws the feature. */
const evidence: Readonly<
  Record<PlanFeature, Readonly<Record<'xlsx' | 'google', (of: Rendered) => boolean>>>
> = {
  'hidden tab': {
    xlsx: draws('xl/workbook.xml', 'name="_тайный"[^>]*state="hidden"'),
    google: asks('"title":"_тайный","sheetType":"GRID","hidden":true'),
  },
  'tab colour': {
    xlsx: has('<tabColor rgb="FF3C8DAD"/>'),
    google: asks('"tabColorStyle":{"rgbColor":{"red":0.2353'),
  },
  'column width': {
    xlsx: has('width="33.5"'),
    google: asks('"startIndex":1,"endIndex":2},"properties":{"pixelSize":240'),
  },
  'hidden column': {
    xlsx: has('hidden="1"'),
    google: asks('COLUMNS","startIndex":0,"endIndex":1},"properties":{[^}]*"hiddenByUser":true'),
  },
  'row height': { xlsx: has('ht="61.5"'), google: asks('"pixelSize":82') },
  'hidden row': {
    xlsx: (of) => /<row r="2"[^>]*hidden="1"/.test(sheet(of)),
    google: asks('ROWS","startIndex":1,"endIndex":2},"properties":{[^}]*"hiddenByUser":true'),
  },
  // split at the frozen edge: B1 alone, C1:E1 merged
  merges: {
    xlsx: has('<mergeCell ref="B1:E1"/>'),
    google: asks(
      '"mergeCells":{"range":{"sheetId":\\d+,"startRowIndex":0,"endRowIndex":1,"startColumnIndex":2,"endColumnIndex":5}',
    ),
  },
  freeze: { xlsx: has('state="frozen"'), google: asks('"frozenRowCount":1,"frozenColumnCount":2') },
  protect: { xlsx: has('<sheetProtection'), google: asks('"addProtectedRange".*"unprotectedRanges"') },
  oneBlock: {
    xlsx: (of) => sheet(of, 3).includes('<sheetProtection'),
    google: asks(
      '"unprotectedRanges":\\[{"sheetId":\\d+,"startRowIndex":0,"endRowIndex":3,"startColumnIndex":1,"endColumnIndex":2}\\]',
    ),
  },
  growing: {
    xlsx: (of) => /<sheetProtection[^>]*insertRows="0"/.test(sheet(of, 2)),
    google: asks('"warningOnly":true'),
  },
  autoFilter: { xlsx: has('<autoFilter ref="B3:D6"'), google: asks('"setBasicFilter"') },
  'condition: formula': {
    xlsx: has('type="expression"'),
    google: asks('"CUSTOM_FORMULA","values":\\[{"userEnteredValue":"=C4>\\(15/10\\)"'),
  },
  'condition: scale': { xlsx: has('type="colorScale"'), google: asks('"midpoint":{"type":"PERCENTILE"') },
  'condition: bar': { xlsx: has('type="dataBar"'), google: asks('"minpoint":{"type":"NUMBER","value":"0"') },
  'chart: column': {
    xlsx: draws(chartPart(1), '<c:barDir val="col"/>'),
    google: asks('"chartType":"COLUMN"'),
  },
  'chart: bar': { xlsx: draws(chartPart(2), '<c:barDir val="bar"/>'), google: asks('"chartType":"BAR"') },
  'chart: line': { xlsx: draws(chartPart(3), '<c:lineChart>'), google: asks('"chartType":"LINE"') },
  'chart: combo': {
    xlsx: draws(chartPart(4), '<c:barChart>.*<c:lineChart>'),
    google: asks('"chartType":"COMBO".*"RIGHT_AXIS"'),
  },
  'chart: stacked': {
    xlsx: draws(chartPart(5), '<c:grouping val="stacked"/>'),
    google: asks('"stackedType":"STACKED"'),
  },
  'chart: alternative text': {
    xlsx: draws('xl/drawings/drawing1.xml', 'descr="Описание bar"'),
    google: asks('"altText":"Описание bar"'),
  },
  'chart: series names': { xlsx: draws(chartPart(1), 'Второй ряд'), google: asks('"headerCount":1') },
  'chart: axis number format': { xlsx: draws(chartPart(1), '#,##0.00'), google: asks('#,##0.00"') },
  'chart: data labels': {
    xlsx: draws(chartPart(1), '<c:dLbls>'),
    google: asks('"dataLabel":{"type":"DATA"'),
  },
  'chart: lines told apart by dashes and markers': {
    xlsx: draws(chartPart(3), 'sysDash.*diamond'),
    google: asks('MEDIUM_DASHED.*DIAMOND'),
  },
  sparklines: { xlsx: has('x14:sparkline>'), google: asks('=SPARKLINE\\(C4:C6;{TRANSPOSE') },
  print: { xlsx: has('Колонтитул'), google: asks('Колонтитул') },
  'typed values': {
    xlsx: (of) => shared('=1\\+1')(of) && sheet(of, 4).includes('t="b"'),
    google: asks('"stringValue":"=1\\+1".*"boolValue":true'),
  },
  'day values': { xlsx: has('<v>45725</v>'), google: asks('"numberValue":45725') },
  'second paragraph of a cell': {
    xlsx: shared('Мелко под именем'),
    google: asks('"stringValue":"Имя\\\\nМелко под именем"},"textFormatRuns"'),
  },
  'live formulas': { xlsx: has('<f>C4*C4</f>'), google: asks('"formulaValue":"=C4\\*C4"') },
  styles: { xlsx: draws('xl/styles.xml', 'FFFFF9DB'), google: asks('"horizontalAlignment":"RIGHT"') },
  'number formats': { xlsx: draws('xl/styles.xml', '#,##0.000'), google: asks('"pattern":"#,##0.000"') },
  note: { xlsx: draws('xl/comments1.xml', 'Текст примечания'), google: asks('"note":"Текст примечания"') },
  'link to a place in the book': {
    xlsx: has('ref="B8" location="'),
    google: asks('"uri":"#gid=\\d+&range=C4"'),
  },
  'link to a file': {
    xlsx: draws('xl/worksheets/_rels/sheet1.xml.rels', 'inbox/school%201.xlsx'),
    google: asks('"uri":"https://docs.example/f"'),
  },
  'web link': {
    xlsx: draws('xl/worksheets/_rels/sheet1.xml.rels', 'https://edu.example/b'),
    google: asks('=HYPERLINK\\(\\\\"https://edu.example/b\\\\";42\\)'),
  },
  'entry: integer': { xlsx: has('&lt;=777'), google: asks('B9<=777;B9=INT\\(B9\\)') },
  'entry: decimal': { xlsx: has('C9&gt;=0.5'), google: asks('C9>=\\(5/10\\)') },
  'entry: date': { xlsx: has('D9&gt;=32874'), google: asks('D9>=32874') },
  'entry: text': { xlsx: (of) => /textLength[^>]*>?.*99/.test(sheet(of)), google: asks('LEN\\(E9\\)<=99') },
  'entry: link': { xlsx: has('LEFT(TRIM(B10),7)'), google: asks('LEFT\\(TRIM\\(B10\\);7\\)') },
  'entry: yes_no': {
    xlsx: has('да,нет,н/д,неприменимо'),
    google: asks('"ONE_OF_LIST","values":\\[{"userEnteredValue":"да"}'),
  },
  'entry: list': {
    xlsx: has('msoko_list_1'),
    google: asks('"ONE_OF_RANGE","values":\\[{"userEnteredValue":"=\'_lists\'!\\$A\\$1:\\$A\\$40"'),
  },
  'entry: prompt and error': {
    xlsx: has('Отказ integer'),
    google: asks('"inputMessage":"Подсказка integer\\\\nОтказ integer","strict":true'),
  },
  'blocked cell': {
    xlsx: draws('xl/styles.xml', 'locked="0"'),
    // E10 is left out of what may be edited
    google: asks(
      '"unprotectedRanges":\\[{"sheetId":\\d+,"startRowIndex":8,"endRowIndex":9,"startColumnIndex":1,"endColumnIndex":5},{"sheetId":\\d+,"startRowIndex":9,"endRowIndex":10,"startColumnIndex":1,"endColumnIndex":4}\\]',
    ),
  },
};

const cases = (Object.keys(planFeatures) as PlanFeature[]).flatMap((feature) =>
  (['xlsx', 'google'] as const).map((renderer) => ({
    feature,
    renderer,
    ...planFeatures[feature][renderer],
  })),
);

describe('renderers of a plan', () => {
  it.each(cases)('$renderer: $feature is $support', ({ feature, renderer, support }) => {
    expect(evidence[feature][renderer](rendered)).toBe(support !== 'unsupported');
  });

  it('say why wherever something is not native', () => {
    for (const { support, ...rest } of cases) {
      if (support !== 'native') expect((rest as { reason?: string }).reason).toMatch(/.{20}/);
    }
  });

  it('are pure: the same plan gives the same requests', () => {
    const again = renderPlan(plan, {
      set: 'entry',
      editors: ['a@b.example'],
      linkOf: () => 'https://docs.example/f',
    });
    expect(JSON.stringify(again)).toBe(rendered.google);
  });
});
