import { beginningsOf } from '../catalog/beginnings.ts';
import { elementRead } from '../catalog/concrete.ts';
import type {
  Catalog,
  Check,
  DataElement,
  Dimension,
  Form,
  Indicator,
  RecordKind,
  Synonym,
} from '../catalog/types.ts';
import type { Expression } from '../expression/ast.ts';
import { parseCondition, parseExpression } from '../expression/parse.ts';
import { withoutUnknown } from '../expression/without-unknown.ts';
import type {
  CheckDefinition,
  DimensionDefinition,
  ElementDefinition,
  FormDefinition,
  IndicatorDefinition,
  RecordDefinition,
} from './definition.ts';
import type { Definitions } from './read-definitions.ts';

/** Line of the tab is not kept: nobody mends the tab by hand. */
const origin = { file: '_forms', line: 1 };

/**
 * The catalogue of one workbook: whatever its `_forms` defines, for the same readers, checks and evaluation that the
 * nightly run uses. Everything in it concerns the workbook's unit, so nothing is limited by type, programme or scope.
 */
export function toCatalog(definitions: Definitions): Catalog {
  const direction = (form: string): string => definitions.form.get(form)?.direction ?? '';
  return withKnownInputs({
    roadmaps: new Map(),
    directions: new Map(),
    forms: mapped(definitions.form, formOf),
    dimensions: new Map([
      ...mapped(definitions.dimension, dimensionOf),
      ...[...definitions.record.values()].flatMap(choicesOf),
    ]),
    elements: mapped(definitions.element, (e) => elementOf(e, direction(e.form))),
    indicators: [...definitions.indicator.values()].flatMap(indicatorOf),
    checks: [...definitions.check.values()].flatMap(checkOf),
    peers: [],
    official: [],
    clusters: [],
    reference: [],
    synonyms: [...definitions.record.values()].flatMap(wordsOf),
    activities: [],
    expectedResults: [],
    criteria: [],
    cycle: [],
    disclosures: [],
    records: mapped(definitions.record, recordOf),
    calendar: [],
  });
}

/**
 * A workbook carries what its unit owes. An expression that names anything else does without it where it can
 * (`any_of`); what cannot has no row for this unit and is left out, whatever leans on it too.
 */
function withKnownInputs(catalog: Catalog): Catalog {
  let { indicators } = catalog;
  const reads = (codes: ReadonlySet<string>) => (expression: Expression | undefined) =>
    expression &&
    withoutUnknown(expression, (code) => elementRead(catalog, code) !== undefined || isOneOf(codes, code));
  for (;;) {
    const read = reads(new Set(indicators.map((i) => i.code)));
    const kept = indicators.flatMap((i): Indicator[] => {
      const [numerator, denominator] = [read(i.numerator), read(i.denominator)];
      if (!!numerator !== !!i.numerator || !!denominator !== !!i.denominator) return [];
      return [{ ...i, ...(numerator && { numerator }), ...(denominator && { denominator }) }];
    });
    if (kept.length === indicators.length) {
      const checks = catalog.checks.flatMap((check): Check[] => {
        const [left, right] = [read(check.left), read(check.right)];
        return left && right ? [{ ...check, left, right }] : [];
      });
      return { ...catalog, indicators: kept, checks };
    }
    indicators = kept;
  }
}

const isOneOf = (codes: ReadonlySet<string>, code: string): boolean =>
  beginningsOf(code).some((base) => codes.has(base));

const mapped = <A, B>(map: ReadonlyMap<string, A>, to: (one: A) => B): Map<string, B> =>
  new Map([...map].map(([code, one]) => [code, to(one)] as const));

const formOf = (form: FormDefinition): Form => ({
  code: form.code,
  title: form.title,
  direction: form.direction,
  level: form.level,
  orgTypes: [],
  programmes: [],
  frequency: form.frequency as Form['frequency'],
  due: form.due,
  asOf: form.asOf,
  order: form.order,
  help: form.help,
  origin,
});

const dimensionOf = ({ code, members }: DimensionDefinition): Dimension => ({
  code,
  members: members.map(([member, title], order) => ({ member, title, order })),
});

/** The answers of a register's lists, each as a dimension of its own. */
const choicesOf = ({ code, fields }: RecordDefinition): [string, Dimension][] =>
  fields.flatMap(({ code: field, list }) =>
    list === undefined
      ? []
      : [[listOf(code, field), dimensionOf({ code: listOf(code, field), members: list })]],
  );

