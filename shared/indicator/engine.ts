import { concreteCodes, elementRead } from '../catalog/concrete.ts';
import type { Expression } from '../expression/ast.ts';
import type { Period } from '../period/period.ts';
import { previousPeriod } from '../period/period.ts';
import { compile, ExpressionError, type Program, type Scope, writeFlags } from './compile.ts';
import { type Definition, Definitions } from './definitions.ts';
import { ruleOf } from './figure.ts';
import type { Leaf, Pair } from './leaf.ts';
import { joinStatus, limit, presenceOf, roundAll } from './loops.ts';
import { CycleError, denominatorOf, type Nature, Natures } from './nature.ts';
import { outcomeOf } from './outcome.ts';
import type { Sources } from './sources.ts';
import { firstOf, given, noBase, noDefinition, notOwed } from './status.ts';
import { sumOfMembers } from './sum-of-members.ts';
import type { Vector } from './vector.ts';

interface Programs {
  readonly numerator: Program;
  readonly denominator: Program | undefined;
}

/** Evaluates definitions over all units: expressions → pairs → what each unit contributes. */
export class Engine {
  readonly sources: Sources;
  readonly definitions: Definitions;
  readonly natures: Natures;
  private readonly programs = new Map<Definition, Programs>();
  private readonly outcomes = new Map<Definition, Map<string, Vector>>();
  private readonly open = new Set<string>();

  constructor(sources: Sources) {
    this.sources = sources;
    this.definitions = new Definitions(sources.catalog);
    this.natures = new Natures(sources.catalog, this.definitions);
  }

  natureOf(definition: Definition): Nature {
    return this.natures.of(definition.indicator);
  }

  /** Compiles an expression of a definition, its kept dims bound to members. */
  compile(expression: Expression, definition: Pick<Definition, 'members'>): Program {
    return compile(expression, this.scopeOf(definition));
  }

  /** What every unit contributes to the definition in a period; give it back with `release`. */
  leaf(definition: Definition, period: Period): Leaf {
    const { indicator } = definition;
    const now = this.pair(definition, period);
    if (indicator.kind !== 'change') {
      return { rule: ruleOf(indicator), status: now.status, now, before: undefined };
    }
    const earlier = previousPeriod(period);
    const version = this.definitions.at(definition.code, earlier.schoolYear);
    const pair = version && this.pair(version, earlier);
    const alike = version && this.natureOf(version).unit === this.natureOf(definition).unit;
    const { status } = now;
    for (let i = 0; i < status.length; i++) {
      const missing = !pair ? noDefinition : alike && pair.status[i] === given ? given : noBase;
      status[i] = firstOf(status[i]!, missing);
    }
    if (this.natureOf(definition).unit === 'mixed') this.passOnOperand(status);
    // without a definition then no unit has a figure, but the kind of the row stays
    return {
      rule: ruleOf(indicator, version?.indicator ?? indicator),
      status,
      now,
      before: pair ?? now,
    };
  }

  release(leaf: Leaf): void {
    const pairs = leaf.before && leaf.before !== leaf.now ? [leaf.now, leaf.before] : [leaf.now];
    for (const { n, d } of pairs) {
      this.sources.pool.give(n);
      if (d) this.sources.pool.give(d);
    }
  }

  /** The value or the reason of each unit where the inputs are reported, for indicators made of it. */
  outcome(definition: Definition, period: Period): Vector {
    let periods = this.outcomes.get(definition);
    if (!periods) {
      periods = new Map();
      this.outcomes.set(definition, periods);
    }
    let outcome = periods.get(period.key);
    if (!outcome) {
      const key = `${definition.code} ${period.key}`;
      if (this.open.has(key)) throw new CycleError(definition.code);
      this.open.add(key);
      const leaf = this.leaf(definition, period);
      outcome = outcomeOf(leaf, this.natureOf(definition), this.sources.columns.units);
      this.release(leaf);
      this.open.delete(key);
      periods.set(period.key, outcome);
    }
    return outcome;
  }

