import type { Expression } from '../expression/ast.ts';
import { concreteCode, splitConcrete } from './concrete.ts';
import type { DataElement, Dimension, Indicator } from './types.ts';

/** What a code in an expression stands for. */
export type Reference = {
  /** The code as it should be written: old names replaced. */
  readonly code: string;
  /** Dims left open; none where the code names all members. */
  readonly dims: readonly string[];
} & (
  | { readonly type: 'element'; readonly element: DataElement }
  | { readonly type: 'indicator'; readonly versions: readonly Indicator[] }
);

interface Base {
  readonly code: string;
  readonly dims: readonly string[];
  readonly element?: DataElement;
  readonly versions: readonly Indicator[];
}

/** Codes that expressions may use, and what they mean. */
export class References {
  private readonly bases = new Map<string, Base>();
  private readonly aliases = new Map<string, string>();
  private readonly dimensions: ReadonlyMap<string, Dimension>;
  /** Codes of rows that could not be read: known, so that one fault does not draw others after it. */
  readonly broken: ReadonlySet<string>;

  constructor(
    elements: Iterable<DataElement>,
    indicators: Iterable<Indicator>,
    dimensions: ReadonlyMap<string, Dimension>,
    broken: ReadonlySet<string>,
  ) {
    this.dimensions = dimensions;
    this.broken = broken;
    for (const element of elements) {
      this.bases.set(element.code, { code: element.code, dims: element.dims, element, versions: [] });
      for (const alias of element.aliases) this.aliases.set(alias, element.code);
    }
    for (const indicator of indicators) {
      const before = this.bases.get(indicator.code);
      if (before?.element !== undefined) continue;
      const versions = [...(before?.versions ?? []), indicator];
      this.bases.set(indicator.code, { code: indicator.code, dims: indicator.dims, versions });
      for (const alias of indicator.aliases) this.aliases.set(alias, indicator.code);
    }
  }

  /** Base codes of elements and indicators, for "perhaps you meant". */
  get codes(): readonly string[] {
    return [...this.bases.keys()];
  }

  private base(code: string): Base | undefined {
    return this.bases.get(code) ?? this.bases.get(this.aliases.get(code) ?? '');
  }

  /** A base code, an old name, or a code made concrete with all its members. */
  find(code: string): Reference | undefined {
    const whole = this.base(code);
    if (whole !== undefined) return reference(whole, []);
    const split = splitConcrete(code, (base) => this.base(base), this.dimensions);
    return split && reference(split.base, split.members);
  }

  /** The concrete code's other reading: a base with members where `code` is itself a base. */
  otherReading(code: string): string | undefined {
    const split = splitConcrete(
      code,
      (base) => (base === code ? undefined : this.base(base)),
      this.dimensions,
    );
    return split && split.base.code !== code ? split.base.code : undefined;
  }

  /** True where the code, or a base it may be made of, stands in a row that could not be read. */
  isBroken(code: string): boolean {
    const segments = code.split('.');
    return segments.some((_, at) => this.broken.has(segments.slice(0, at + 1).join('.')));
  }

  /** The same expression with every old name replaced. */
  canonical(expression: Expression): Expression {
    switch (expression.type) {
      case 'ref': {
        const found = this.find(expression.code);
        return found === undefined || found.code === expression.code
          ? expression
          : { type: 'ref', code: found.code };
      }
      case 'unary':
        return { ...expression, of: this.canonical(expression.of) };
      case 'binary':
        return {
          ...expression,
          left: this.canonical(expression.left),
          right: this.canonical(expression.right),
        };
      case 'call':
        return { ...expression, args: expression.args.map((arg) => this.canonical(arg)) };
      default:
        return expression;
    }
  }
}

function reference(base: Base, members: readonly string[]): Reference {
  const common = {
    code: concreteCode(base.code, members),
    dims: members.length > 0 ? [] : base.dims,
  };
  return base.element === undefined
    ? { ...common, type: 'indicator', versions: base.versions }
    : { ...common, type: 'element', element: base.element };
}