const wordsOf = ({ code, fields }: RecordDefinition): Synonym[] =>
  fields.flatMap(({ code: field, words = [] }) =>
    words.map(([word, member]) => ({ dimension: listOf(code, field), member, word })),
  );

const listOf = (record: string, field: string): string => `${record}.${field}`;

const elementOf = (e: ElementDefinition, direction: string): DataElement => ({
  code: e.code,
  name: e.name,
  form: e.form,
  orgTypes: [],
  level: e.level,
  type: e.type as DataElement['type'],
  unit: e.unit,
  dims: e.dims,
  ...(e.min !== undefined && { min: e.min }),
  ...(e.max !== undefined && { max: e.max }),
  required: e.required,
  rollup: e.rollup as DataElement['rollup'],
  toTime: e.toTime as DataElement['toTime'],
  resets: e.resets as DataElement['resets'],
  help: e.help,
  aliases: e.aliases,
  direction,
  origin,
});

/** A text that the workbook's maker wrote and this version does not read: left out together with its row. */
function side(text: string | undefined, parse = parseExpression): Expression | undefined | 'unreadable' {
  if (text === undefined) return undefined;
  const parsed = parse(text);
  return parsed.ok ? parsed.expression : 'unreadable';
}

function indicatorOf(i: IndicatorDefinition): Indicator[] {
  const numerator = side(i.numerator);
  const denominator = side(i.denominator);
  if (numerator === 'unreadable' || denominator === 'unreadable') return [];
  return [
    ...(i.before ? indicatorOf(i.before) : []),
    {
      code: i.code,
      direction: i.direction,
      no: i.no,
      parent: i.parent,
      name: i.name,
      title: i.title,
      kind: i.kind as Indicator['kind'],
      unit: i.unit,
      ...(numerator && { numerator }),
      ...(denominator && { denominator }),
      factor: i.factor,
      dims: i.dims,
      better: i.better as Indicator['better'],
      ...(i.norm !== undefined && { norm: i.norm }),
      ...(i.minN !== undefined && { minN: i.minN }),
      cumulative: false,
      level: i.level as Indicator['level'],
      basis: '',
      negativeEffects: false,
      validFrom: i.validFrom ?? '',
      validTo: i.validTo ?? '',
      roadmaps: [],
      activity: '',
      sourceLine: '',
      note: '',
      aliases: [],
      ...(i.mayExceed && { mayExceed: true }),
      text: { numerator: i.numerator ?? '', denominator: i.denominator ?? '', scope: '' },
      origin,
    },
  ];
}

function checkOf(c: CheckDefinition): Check[] {
  const left = side(c.left);
  const right = side(c.right);
  const scope = side(c.scope, parseCondition);
  if (!left || !right || left === 'unreadable' || right === 'unreadable' || scope === 'unreadable') return [];
  return [
    {
      code: c.code,
      check: c.check,
      form: c.form,
      left,
      op: c.op as Check['op'],
      right,
      ...(scope && { scope }),
      severity: c.severity as Check['severity'],
      validFrom: '',
      validTo: '',
      source: '',
      message: c.message,
      origin,
    },
  ];
}

const recordOf = (r: RecordDefinition): RecordKind => ({
  code: r.code,
  title: r.title,
  tab: '',
  direction: '',
  levels: [],
  orgTypes: [],
  programmes: [],
  isStanding: r.standing,
  // older workbooks do not say; what is printed stands in given rows only
  rows: r.rows ?? (r.fields.some(({ printed }) => printed) ? 0 : 1),
  ...(r.endedBy !== undefined && { endedBy: r.endedBy }),
  order: 0,
  help: r.help,
  source: '',
  fields: r.fields.map((field, order) => ({
    record: r.code,
    code: field.code,
    name: field.name,
    type: field.type as RecordKind['fields'][number]['type'],
    list: field.list === undefined ? '' : listOf(r.code, field.code),
    required: field.required,
    isPrinted: field.printed,
    ...(field.min !== undefined && { min: field.min }),
    ...(field.max !== undefined && { max: field.max }),
    unit: field.unit,
    ...(field.width !== undefined && { width: field.width }),
    order,
    help: field.help,
    origin,
  })),
  origin,
});
