import type { IndicatorResult, Reason } from '../../shared/indicator/types.ts';
import { Catalogue, type Meaning, words } from './catalogue.ts';
import { conditionHolds, holds } from './condition.ts';
import {
  isShorter,
  periodsIn,
  previous,
  type RefPeriod,
  schoolYear,
  yearOfDay,
  yearOfKey,
} from './periods.ts';
import * as r from './rational.ts';
import type { Node } from './syntax.ts';
import { wilson } from './wilson.ts';
import { type Row, typed, type Workspace } from './workspace.ts';

/** A known value, or the reason of its absence. */
type Answer = { readonly value: r.Rational } | { readonly reason: Reason };
type Members = Readonly<Record<string, string>>;
interface Unit {
  readonly level: 'organisation' | 'district';
  readonly code: string;
  readonly row: Row;
}
/** Numerator and denominator as whole numbers of 10⁻⁹; a side that does not exist is undefined. */
interface Pair {
  readonly n: bigint | undefined;
  readonly d: bigint | undefined;
}
/** What one unit gives to the sums: its pair (for `change` also the pair of the period before), or why not. */
type Gift = { readonly now: Pair; readonly base?: Pair } | { readonly reason: Reason };
/** Gifts added up. */
interface Total {
  readonly expected: number;
  readonly reported: number;
  readonly now: Pair;
  readonly base: Pair;
  readonly reasons: readonly Reason[];
}

/** Reasons. Of several the first of: */
const order: readonly Reason[] = [
  'rejected',
  'not_reported',
  'no_data',
  'zero_denominator',
  'no_base',
  'too_few',
  'not_applicable',
  'no_definition',
];
const firstOf = (reasons: readonly Reason[]): Reason => order.find((x) => reasons.includes(x)) ?? '';

const missing = (answers: readonly Answer[]): Reason[] =>
  answers.flatMap((a) => ('reason' in a ? [a.reason] : []));
const known = (answers: readonly Answer[]): r.Rational[] =>
  answers.flatMap((a) => ('value' in a ? [a.value] : []));
const truth = (b: boolean): Answer => ({ value: b ? r.one : r.zero });

/** What a comparison with an evaluator in doubles has to know. */
export interface Notes {
  /** A figure lay so close to half of 10⁻⁹ that doubles may round it the other way. */
  nearHalf: boolean;
}

/**
 * Every row of `export indicators`, worked out the slow and obvious way from the rows of a workspace: the second
 * opinion against which the product's engine is held. Written from contracts.md §§1–4 and evaluation.md alone.
 */
