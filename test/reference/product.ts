import { buildCatalog } from '../../shared/catalog/build-catalog.ts';
import type { CatalogFault } from '../../shared/catalog/fault.ts';
import type { CatalogTable } from '../../shared/catalog/table.ts';
import { columnsOf } from '../../shared/indicator/columns.ts';
import { evaluate } from '../../shared/indicator/evaluate.ts';
import type { IndicatorResult } from '../../shared/indicator/types.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import type { Register } from '../../shared/register/register.ts';
import { words } from './catalogue.ts';
import { toNumber } from './rational.ts';
import { type Row, typed, type Workspace } from './workspace.ts';

const columns: Readonly<Record<string, string>> = {
  'forms.csv': 'code,title,direction,level,org_types,programmes,frequency,due,as_of,order,help',
  'dimensions.csv': 'dimension,member,title,order',
  'data-elements/student-results.csv':
    'code,name,form,org_types,applies_if,level,type,unit,dims,min,max,required,rollup,to_time,resets,help,aliases',
  'indicators/student-results.csv':
    'code,direction,no,parent,name,title,kind,unit,numerator,denominator,factor,scope,dims,better,norm,cumulative,level,min_n,basis,negative_effects,valid_from,valid_to,roadmap,activity,source_line,note,aliases',
  'roadmaps/own/roadmap.csv': 'id,district,region,title,approved_by,approved_on,period_from,period_to,source',
};

/** The catalogue of a workspace as the tables of contracts §3, in the product's shape. */
export function catalogTables(w: Workspace): CatalogTable[] {
  const named = [...w.indicators, ...w.districts].flatMap((row) =>
    words(`${row.roadmap} ${row.monitoring ?? ''}`),
  );
  const roadmaps = [...new Set(named)].map(
    (id): Row => ({
      id,
      district: 'd1',
      region: 'r1',
      title: id,
      approved_by: 'Управление образования',
      approved_on: '2020-01-01',
      period_from: '2020-01-01',
      period_to: '2030-12-31',
      source: 'test',
    }),
  );
  const rows = [w.forms, w.dimensions, w.elements, w.indicators, roadmaps];
  return Object.entries(columns).map(([file, header], i) => ({
    file: `templates/${file}`,
    header: header.split(','),
    rows: rows[i]!.map((row, at) => ({
      line: at + 2,
      columns: Object.fromEntries(header.split(',').map((c) => [c, row[c] ?? ''])),
    })),
    origin: 'builtin',
  }));
}

/** The register of a workspace in the product's shape. */
export const registerOf = (w: Workspace): Register => ({
  organisations: w.organisations.map((row) => ({
    code: row.code!,
    name: row.name!,
    types: words(row.type),
    district: row.district!,
    programmes: words(row.programmes),
    ...(row.opened ? { opened: row.opened } : {}),
    ...(row.closed ? { closed: row.closed } : {}),
    columns: row,
  })),
  districts: w.districts.map((row) => ({
    code: row.code!,
    name: row.name!,
    region: row.region!,
    regionName: row.region_name!,
    roadmaps: words(row.roadmap),
    columns: row,
  })),
});

/** The observations of a workspace in the product's shape; reading typed text is not what is tested here. */
export const observationsOf = (w: Workspace): Observation[] =>
  w.observations.map((row, i) => {
    const element = w.elements.find((e) => row.element === e.code || row.element!.startsWith(`${e.code}.`));
    const cell = typed(row.value ?? '', element?.type ?? '');
    return {
      unit: row.organisation!,
      element: row.element!,
      period: row.period!,
      status: cell.status,
      ...(cell.status === 'value' ? { value: toNumber(cell.value) } : {}),
      place: { file: 'inbox/test.csv', line: i + 2 },
    };
  });

/** What the product finds wrong with a workspace's catalogue. */
export const catalogueFaults = (w: Workspace): CatalogFault[] => buildCatalog(catalogTables(w)).faults;

/** The product's answer: catalogue built and checked, observations as columns, engine, rows in export order. */
export function evaluateProduct(w: Workspace): IndicatorResult[] {
  const { catalog, faults } = buildCatalog(catalogTables(w));
  if (faults.length > 0) throw new RangeError(`the catalogue does not load: ${JSON.stringify(faults)}`);
  const observations = columnsOf(registerOf(w), catalog, observationsOf(w));
  return [...evaluate({ catalog, observations, date: w.date }).rows()];
}
