import { elementRead } from '../catalog/concrete.ts';
import type { DataElement } from '../catalog/types.ts';
import type { Expression } from '../expression/ast.ts';
import type { Period } from '../period/period.ts';
import type { Column } from './columns.ts';
import type { Definition } from './definitions.ts';
import type { Engine } from './engine.ts';
import { type Rule, ruleOf } from './figure.ts';
import { denominatorOf } from './nature.ts';
import type { Mask } from './owing.ts';

/** A figure of organisations in one period that is one typed whole number, or one over another, times a whole factor. */
export interface Plain {
  readonly rule: Rule;
  readonly n: Column;
  readonly d: Column | undefined;
  /** Units that owe both sides and are in scope. */
  readonly inside: Mask;
}

interface Side {
  readonly code: string;
  readonly element: DataElement;
}

interface Sides {
  readonly rule: Rule;
  readonly n: Side;
  readonly d: Side | undefined;
}

const kinds: readonly string[] = ['share', 'mean', 'count'];

/** Finds out which figures are plain: most are, and `plainBlock` is a short way for them. */
export class Plains {
  private readonly engine: Engine;
  private readonly known = new Map<Definition, Sides | undefined>();

  constructor(engine: Engine) {
    this.engine = engine;
  }

  of(definition: Definition, period: Period): Plain | undefined {
    if (!this.known.has(definition)) this.known.set(definition, this.sides(definition));
    const sides = this.known.get(definition);
    const { sources } = this.engine;
    if (!sides || sources.frequencyOf(sides.n.element) !== period.frequency) return undefined;
    const { rule, n, d } = sides;
    const ns = sources.column(n.code, period);
    const ds = d && sources.column(d.code, period);
    if (!ns.isWhole || ds?.isWhole === false) return undefined;
    const { owing } = sources;
    const { schoolYear } = period;
    const { scope, roadmaps } = definition.indicator;
    const masks = [owing.open(period), owing.inScope(scope, schoolYear), owing.byRoadmap(roadmaps)];
    if (d) masks.push(owing.inPeriod(d.element, period));
    const inside = masks.reduce((a, b) => owing.both(a, b), owing.inPeriod(n.element, period));
    return { rule, n: ns, d: ds, inside };
  }

  private sides(definition: Definition): Sides | undefined {
    const { indicator } = definition;
    const rule = ruleOf(indicator);
    const { decimals, digits } = rule.factor;
    const isPlain = kinds.includes(indicator.kind) && decimals === 0 && Math.abs(digits) < 1e15;
    if (!isPlain || this.engine.natureOf(definition).unit !== 'organisation') return undefined;
    const denominator = denominatorOf(indicator);
    const n = this.side(indicator.numerator, definition);
    const d = this.side(denominator, definition);
    return n && (d || !denominator) ? { rule, n, d } : undefined;
  }

  private side(expression: Expression | undefined, { members }: Definition): Side | undefined {
    if (expression?.type !== 'ref') return undefined;
    const read = elementRead(this.engine.sources.catalog, expression.code, members);
    const [code, ...more] = read?.codes ?? [];
    return read && code !== undefined && more.length === 0 ? { code, element: read.element } : undefined;
  }
}
