import type { EntryRule, Formula, Plan, PlanCell, PlanRow, PlanSheet } from '../../../shared/plan/plan.ts';

export const cellRef = (id: string): Formula => ({ type: 'cell', id });
export const rangeRef = (from: string, to: string): Formula => ({ type: 'range', from, to });
export const literal = (value: number | string | boolean): Formula => ({ type: 'literal', value });

const integer: EntryRule = {
  type: 'integer',
  min: 0,
  max: 5000,
  promptTitle: 'Число обучающихся',
  prompt: 'Целое число от 0 до 5000. Если сведений нет, напишите «н/д».',
  error: 'Здесь допустимо целое число от 0 до 5000 либо «н/д», «неприменимо».',
};

const subjects = ['Русский язык', 'Математика', 'Окружающий мир', 'Литературное чтение', 'Иностранный язык'];

/** An entry tab as templates make it, of every cell kind, with hidden keys, live shares and all features of the plan. */
export function entrySheet(): PlanSheet {
  const heading: PlanRow = {
    cells: ['№', 'Предмет', 'Ед. изм.', 'Писали', 'Справились', 'Доля, %', 'Проверено'].map(
      (value, index) => ({
        column: index + 2,
        value,
        style: 'heading',
      }),
    ),
  };
  const rows = subjects.map((subject, index): PlanRow => {
    const number = index + 1;
    const written = 100 + 7 * index;
    return {
      cells: [
        { column: 1, value: `vpr.written.s${number}`, style: 'key' },
        { column: 2, value: number, style: 'unit' },
        {
          column: 3,
          value: index === 1 ? `${subject}. ${'Длинное пояснение к строке. '.repeat(6)}` : subject,
          style: 'label',
          id: `name.${number}`,
        },
        { column: 4, value: 'чел.', style: 'unit' },
        { column: 5, id: `written.${number}`, entry: integer, ...(index === 3 ? {} : { value: written }) },
        { column: 6, id: `passed.${number}`, entry: integer, value: written - 10 * index },
        {
          column: 7,
          id: `share.${number}`,
          style: 'value',
          format: 'decimal1',
          formula: {
            type: 'call',
            name: 'IF',
            args: [
              {
                type: 'call',
                name: 'AND',
                args: [
                  { type: 'call', name: 'ISNUMBER', args: [cellRef(`written.${number}`)] },
                  {
                    type: 'binary',
                    op: '>',
                    left: { type: 'call', name: 'N', args: [cellRef(`written.${number}`)] },
                    right: literal(0),
                  },
                ],
              },
              {
                type: 'binary',
                op: '/',
                left: { type: 'binary', op: '*', left: literal(100), right: cellRef(`passed.${number}`) },
                right: cellRef(`written.${number}`),
              },
              literal(''),
            ],
          },
        },
        {
          column: 8,
          entry: {
            type: 'yes_no',
            promptTitle: 'Проверено',
            prompt: 'Выберите из списка.',
            error: 'Выберите ответ из списка.',
          },
          ...(index === 0 ? { note: 'Отметьте «да», если комиссия проверила работы. '.repeat(5) } : {}),
        },
      ],
    };
  });
  const total: PlanCell[] = [
    { column: 3, value: 'Итого', style: 'label' },
    {
      column: 5,
      id: 'written.total',
      style: 'value',
      format: 'integer',
      formula: { type: 'call', name: 'SUM', args: [rangeRef('written.1', 'written.5')] },
    },
    {
      column: 6,
      id: 'passed.total',
      style: 'value',
      format: 'integer',
      formula: { type: 'call', name: 'SUM', args: [rangeRef('passed.1', 'passed.5')] },
    },
  ];
  return {
    name: '1.16 Подготовка',
    tabColour: 'blue',
    columns: [{ width: 6, hidden: true }, ...[5, 38, 9, 12, 12, 10, 14].map((width) => ({ width }))],
    rows: [
      { hidden: true, cells: [{ column: 1, value: 'msoko:keys:1' }] },
      { cells: [{ column: 2, value: 'Качество подготовки обучающихся', style: 'title' }] },
      {
        cells: [
          {
            column: 2,
            value:
              'Заполняется школой до 15 сентября. Жёлтые ячейки — для ввода; если сведений нет, напишите «н/д», если показатель к вам не относится — «неприменимо».',
            style: 'help',
          },
        ],
      },
      heading,
      ...rows,
      { cells: total },
      {
        cells: [
          { column: 2, value: 'К оглавлению', style: 'link', link: { sheet: 'Оглавление', cell: 'B2' } },
        ],
      },
    ],
    merges: [
      { firstRow: 2, firstColumn: 2, lastRow: 2, lastColumn: 8 },
      { firstRow: 3, firstColumn: 2, lastRow: 3, lastColumn: 8 },
      { firstRow: 11, firstColumn: 2, lastRow: 11, lastColumn: 3 },
    ],
    freeze: { rows: 4, columns: 3 },
    protect: true,
    conditions: [
      {
        range: { firstRow: 5, firstColumn: 7, lastRow: 9, lastColumn: 7 },
        rule: {
          type: 'formula',
          style: 'bad',
          formula: {
            type: 'binary',
            op: '>',
            left: { type: 'call', name: 'N', args: [cellRef('passed.1')] },
            right: { type: 'call', name: 'N', args: [cellRef('written.1')] },
          },
        },
      },
      {
        range: { firstRow: 5, firstColumn: 7, lastRow: 9, lastColumn: 7 },
        rule: { type: 'scale', better: 'higher' },
      },
      { range: { firstRow: 5, firstColumn: 6, lastRow: 9, lastColumn: 6 }, rule: { type: 'bar' } },
    ],
    print: { orientation: 'landscape', repeatRows: [4, 4], fitWidth: true, footer: 'МСОКО & район' },
  };
}

