import { typedNumber } from '../number/decimal.ts';
import { expressionWords as words } from '../texts/expression.ts';
import type { Expression } from './ast.ts';

/** The name people know a code, a column or a flag by; undefined = print the code itself. */
export type NameOf = (code: string) => string | undefined;

const isCompound = (e: Expression): boolean =>
  e.type === 'binary' || e.type === 'unary' || (e.type === 'call' && e.name !== 'flag');

class Describer {
  private readonly nameOf: NameOf;

  constructor(nameOf: NameOf) {
    this.nameOf = nameOf;
  }

  whole(e: Expression): string {
    switch (e.type) {
      case 'number':
        return typedNumber(e.value);
      case 'text':
        return words.named(e.value);
      case 'ref':
        return words.named(this.name(e.code));
      case 'unary':
        return e.op === 'not' ? words.not(this.part(e.of)) : words.minus(this.part(e.of));
      case 'binary':
        return `${this.left(e)} ${words.operators[e.op]} ${this.part(e.right)}`;
      case 'flag':
        return words.flag(this.name(e.name));
      case 'has':
        return words.has(this.name(e.column), e.word);
      case 'call':
        return this.call(e);
    }
  }

  private name(code: string): string {
    return this.nameOf(code) ?? code;
  }

  /** In brackets wherever it is made of parts itself: people read without rules of precedence. */
  private part(e: Expression): string {
    return isCompound(e) ? words.group(this.whole(e)) : this.whole(e);
  }

  /** A chain of one operator that may be grouped at will needs no brackets: `a + b + c`. */
  private left({ op, left }: Expression & { type: 'binary' }): string {
    const isChain = ['+', '*', 'and', 'or'].includes(op) && left.type === 'binary' && left.op === op;
    return isChain ? this.whole(left) : this.part(left);
  }

  private call(e: Expression & { type: 'call' }): string {
    const [first, second, third] = e.args;
    if (e.name === 'if') return words.if(this.whole(first!), this.part(second!), this.part(third!));
    if (e.name === 'prev') return words.previous(this.part(first!));
    const parts = e.args.map((a) => this.whole(a)).join(words.between);
    if (e.name === 'sum') return words.sum(parts);
    if (e.name === 'min') return words.min(parts);
    return e.name === 'max' ? words.max(parts) : words.anyOf(parts);
  }
}

/** An expression or condition in Russian words, codes replaced by names: for the catalogue, notes and `explain`. */
export const describeExpression = (e: Expression, nameOf: NameOf): string => new Describer(nameOf).whole(e);