  private pair(definition: Definition, period: Period): Pair {
    const { indicator } = definition;
    const { numerator, denominator } = this.programsOf(definition);
    const n = this.rounded(numerator(period), indicator.kind === 'presence');
    const one = indicator.kind === 'presence' ? this.sources.constant(1) : undefined;
    const d = denominator ? this.rounded(denominator(period), false) : one;
    const nature = this.natureOf(definition);
    const { owing } = this.sources;
    const scope = owing.inScope(indicator.scope, period.schoolYear);
    const roadmap = owing.byRoadmap(indicator.roadmaps);
    if (nature.unit === 'mixed' && d) this.meet(n, d, nature, scope, roadmap);
    else {
      if (d) joinStatus(n.status, d.status);
      limit(n.status, owing.both(scope, roadmap));
    }
    return { n, d, status: n.status };
  }

  /** Joins a side of organisations to a side of their district (evaluation.md, District inputs); leaves it in `n.status`. */
  private meet(n: Vector, d: Vector, nature: Nature, scope: Uint8Array, roadmap: Uint8Array): void {
    const { districtOf, organisations, count } = this.sources.columns.units;
    const own = nature.numerator === 'organisation' ? n : d;
    const other = own === n ? d : n;
    for (let i = organisations.length; i < count; i++) {
      n.status[i] = roadmap[i] === 1 ? other.status[i]! : notOwed;
    }
    for (let i = 0; i < organisations.length; i++) {
      const district = districtOf[i]!;
      const operand = district < 0 ? notOwed : n.status[organisations.length + district]!;
      const unowed = (scope[i]! & roadmap[i]!) === 0 || own.status[i] === notOwed || operand === notOwed;
      n.status[i] = unowed ? notOwed : operand === given ? own.status[i]! : operand;
    }
  }

  /** A district whose operand is missing, in either period, has no value for that reason, whatever its organisations gave. */
  private passOnOperand(status: Uint8Array): void {
    const { districtOf, organisations } = this.sources.columns.units;
    for (let i = 0; i < organisations.length; i++) {
      const district = districtOf[i]!;
      const operand = district < 0 ? notOwed : status[organisations.length + district]!;
      if (status[i] !== notOwed && operand !== given) status[i] = operand;
    }
  }

  /** A vector of its own with the results of an expression at 9 decimals; for presence 1 or 0. */
  private rounded(from: Vector, asPresence: boolean): Vector {
    const out = from.pooled ? from : this.sources.pool.take();
    if (out !== from) {
      out.values.set(from.values);
      out.status.set(from.status);
    }
    if (asPresence) presenceOf(out.values, out.status);
    else roundAll(out.values, out.status);
    return out;
  }

  private programsOf(definition: Definition): Programs {
    let programs = this.programs.get(definition);
    if (!programs) {
      const { indicator } = definition;
      if (!indicator.numerator) throw new ExpressionError(`${indicator.code} has no numerator`);
      const denominator = denominatorOf(indicator);
      programs = {
        numerator: this.compile(indicator.numerator, definition),
        denominator: denominator && this.compile(denominator, definition),
      };
      this.programs.set(definition, programs);
    }
    return programs;
  }

  private scopeOf({ members }: Pick<Definition, 'members'>): Scope {
    const { sources, definitions } = this;
    const { catalog, pool } = sources;
    const joined = (vectors: readonly Vector[]): Vector => {
      if (vectors.length === 1) return vectors[0]!;
      const sum = sumOfMembers(vectors, pool.take());
      for (const vector of vectors) pool.give(vector);
      return sum;
    };
    return {
      pool,
      constant: (value) => sources.constant(value),
      none: () => sources.none(),
      flag: (name, period, out) => {
        const { organisations, districts } = sources.columns.units;
        const known = [...organisations, ...districts].map((u) =>
          sources.flags(u.code, name, period.schoolYear),
        );
        writeFlags(known, out);
      },
      input: (code) => {
        const read = elementRead(catalog, code, members);
        if (read) {
          const { element, codes } = read;
          return (period) => joined(codes.map((c) => sources.element(c, element, period)));
        }
        if (!definitions.anyOf(code)) throw new ExpressionError(`unknown code ${code}`);
        return (period) => {
          const { schoolYear } = period;
          const base = definitions.baseAt(code, schoolYear);
          const concrete = base ? concreteCodes(catalog, base, members) : [code];
          const versions: Definition[] = [];
          for (const c of concrete) {
            const version = definitions.at(c, schoolYear);
            if (!version) return undefined;
            versions.push(version);
          }
          return joined(versions.map((version) => this.outcome(version, period)));
        };
      },
    };
  }
}
