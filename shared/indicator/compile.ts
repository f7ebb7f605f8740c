import type { Expression } from '../expression/ast.ts';
import { inputsOf } from '../expression/inputs.ts';
import { type Period, previousPeriod } from '../period/period.ts';
import { anyOf, choose, greater, type Kernel, kernels, negate, not, smaller } from './kernels.ts';
import { given, noBase, noData, noDefinition, notOwed } from './status.ts';
import type { Pool, Vector } from './vector.ts';

/** An expression over all units of a period; give the result back to the pool when done. */
export type Program = (period: Period) => Vector;

/** Where values come from. */
export interface Scope {
  readonly pool: Pool;
  constant(value: number): Vector;
  /** An element or indicator in a period. `undefined` = an indicator without a definition then. */
  input(code: string): (period: Period) => Vector | undefined;
  none(): Vector;
  /** The flag of each unit in the school year of the period: 1, 0 or missing. */
  flag(name: string, period: Period, out: Vector): void;
}

/** Thrown for an expression that the catalogue's loader must refuse: a text outside a condition, for example. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
}

class Compiler {
  private readonly scope: Scope;
  /** True inside `prev`: what is not there is missing then, and owing is asked of this period alone. */
  private readonly past: boolean;

  constructor(scope: Scope, past: boolean) {
    this.scope = scope;
    this.past = past;
  }

  program(e: Expression): Program {
    switch (e.type) {
      case 'number': {
        const vector = this.scope.constant(e.value);
        return () => vector;
      }
      case 'ref':
        return this.input(e.code);
      case 'flag':
        return this.flag(e.name);
      case 'unary':
        return this.one(e.of, e.op === 'not' ? not : negate);
      case 'binary':
        return this.two(this.program(e.left), this.program(e.right), kernels[e.op]);
      case 'call':
        return this.call(e);
      default:
        throw new ExpressionError(`${e.type} stands in conditions only`);
    }
  }

  private input(code: string): Program {
    const read = this.scope.input(code);
    if (!this.past) return (period) => read(period) ?? this.scope.none();
    return (period) => {
      const now = read(period);
      const out = this.scope.pool.take();
      for (let i = 0; i < out.status.length; i++) {
        const s = now === undefined ? noDefinition : now.status[i]!;
        out.status[i] = s === given || now === undefined ? s : noBase;
        if (now !== undefined) out.values[i] = now.values[i]!;
      }
      if (now) this.scope.pool.give(now);
      return out;
    };
  }

  private flag(name: string): Program {
    return (period) => {
      const out = this.scope.pool.take();
      this.scope.flag(name, period, out);
      return out;
    };
  }

  private one(of: Expression, kernel: (a: Vector, out: Vector) => void): Program {
    const { pool } = this.scope;
    const inner = this.program(of);
    return (period) => {
      const a = inner(period);
      const out = a.pooled ? a : pool.take();
      kernel(a, out);
      return out;
    };
  }

  private two(left: Program, right: Program, kernel: Kernel): Program {
    const { pool } = this.scope;
    return (period) => {
      const a = left(period);
      const b = right(period);
      const out = a.pooled ? a : b.pooled ? b : pool.take();
      kernel(a, b, out);
      if (b !== out) pool.give(b);
      return out;
    };
  }

  private call(e: Expression & { type: 'call' }): Program {
    if (e.name === 'prev') return this.previous(e.args[0]!);
    if (e.name === 'if') return this.choice(e.args);
    const kernel = { sum: kernels['+'], min: smaller, max: greater, any_of: anyOf, flag: anyOf }[e.name];
    // a constant in any_of has no owner: alone it makes nobody expected
    const bare = e.name === 'any_of' && !this.past && e.args.some((a) => inputsOf(a).length > 0);
    const parts = e.args.map((a) => this.program(a));
    let result = parts[0]!;
    for (let i = 1; i < parts.length; i++) result = this.two(result, parts[i]!, kernel);
    if (!bare || e.args.every((a) => inputsOf(a).length > 0)) return result;
    const owners = e.args
      .map((a, i) => ({ a, part: parts[i]! }))
      .filter(({ a }) => inputsOf(a).length > 0)
      .map(({ part }) => part)
      .reduce((a, b) => this.two(a, b, anyOf));
    return this.two(result, owners, (a, b, out) => {
      for (let i = 0; i < out.status.length; i++) {
        out.values[i] = a.values[i]!;
        out.status[i] = b.status[i] === notOwed ? notOwed : a.status[i]!;
      }
    });
  }

  private choice(args: readonly Expression[]): Program {
    const { pool } = this.scope;
    const [condition, yes, no] = args.map((a) => this.program(a));
    return (period) => {
      const c = condition!(period);
      const a = yes!(period);
      const b = no!(period);
      const out = pool.take();
      choose(c, a, b, out);
      pool.give(c);
      pool.give(a);
      pool.give(b);
      return out;
    };
  }

  /** One step back; whatever is missing there is `no_base`, except a definition (evaluation.md, Previous). */
  private previous(of: Expression): Program {
    const before = new Compiler(this.scope, true).program(of);
    const owing = this.past ? undefined : this.program(of);
    const { pool } = this.scope;
    return (period) => {
      const then = before(previousPeriod(period));
      const now = owing?.(period);
      const out = pool.take();
      for (let i = 0; i < out.status.length; i++) {
        const s = then.status[i]!;
        out.values[i] = then.values[i]!;
        out.status[i] =
          now !== undefined && now.status[i] === notOwed
            ? notOwed
            : s === given || s === noDefinition
              ? s
              : noBase;
      }
      pool.give(then);
      if (now) pool.give(now);
      return out;
    };
  }
}

/**
 * Compiles an expression to closures over vectors of all units (architecture.md): no code is generated,
 * so the same runs where `Function` is forbidden. Throws ExpressionError for what only conditions may hold.
 */
export const compile = (expression: Expression, scope: Scope): Program =>
  new Compiler(scope, false).program(expression);

/** Writes a flag of each unit: 1 or 0, `no_data` where it is not known. */
export function writeFlags(known: readonly (boolean | undefined)[], out: Vector): void {
  known.forEach((flag, i) => {
    out.values[i] = flag === true ? 1 : 0;
    out.status[i] = flag === undefined ? noData : given;
  });
}
