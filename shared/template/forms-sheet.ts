import { concreteCodes, resolveConcrete } from '../catalog/concrete.ts';
import { inForce } from '../catalog/in-force.ts';
import type { Catalog, Check, Indicator, RecordKind } from '../catalog/types.ts';
import type { DefinitionRow, EarlierDefinition } from '../definitions/definition.ts';
import {
  describeCheck,
  describeDimension,
  describeElement,
  describeForm,
  describeIndicator,
  describeRecord,
  describeUnit,
} from '../definitions/describe.ts';
import { withoutUnknown } from '../expression/without-unknown.ts';
import type { BlockedGroup } from '../parse/blocked-cells.ts';
import { periodsOfSchoolYear, previousSchoolYear } from '../period/period.ts';
import type { PlanSheet } from '../plan/plan.ts';
import type { Organisation } from '../register/register.ts';
import type { PreviousValues } from './fill.ts';
import { lastDaysOf } from './last-days.ts';
import type { OwedForm } from './owed.ts';
import type { UnitProfile } from './unit.ts';

/** Well under the 32,767 characters of a cell. */
const chunk = 30_000;

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

/** What only the workbook of one unit, or of a district's organisations, knows. */
export interface OwnDefinitions {
  readonly unit?: UnitProfile;
  /** The organisations for which a district fills the workbook. */
  readonly members?: readonly UnitProfile[];
  readonly previous?: PreviousValues;
  /** The version of an indicator that counted in a school year. */
  readonly versionAt?: (code: string, schoolYear: string) => Indicator | undefined;
  /** Whom fields of registers may name. */
  readonly organisations?: readonly Pick<Organisation, 'code' | 'name'>[];
}

/** Values of the school year before that a form's elements had, by concrete code and period; undefined without any. */
function earlierOf(
  catalog: Catalog,
  form: OwedForm,
  previous: PreviousValues,
): EarlierDefinition | undefined {
  const year = form.periods[0]?.schoolYear;
  if (year === undefined) return undefined;
  const periods = periodsOfSchoolYear(form.form.frequency, previousSchoolYear(year));
  const found: Record<string, Record<string, number | string>> = {};
  for (const { element } of form.elements) {
    for (const code of concreteCodes(catalog, element)) {
      for (const { key } of periods) {
        const value = previous(code, key);
        if (value === undefined) continue;
        found[code] ??= {};
        found[code][key] = value;
      }
    }
  }
  return Object.keys(found).length === 0 ? undefined : { code: form.form.code, values: found };
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
  own: OwnDefinitions = {},
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
    (c) => inForce(c, schoolYear) && [c.left, c.right].every((side) => withoutUnknown(side, isKnown)),
  );
  const { unit, members = [], previous, versionAt } = own;
  const region = unit?.district?.region ?? '';
  const before = (i: Indicator) => versionAt?.(i.code, previousSchoolYear(schoolYear));
  const definitions: DefinitionRow[] = [];
  for (const f of forms) {
    const periods = f.periods.map((p) => p.key);
    definitions.push(['form', f.form.code, describeForm(f.form, periods, lastDaysOf(catalog, f, region))]);
  }
  for (const dim of dims) {
    const dimension = catalog.dimensions.get(dim) ?? { code: dim, members: [] };
    definitions.push(['dimension', dim, describeDimension(dimension)]);
  }
  for (const e of elements) definitions.push(['element', e.code, describeElement(e)]);
  for (const i of indicators)
    definitions.push(['indicator', i.code, describeIndicator(i, schoolYear === '' ? undefined : before(i))]);
  for (const c of checks) definitions.push(['check', c.code, describeCheck(c)]);
  for (const [form, groups] of blocked) if (groups.length > 0) definitions.push(['blocked', form, groups]);
  for (const r of records) definitions.push(['record', r.code, describeRecord(catalog, r)]);
  const scopes = checks.flatMap(({ scope }) => scope ?? []);
  for (const u of unit ? [unit, ...members] : members)
    definitions.push(['unit', u.code, describeUnit(u, scopes)]);
  for (const f of previous ? forms : []) {
    const earlier = earlierOf(catalog, f, previous!);
    if (earlier) definitions.push(['earlier', f.form.code, earlier]);
  }
  const isNamed = records.some(({ fields }) => fields.some(({ type }) => type === 'organisation'));
  if (isNamed && own.organisations) {
    const code = unit?.district?.code ?? '';
    const list = own.organisations.map((one) => [one.code, one.name] as const);
    definitions.push(['organisations', code, { code, list }]);
  }
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
