import { choicesOf } from '../catalog/choices.ts';
import { resolveConcrete } from '../catalog/concrete.ts';
import { inForce } from '../catalog/in-force.ts';
import type { Catalog, Check, DataElement, Form, Indicator, RecordKind } from '../catalog/types.ts';
import { formatExpression } from '../expression/format.ts';
import { inputsOf } from '../expression/inputs.ts';
import type { BlockedGroup } from '../parse/blocked-cells.ts';
import type { PlanSheet } from '../plan/plan.ts';
import type { OwedForm } from './owed.ts';

/** Well under the 32,767 characters of a cell. */
const chunk = 30_000;

type Definition = Readonly<Record<string, unknown>>;

const formOf = (form: Form, periods: readonly string[]): Definition => ({
  code: form.code,
  title: form.title,
  direction: form.direction,
  level: form.level,
  frequency: form.frequency,
  periods,
  due: form.due,
  asOf: form.asOf,
  order: form.order,
  help: form.help,
});

const elementOf = (e: DataElement): Definition => ({
  code: e.code,
  name: e.name,
  form: e.form,
  type: e.type,
  unit: e.unit,
  dims: e.dims,
  min: e.min,
  max: e.max,
  required: e.required,
  toTime: e.toTime,
  resets: e.resets,
  help: e.help,
  aliases: e.aliases,
});

const indicatorOf = (i: Indicator): Definition => ({
  code: i.code,
  direction: i.direction,
  no: i.no,
  parent: i.parent,
  name: i.name,
  title: i.title,
  kind: i.kind,
  unit: i.unit,
  numerator: i.numerator && formatExpression(i.numerator),
  denominator: i.denominator && formatExpression(i.denominator),
  factor: i.factor,
  dims: i.dims,
  better: i.better,
  norm: i.norm,
  minN: i.minN,
});

const checkOf = (c: Check): Definition => ({
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

const recordOf = (catalog: Catalog, r: RecordKind): Definition => ({
  code: r.code,
  title: r.title,
  standing: r.isStanding,
  help: r.help,
  fields: r.fields.map((field) => ({
    code: field.code,
    name: field.name,
    type: field.type,
    required: field.required,
    printed: field.isPrinted,
    min: field.min,
    max: field.max,
    unit: field.unit,
    help: field.help,
    ...(field.type === 'list' && { list: choicesOf(catalog, field).map((c) => [c.code, c.title]) }),
  })),
});

/** Cuts a text into pieces that a cell holds, never within a character. */
export function chunksOf(text: string, size: number = chunk): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + size);
    const code = text.charCodeAt(end - 1);
    if (end < text.length && code >= 0xd800 && code <= 0xdbff) end--;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

/**
 * The hidden `_forms`: one row per definition this workbook needs: A kind, B code, from C on its JSON in pieces.
 * Expressions stand as text, dimensions with their members; `blocked` are the cells of a form that organisations of a
 * district do not owe; `rules` are the checks that concern this workbook.
 */
export function formsSheet(
  catalog: Catalog,
  forms: readonly OwedForm[],
  indicators: readonly Indicator[],
  blocked: readonly (readonly [form: string, groups: readonly BlockedGroup[]])[] = [],
  records: readonly RecordKind[] = [],
  rules: readonly Check[] = catalog.checks,
): PlanSheet {
  const elements = forms.flatMap((f) => f.elements.map((e) => e.element));
  const known = new Set([...elements.map((e) => e.code), ...indicators.map((i) => i.code)]);
  const dims = new Set([...elements, ...indicators].flatMap((d) => d.dims));
  // a side may name a base code, a concrete one, or an indicator
  const isKnown = (code: string): boolean =>
    known.has(code) || known.has(resolveConcrete(catalog, code)?.element.code ?? '');
  // definitions of the workbook's own year
  const schoolYear = forms[0]?.periods[0]?.schoolYear ?? '';
  const checks = rules.filter(
    (c) => inForce(c, schoolYear) && [...inputsOf(c.left), ...inputsOf(c.right)].every(isKnown),
  );
  const definitions: (readonly [string, string, Definition | readonly BlockedGroup[]])[] = [];
  for (const f of forms) {
    const periods = f.periods.map((p) => p.key);
    definitions.push(['form', f.form.code, formOf(f.form, periods)]);
  }
  for (const dim of dims) {
    const members = catalog.dimensions.get(dim)?.members ?? [];
    definitions.push(['dimension', dim, { code: dim, members: members.map((m) => [m.member, m.title]) }]);
  }
  for (const e of elements) definitions.push(['element', e.code, elementOf(e)]);
  for (const i of indicators) definitions.push(['indicator', i.code, indicatorOf(i)]);
  for (const c of checks) definitions.push(['check', c.code, checkOf(c)]);
  for (const [form, groups] of blocked) if (groups.length > 0) definitions.push(['blocked', form, groups]);
  for (const r of records) definitions.push(['record', r.code, recordOf(catalog, r)]);
  return {
    name: '_forms',
    hidden: true,
    protect: true,
    columns: [{ width: 12 }, { width: 30 }, { width: 60 }],
    rows: definitions.map(([kind, code, definition]) => ({
      height: 15,
      cells: [kind, code, ...chunksOf(JSON.stringify(definition))].map((value, i) => ({
        column: i + 1,
        value,
        format: 'text' as const,
      })),
    })),
    print: { orientation: 'portrait' },
  };
}
