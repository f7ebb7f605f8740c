import { choicesOf } from '../catalog/choices.ts';
import type {
  Catalog,
  Check,
  DataElement,
  Dimension,
  Form,
  Indicator,
  RecordField,
  RecordKind,
} from '../catalog/types.ts';
import type { Expression } from '../expression/ast.ts';
import { formatExpression } from '../expression/format.ts';
import { inputsOf } from '../expression/inputs.ts';
import type { UnitProfile } from '../template/unit.ts';
import type {
  CheckDefinition,
  DimensionDefinition,
  ElementDefinition,
  FormDefinition,
  IndicatorDefinition,
  RecordDefinition,
  UnitDefinition,
} from './definition.ts';

/** Catalogue entries as a workbook carries them; `to-catalog.ts` is the way back. */
export const describeForm = (
  form: Form,
  periods: readonly string[],
  lastDays: Readonly<Record<string, string>> = {},
): FormDefinition => ({
  code: form.code,
  title: form.title,
  direction: form.direction,
  level: form.level,
  frequency: form.frequency,
  periods,
  due: form.due,
  ...(Object.keys(lastDays).length > 0 && { lastDays }),
  asOf: form.asOf,
  order: form.order,
  help: form.help,
});

export const describeElement = (e: DataElement): ElementDefinition => ({
  code: e.code,
  name: e.name,
  form: e.form,
  level: e.level,
  type: e.type,
  unit: e.unit,
  dims: e.dims,
  ...(e.min !== undefined && { min: e.min }),
  ...(e.max !== undefined && { max: e.max }),
  required: e.required,
  rollup: e.rollup,
  toTime: e.toTime,
  resets: e.resets,
  help: e.help,
  aliases: e.aliases,
});

/** Without its scope: a workbook carries the indicators of its unit only. `before`: see IndicatorDefinition. */
export const describeIndicator = (i: Indicator, before?: Indicator): IndicatorDefinition => ({
  code: i.code,
  direction: i.direction,
  no: i.no,
  parent: i.parent,
  name: i.name,
  title: i.title,
  kind: i.kind,
  unit: i.unit,
  ...(i.numerator && { numerator: formatExpression(i.numerator) }),
  ...(i.denominator && { denominator: formatExpression(i.denominator) }),
  factor: i.factor,
  dims: i.dims,
  better: i.better,
  ...(i.norm !== undefined && { norm: i.norm }),
  ...(i.minN !== undefined && { minN: i.minN }),
  level: i.level,
  ...(i.mayExceed && { mayExceed: true }),
  ...(i.validFrom !== '' && { validFrom: i.validFrom }),
  ...(i.validTo !== '' && { validTo: i.validTo }),
  ...(before && before !== i && { before: describeIndicator(before) }),
});

export const describeCheck = (c: Check): CheckDefinition => ({
  code: c.code,
  check: c.check,
  form: c.form,
  left: formatExpression(c.left),
  op: c.op,
  right: formatExpression(c.right),
  severity: c.severity,
  ...(c.scope && { scope: formatExpression(c.scope) }),
  message: c.message,
});

export const describeDimension = ({ code, members }: Dimension): DimensionDefinition => ({
  code,
  members: members.map((m) => [m.member, m.title] as const),
});

function describeChoices(catalog: Catalog, field: RecordField) {
  const words = catalog.synonyms
    .filter(({ dimension }) => dimension === field.list)
    .map(({ word, member }) => [word, member] as const);
  return {
    list: choicesOf(catalog, field).map((c) => [c.code, c.title] as const),
    ...(words.length > 0 && { words }),
  };
}

export const describeRecord = (catalog: Catalog, r: RecordKind): RecordDefinition => ({
  code: r.code,
  title: r.title,
  standing: r.isStanding,
  help: r.help,
  rows: r.rows,
  ...(r.endedBy !== undefined && { endedBy: r.endedBy }),
  fields: r.fields.map((field) => ({
    code: field.code,
    name: field.name,
    type: field.type,
    required: field.required,
    printed: field.isPrinted,
    ...(field.min !== undefined && { min: field.min }),
    ...(field.max !== undefined && { max: field.max }),
    unit: field.unit,
    ...(field.width !== undefined && { width: field.width }),
    help: field.help,
    ...(field.type === 'list' && describeChoices(catalog, field)),
  })),
});

/** A unit as a workbook carries it: of its columns those that one of the conditions reads, since the others concern nobody. */
export function describeUnit(unit: UnitProfile, conditions: readonly Expression[]): UnitDefinition {
  const read = new Set(conditions.flatMap(inputsOf));
  return {
    code: unit.code,
    name: unit.name,
    level: unit.level,
    district: unit.district?.code ?? '',
    types: unit.types,
    programmes: unit.programmes,
    ...(unit.opened !== undefined && { opened: unit.opened }),
    ...(unit.closed !== undefined && { closed: unit.closed }),
    columns: Object.fromEntries(Object.entries(unit.columns).filter(([name]) => read.has(name))),
  };
}
