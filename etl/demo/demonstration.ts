import type { Day } from '../../shared/period/period.ts';
import { demoTexts } from '../../shared/texts/demo.ts';
import { demoTable, demoText } from './demo-table.ts';
import { type Fault, faultsOf } from './faults.ts';

/** An invented workspace: what it is made from, and the day on which it stands, so that it looks the same whenever made. */
export interface Demonstration {
  /** Below the folder of the demonstration; '' = that folder itself. */
  readonly folder: string;
  /** School years in order. In the last one units fill in workbooks; earlier ones came as tables. */
  readonly years: readonly string[];
  readonly date: Day;
  readonly readme: string;
  /** Text of one of its files. */
  readonly text: (name: string) => string;
  readonly table: (name: string) => Record<string, string>[];
  /** Tables of the workspace's own catalogue. */
  readonly catalog: readonly string[];
  readonly faults: readonly Fault[];
  /** `<unit> <school year>` → how it reported; undefined: a workbook, or a table in earlier years. */
  readonly ways: ReadonlyMap<string, string>;
  /** Whether a corrected workbook and a file that is none arrive too. */
  readonly hasMishaps: boolean;
}

function demonstration(
  folder: string,
  own: Pick<Demonstration, 'years' | 'date' | 'readme' | 'catalog' | 'hasMishaps'>,
): Demonstration {
  const at = folder === '' ? '' : `${folder}/`;
  const table = (name: string) => demoTable(at + name);
  return {
    folder,
    ...own,
    text: (name) => demoText(at + name),
    table,
    faults: faultsOf(table('faults.csv')),
    ways: new Map(table('reports.csv').map((row) => [`${row.unit} ${row.year}`, row.way ?? ''])),
  };
}

/** One district with everything that the catalogue asks of it, over three school years. */
export const oneDistrict: Demonstration = demonstration('', {
  years: ['2022/23', '2023/24', '2024/25'],
  date: '2025-08-29',
  readme: demoTexts.readme,
  catalog: [],
  hasMishaps: true,
});

/** Four small districts of one region with plans of their own, in the years of these plans; one plan came to its end. */
export const severalDistricts: Demonstration = demonstration('region', {
  years: ['2020/21', '2021/22'],
  date: '2022-08-29',
  readme: demoTexts.regionReadme,
  catalog: ['roadmap.csv', 'activities.csv'],
  hasMishaps: false,
});