export function contentsSheet(): PlanSheet {
  const words: PlanCell['style'][] = [
    'good',
    'attention',
    'bad',
    'muted',
    'text',
    'section',
    'locked',
    'subtitle',
  ];
  const towns = Array.from({ length: 40 }, (_, index) => `Населённый пункт № ${index + 1}`);
  return {
    name: 'Оглавление',
    columns: [{ width: 3 }, { width: 40 }, { width: 24 }],
    rows: [
      { cells: [] },
      { cells: [{ column: 2, value: 'Оглавление', style: 'title' }] },
      {
        cells: [
          {
            column: 2,
            value: 'Качество подготовки',
            style: 'link',
            link: { sheet: '1.16 Подготовка', cell: 'E5' },
          },
          {
            column: 3,
            value: 'файл школы',
            style: 'link',
            link: { file: '../inbox/Школа № 1, 5%.xlsx', sheet: '1.16 Подготовка', cell: 'E5' },
          },
        ],
      },
      {
        cells: [
          { column: 2, value: 'Сайт', style: 'link', link: { url: 'https://example.org/путь?a=1&b=%20' } },
          { column: 3, value: '2024-09-01', format: 'date', style: 'value' },
        ],
      },
      ...words.map(
        (style): PlanRow => ({ cells: [{ column: 2, value: `Вид: ${style}`, style: style as 'good' }] }),
      ),
      {
        cells: [
          { column: 2, value: 'Населённый пункт', style: 'label' },
          {
            column: 3,
            entry: {
              type: 'list',
              list: towns,
              promptTitle: 'Населённый пункт, где стоит организация',
              prompt: 'Выберите из списка.',
              error: 'Выберите из списка.',
            },
          },
        ],
      },
      {
        cells: [
          { column: 2, value: 'Дата', style: 'label' },
          {
            column: 3,
            entry: { type: 'date', promptTitle: 'Дата', prompt: 'ДД.ММ.ГГГГ', error: 'Нужна дата.' },
          },
        ],
      },
      {
        cells: [
          { column: 2, value: 'Пояснение', style: 'label' },
          {
            column: 3,
            entry: {
              type: 'text',
              max: 500,
              promptTitle: 'Пояснение',
              prompt: 'Любой текст.',
              error: 'Не более 500 знаков.',
            },
          },
        ],
      },
    ],
    autoFilter: { firstRow: 2, firstColumn: 2, lastRow: 15, lastColumn: 3 },
    protect: true,
    print: { orientation: 'portrait' },
  };
}

export function samplePlan(): Plan {
  return {
    title: 'Проверка записи',
    sheets: [
      contentsSheet(),
      {
        name: '_meta',
        hidden: true,
        columns: [{ width: 20 }, { width: 20 }],
        rows: [
          {
            cells: [
              { column: 1, value: 'schema' },
              { column: 2, value: '1' },
            ],
          },
        ],
        print: { orientation: 'portrait' },
      },
      entrySheet(),
    ],
  };
}