export function evaluateReference(w: Workspace, notes: Notes = { nearHalf: false }): IndicatorResult[] {
  const catalogue = new Catalogue(w);
  const organisations = w.organisations.map((row): Unit => ({ level: 'organisation', code: row.code!, row }));
  const districts = w.districts.map((row): Unit => ({ level: 'district', code: row.code!, row }));
  const cells = new Map(
    w.observations.map((o) => [`${o.organisation} ${o.period} ${o.element}`, o.value ?? '']),
  );

  // ---- Who owes what ------------------------------------------------------------------------------------

  /** Bounds: open on at least one day of the period; empty = no bound. Districts are always there. */
  function openIn(unit: Unit, p: RefPeriod): boolean {
    if (unit.level === 'district') return true;
    const { opened, closed } = unit.row;
    return (!opened || opened <= p.last) && (!closed || closed >= p.first);
  }

  /** The element's own periods behind a row at `p`: itself, or, gathered to the school year, those begun by the date in which the unit was open. */
  function ownPeriods(frequency: string, p: RefPeriod, unit: Unit): RefPeriod[] {
    const all =
      p.frequency === frequency ? [p] : periodsIn(frequency, p.year).filter((x) => x.first <= w.date);
    return all.filter((x) => openIn(unit, x));
  }

  /** contracts §1 `expected`, evaluation.md Strays and Types: open, right type, programme and applies_if. */
  function owesElement(element: Row, unit: Unit, p: RefPeriod): boolean {
    const form = catalogue.form(element);
    if ((element.level === 'district') !== (unit.level === 'district')) return false;
    // Edges of time: open in none of the periods begun = not expected in the year.
    if (ownPeriods(form.frequency!, p, unit).length === 0) return false;
    if (unit.level === 'district') return true;
    const types = words(unit.row.type);
    // Types: empty is no limit; where form and element both have them, both hold.
    for (const limit of [words(form.org_types), words(element.org_types)]) {
      if (limit.length > 0 && !limit.some((t) => types.includes(t))) return false;
    }
    const programmes = words(form.programmes);
    if (programmes.length > 0 && !programmes.some((x) => words(unit.row.programmes).includes(x)))
      return false;
    return conditionHolds(element.applies_if, unit.row);
  }

  function owesName(name: string, unit: Unit, p: RefPeriod): boolean {
    const meaning = catalogue.meaning(name);
    if (meaning.is === 'element') return owesElement(catalogue.element(meaning.code), unit, p);
    // Indicators as inputs: owed by the units where they are themselves expected (scope and inputs).
    const definition = definitionAt(meaning.code, p, unit);
    return definition !== undefined && owesIndicator(definition, unit, p);
  }

  function owesNode(node: Node | undefined, unit: Unit, p: RefPeriod): boolean {
    if (node?.is === 'name') return owesName(node.name, unit, p);
    if (node?.is !== 'op') return true;
    // any_of: owed by a unit that owes at least one argument.
    if (node.op === 'any_of') return node.args.some((a) => owesNode(a, unit, p));
    // if: expected asks for the inputs of both. Previous: expected looks at this period only.
    return node.args.every((a) => owesNode(a, unit, p));
  }

  function owesIndicator(definition: Row, unit: Unit, p: RefPeriod): boolean {
    if (catalogue.place(definition) === 'mixed') {
      return unit.level === 'district' && mixedOwners(definition, unit, p).length > 0;
    }
    return (
      (catalogue.place(definition) === 'district') === (unit.level === 'district') &&
      (unit.level === 'district' || conditionHolds(definition.scope, unit.row)) &&
      owesNode(catalogue.side(definition, 'numerator'), unit, p) &&
      owesNode(catalogue.side(definition, 'denominator'), unit, p)
    );
  }

  /** District inputs: the organisations of the district that owe the side collected from organisations. */
  function mixedOwners(definition: Row, district: Unit, p: RefPeriod): Unit[] {
    const ownSide = sideOf(definition, 'district');
    if (!owesNode(catalogue.side(definition, ownSide), district, p)) return [];
    const side = catalogue.side(definition, sideOf(definition, 'organisation'));
    return organisations.filter(
      (o) =>
        o.row.district === district.code && conditionHolds(definition.scope, o.row) && owesNode(side, o, p),
    );
  }

  const sideOf = (definition: Row, level: string): 'numerator' | 'denominator' =>
    catalogue.sideLevel(definition, 'numerator') === level ? 'numerator' : 'denominator';

  // ---- Definitions --------------------------------------------------------------------------------------

  /** Versions: school years, inclusive. */
  function versionAt(code: string, p: RefPeriod): Row | undefined {
    const year = schoolYear(p.year);
    return catalogue
      .versions(code)
      .find((v) => (!v.valid_from || v.valid_from <= year) && (!v.valid_to || v.valid_to >= year));
  }

  /** An indicator with `roadmap` exists only for districts that work by one of them or list it in `monitoring`. */
  function definitionAt(code: string, p: RefPeriod, unit: Unit): Row | undefined {
    const version = versionAt(code, p);
    const district = unit.level === 'district' ? unit : districts.find((d) => d.code === unit.row.district)!;
    const roadmaps = words(version?.roadmap);
    const kept = [...words(district.row.roadmap), ...words(district.row.monitoring)];
    const shared = roadmaps.some((x) => kept.includes(x));
    return roadmaps.length === 0 || shared ? version : undefined;
  }

  // ---- Values of one unit -------------------------------------------------------------------------------

  /** One typed-in value. Strays: a value from a unit that does not owe the element enters no figure. */
  function single(element: Row, code: string, unit: Unit, p: RefPeriod): Answer {
    if (!owesElement(element, unit, p)) return { reason: 'not_reported' };
    const cell = typed(cells.get(`${unit.code} ${p.key} ${code}`) ?? '', element.type ?? '');
    return cell.status === 'value' ? { value: cell.value } : { reason: cell.status };
  }

  /** Frequency: gathered to the school year by the element's to_time. */
  function elementAnswer(element: Row, code: string, unit: Unit, p: RefPeriod): Answer {
    const frequency = catalogue.form(element).frequency!;
    if (p.frequency === frequency) return single(element, code, unit, p);
    const all = ownPeriods(frequency, p, unit).map((x) => single(element, code, unit, x));
    if (all.length === 0) return { reason: 'not_reported' };
    // Edges of time: a period answered not_applicable is left out (all: not applicable).
    const asked = all.filter((a) => !('reason' in a && a.reason === 'not_applicable'));
    if (asked.length === 0) return { reason: 'not_applicable' };
    const values = known(asked);
    // last = the unit's last known, max = greatest known …
    if (element.to_time === 'last' && values.length > 0) return { value: values[values.length - 1]! };
    if (element.to_time === 'max' && values.length > 0) return { value: greatest(values) };
    // … sum and mean only when every period begun in which the unit was open is known.
    if (missing(asked).length > 0) return { reason: firstOf(missing(asked)) };
    const sum = values.reduce(r.add);
    return { value: element.to_time === 'mean' ? r.divide(sum, r.rational(BigInt(values.length))) : sum };
  }

  const greatest = (values: readonly r.Rational[]): r.Rational =>
    values.reduce((a, b) => (r.compare(a, b) >= 0 ? a : b));
  const least = (values: readonly r.Rational[]): r.Rational =>
    values.reduce((a, b) => (r.compare(a, b) <= 0 ? a : b));

  /** Members: dims the indicator keeps are given; the others are summed over the members of dimensions.csv. */
  function nameAnswer(name: string, unit: Unit, p: RefPeriod, kept: Members, reached: boolean): Answer {
    const meaning = catalogue.meaning(name);
    const given: Members = { ...kept, ...meaning.fixed };
    const open = meaning.dims.filter((d) => given[d] === undefined);
    const answers = catalogue
      .choices(open)
      .map((choice) => concreteAnswer(meaning, { ...given, ...choice }, unit, p, reached));
    if (open.length === 0) return answers[0]!;
    // A member that is not applicable is left out (all: not applicable), any other missing member makes the sum missing.
    const asked = answers.filter((a) => !('reason' in a && a.reason === 'not_applicable'));
    if (asked.length === 0) return { reason: 'not_applicable' };
    if (missing(asked).length > 0) return { reason: firstOf(missing(asked)) };
    return { value: known(asked).reduce(r.add) };
  }

  function concreteAnswer(
    meaning: Meaning,
    members: Members,
    unit: Unit,
    p: RefPeriod,
    reached: boolean,
  ): Answer {
    if (meaning.is === 'element') {
      const code = [meaning.code, ...meaning.dims.map((d) => members[d])].join('.');
      return elementAnswer(catalogue.element(meaning.code), code, unit, p);
    }
    const definition = definitionAt(meaning.code, p, unit);
    if (!definition) return { reason: 'no_definition' };
    // Indicators as inputs give their value or their reason.
    const total = totalOf(definition, unit, p, members);
    if (!total) return { reason: 'not_reported' };
    const row = finish(definition, p, total);
    if (row.value) return { value: row.value };
    // it has a definition there, only no value
    return { reason: reached && row.reason === 'no_definition' ? 'no_base' : row.reason };
  }

  /** `reached` = by way of prev. Expressions: missing in, missing out, but for any_of, the branch not taken, and three-valued and/or. */
  function answer(node: Node, unit: Unit, p: RefPeriod, kept: Members, reached = false): Answer {
    if (node.is === 'number') return { value: node.value };
    if (node.is === 'name') return nameAnswer(node.name, unit, p, kept, reached);
    if (node.is === 'text') throw new RangeError('a text is not a number');
    const value = (i: number): Answer => answer(node.args[i]!, unit, p, kept, reached);
    switch (node.op) {
      case 'prev': {
        // Previous: one step back; anything missing there is no_base (no definition there: no_definition).
        const then = answer(node.args[0]!, unit, previous(p), kept, true);
        if ('value' in then) return then;
        return { reason: then.reason === 'no_definition' ? 'no_definition' : 'no_base' };
      }
      case 'if': {
        // if needs only the branch taken to be known; if(unknown, …) is missing.
        const condition = value(0);
        if ('reason' in condition) return condition;
        return r.isZero(condition.value) ? value(2) : value(1);
      }
      case 'any_of': {
        // any_of: the greatest of the known arguments, missing when none is known.
        const owed = node.args
          .filter((a) => owesNode(a, unit, p))
          .map((a) => answer(a, unit, p, kept, reached));
        if (known(owed).length > 0) return { value: greatest(known(owed)) };
        return { reason: firstOf(missing(owed)) || 'not_reported' };
      }
      case 'and':
      case 'or': {
        // and, or, not are three-valued: `unknown or true` has a value.
        const both = [value(0), value(1)];
        const deciding = node.op === 'or';
        if (known(both).some((v) => !r.isZero(v) === deciding)) return truth(deciding);
        return missing(both).length > 0 ? { reason: firstOf(missing(both)) } : truth(!deciding);
      }
    }
    const all = node.args.map((_, i) => value(i));
    if (missing(all).length > 0) return { reason: firstOf(missing(all)) };
    const v = known(all);
    switch (node.op) {
      case 'not':
        return truth(r.isZero(v[0]!));
      case 'minus':
        return { value: r.subtract(r.zero, v[0]!) };
      case 'sum':
        return { value: v.reduce(r.add) };
      case 'min':
        return { value: least(v) };
      case 'max':
        return { value: greatest(v) };
      case '+':
        return { value: r.add(v[0]!, v[1]!) };
      case '-':
        return { value: r.subtract(v[0]!, v[1]!) };
      case '*':
        return { value: r.multiply(v[0]!, v[1]!) };
      case '/':
        // Division by zero inside an expression is missing with reason zero_denominator.
        return r.isZero(v[1]!) ? { reason: 'zero_denominator' } : { value: r.divide(v[0]!, v[1]!) };
      default:
        // Booleans: a condition used as a number is 1 or 0.
        return truth(holds(node.op, r.compare(v[0]!, v[1]!)));
    }
  }

  // ---- Pairs --------------------------------------------------------------------------------------------

  const sides = ['numerator', 'denominator'] as const;

  /** The given sides of a definition at a unit in one period, or why one of `which` is missing. */
  function pair(
    definition: Row,
    which: readonly ('numerator' | 'denominator')[],
    unit: Unit,
    p: RefPeriod,
    kept: Members,
  ): Pair | { readonly reason: Reason } {
    const found: Record<string, bigint> = {};
    const reasons: Reason[] = [];
    for (const side of which) {
      const node = catalogue.side(definition, side);
      if (!node) continue;
      const a = answer(node, unit, p, kept);
      // Numbers: what an expression gives for a unit is rounded to 9 decimals and summed as integers of 10⁻⁹.
      if ('value' in a) {
        found[side] = r.toUnits(a.value);
        if (r.isNearHalf(a.value)) notes.nearHalf = true;
      } else reasons.push(a.reason);
    }
    if (reasons.length > 0) return { reason: firstOf(reasons) };
    if (definition.kind === 'presence') {
      // presence: n ∈ {0,1}, d = 1 at the organisation.
      return { n: found.numerator === 0n ? 0n : r.unitsPerOne, d: r.unitsPerOne };
    }
    return { n: found.numerator, d: found.denominator };
  }

  /** A unit's pair now; for `change` also its pair one period back, for anything missing there is no_base. */
  function gift(
    definition: Row,
    which: readonly ('numerator' | 'denominator')[],
    unit: Unit,
    p: RefPeriod,
    kept: Members,
  ): Gift {
    const now = pair(definition, which, unit, p, kept);
    if (definition.kind !== 'change') return 'reason' in now ? now : { now };
    const reasons: Reason[] = 'reason' in now ? [now.reason] : [];
    const before = previous(p);
    // Versions: prev and change use the definition of the period they reach; none there: no_definition.
    const earlier = definitionAt(definition.code!, before, unit);
    if (!earlier) return { reason: firstOf([...reasons, 'no_definition']) };
    const owed =
      (unit.level === 'district' || conditionHolds(earlier.scope, unit.row)) &&
      which.every((side) => owesNode(catalogue.side(earlier, side), unit, before));
    const base = owed ? pair(earlier, which, unit, before, kept) : { reason: 'not_reported' as const };
    if ('reason' in base) return { reason: firstOf([...reasons, 'no_base']) };
    return 'reason' in now ? now : { now, base };
  }

  // ---- Sums ---------------------------------------------------------------------------------------------

  const nothing: Pair = { n: undefined, d: undefined };
  const plus = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
    a === undefined ? b : b === undefined ? a : a + b;
  const join = (a: Pair, b: Pair): Pair => ({ n: plus(a.n, b.n), d: plus(a.d, b.d) });

  function add(totals: readonly Total[]): Total {
    return {
      expected: totals.reduce((sum, t) => sum + t.expected, 0),
      reported: totals.reduce((sum, t) => sum + t.reported, 0),
      now: totals.map((t) => t.now).reduce(join, nothing),
      base: totals.map((t) => t.base).reduce(join, nothing),
      reasons: totals.flatMap((t) => t.reasons),
    };
  }

  function totalOfGift(g: Gift): Total {
    if ('now' in g) return { expected: 1, reported: 1, now: g.now, base: g.base ?? nothing, reasons: [] };
    // Not applicable: the unit leaves expected and keeps its row.
    const expected = g.reason === 'not_applicable' ? 0 : 1;
    return { expected, reported: 0, now: nothing, base: nothing, reasons: [g.reason] };
  }

  /** What stands at one unit; undefined where nothing is expected of it. */
  function totalOf(definition: Row, unit: Unit, p: RefPeriod, kept: Members): Total | undefined {
    if (!owesIndicator(definition, unit, p)) return undefined;
    if (catalogue.place(definition) !== 'mixed') return totalOfGift(gift(definition, sides, unit, p, kept));
    // District inputs: the district's own operand meets the sum of its organisations.
    const owners = mixedOwners(definition, unit, p);
    const operand = gift(definition, [sideOf(definition, 'district')], unit, p, kept);
    if ('reason' in operand) {
      // No value, the operand's reason; its organisations are expected, not reported (not applicable: not expected).
      const expected = operand.reason === 'not_applicable' ? 0 : owners.length;
      return { expected, reported: 0, now: nothing, base: nothing, reasons: [operand.reason] };
    }
    const ownSide = [sideOf(definition, 'organisation')];
    const below = add(owners.map((o) => totalOfGift(gift(definition, ownSide, o, p, kept))));
    if (below.reported === 0) return below;
    return {
      ...below,
      now: join(below.now, operand.now),
      base: join(below.base, operand.base ?? nothing),
    };
  }

  // ---- A row --------------------------------------------------------------------------------------------

  interface Finished {
    readonly reason: Reason;
    readonly value?: r.Rational;
    readonly n?: r.Rational;
    readonly d?: r.Rational;
  }

  /** Factor: empty = 100 for share and presence, 1 otherwise. */
  const factor = (definition: Row): r.Rational =>
    definition.kind === 'share' || definition.kind === 'presence'
      ? r.rationalOf('100')
      : r.rationalOf(definition.factor || '1');

  /** factor × Σn ÷ Σd, or factor × Σn; undefined where the denominators add up to 0. */
  function ratio(definition: Row, { n, d }: Pair): r.Rational | undefined {
    const top = r.multiply(factor(definition), r.fromUnits(n!));
    if (d === undefined) return top;
    return d === 0n ? undefined : r.divide(top, r.fromUnits(d));
  }

  function finish(definition: Row, p: RefPeriod, total: Total): Finished {
    // Pairs: both sides are empty when reported = 0. Reasons: above the organisation, of all expected units, and a unit
    // that is not applicable is none; it gives the reason only where no other is expected.
    if (total.reported === 0) {
      const expected = total.reasons.filter((reason) => reason !== 'not_applicable');
      return { reason: firstOf(expected) || 'not_applicable' };
    }
    const value = ratio(definition, total.now);
    if (definition.kind === 'change') {
      // Change: numerator and denominator empty. Change and zero: zero_denominator in either period.
      const then = ratio(versionAt(definition.code!, previous(p))!, total.base);
      if (!value || !then) return { reason: 'zero_denominator' };
      return { reason: '', value: r.subtract(value, then) };
    }
    // Factor: for count it is inside numerator = value.
    if (total.now.d === undefined) return { reason: '', value: value!, n: value! };
    const sums = { n: r.fromUnits(total.now.n!), d: r.fromUnits(total.now.d) };
    if (!value) return { reason: 'zero_denominator', ...sums };
    // Too few: by its own denominator at each level; numerator and denominator stay.
    if (definition.min_n && r.compare(sums.d, r.rationalOf(definition.min_n)) < 0) {
      return { reason: 'too_few', ...sums };
    }
    return { reason: '', value, ...sums };
  }

  function print(
    definition: Row,
    code: string,
    p: RefPeriod,
    level: IndicatorResult['level'],
    unit: string,
    total: Total,
  ): IndicatorResult {
    const { reason, value, n, d } = finish(definition, p, total);
    const interval =
      value && d && (definition.kind === 'share' || definition.kind === 'presence')
        ? wilson(n!, d)
        : undefined;
    return {
      indicator: code,
      level,
      unit,
      period: p.key,
      ...(value ? { value: r.toNumber(value) } : {}),
      ...(n ? { numerator: r.toNumber(n) } : {}),
      ...(d ? { denominator: r.toNumber(d) } : {}),
      reported: total.reported,
      expected: total.expected,
      reason,
      ...interval,
    };
  }

  // ---- All rows -----------------------------------------------------------------------------------------

  /** The rows of one concrete indicator in one period, at every level. */
  function rowsAt(code: string, kept: Members, p: RefPeriod): IndicatorResult[] {
    const rows: IndicatorResult[] = [];
    const concrete = [code, ...words(catalogue.versions(code)[0]!.dims).map((d) => kept[d])].join('.');
    const byRegion = new Map<string, { definition: Row; totals: Total[] }>();
    for (const district of districts) {
      const definition = definitionAt(code, p, district);
      if (!definition || definition.kind === 'group') continue;
      const place = catalogue.place(definition);
      const units =
        place === 'organisation' ? organisations.filter((o) => o.row.district === district.code) : [district];
      const totals: Total[] = [];
      for (const unit of units) {
        const total = totalOf(definition, unit, p, kept);
        if (!total) continue;
        totals.push(total);
        // Level: `district` leaves out the organisation rows.
        if (place !== 'organisation' || definition.level === 'district') continue;
        rows.push(print(definition, concrete, p, 'organisation', unit.code, total));
      }
      if (totals.length === 0) continue;
      // index: of its own level, not rolled up.
      if (definition.kind !== 'index' || place !== 'organisation') {
        rows.push(print(definition, concrete, p, 'district', district.code, add(totals)));
      }
      if (definition.kind === 'index') continue;
      const region = district.row.region!;
      const of = byRegion.get(region) ?? { definition, totals: [] };
      of.totals.push(...totals);
      byRegion.set(region, of);
    }
    for (const [region, { definition, totals }] of byRegion) {
      rows.push(print(definition, concrete, p, 'region', region, add(totals)));
    }
    return rows;
  }

  // Frequency: rows run from the school year of the first observation to the date.
  const firstYear = Math.min(...w.observations.map((o) => yearOfKey(o.period!)));
  const rows: IndicatorResult[] = [];
  for (const code of new Set(w.indicators.map((i) => i.code!))) {
    const definition = catalogue.versions(code)[0]!;
    if (definition.kind === 'group') continue;
    const frequency = catalogue.frequency(definition);
    for (let year = firstYear; year <= yearOfDay(w.date); year++) {
      const periods = [
        ...periodsIn(frequency, year),
        ...(isShorter(frequency) ? periodsIn('school_year', year) : []),
      ];
      for (const p of periods.filter((x) => x.first <= w.date)) {
        for (const kept of catalogue.choices(words(definition.dims))) rows.push(...rowsAt(code, kept, p));
      }
    }
  }
  // contracts §1: rows sorted by all key columns in code-point order.
  const key = (x: IndicatorResult): string[] => [x.indicator, x.level, x.unit, x.period];
  return rows.sort((a, b) => {
    const at = key(a).findIndex((text, i) => text !== key(b)[i]);
    return at < 0 ? 0 : key(a)[at]! < key(b)[at]! ? -1 : 1;
  });
}
