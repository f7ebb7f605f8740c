/** Operators of expressions and conditions, as written in the catalogue. */
export type BinaryOperator = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '=' | '<>' | 'and' | 'or';
export type FunctionName = 'if' | 'sum' | 'min' | 'max' | 'any_of' | 'prev' | 'flag';

/**
 * A parsed expression of contracts §3. In a numeric expression `ref` names a data element or an indicator;
 * in a condition (`scope`, `applies_if`) it names a column of the organisation's row.
 */
export type Expression =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'ref'; readonly code: string }
  | { readonly type: 'unary'; readonly op: '-' | 'not'; readonly of: Expression }
  | {
      readonly type: 'binary';
      readonly op: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly type: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] }
  /** `flag(low_results)`: a verdict of the analysis for this unit and school year. */
  | { readonly type: 'flag'; readonly name: string }
  /** `programmes has СОО`: the column, split at spaces, holds the word. */
  | { readonly type: 'has'; readonly column: string; readonly word: string };

/** Why a text is not an expression; `at` is the 0-based position in the text. */
export interface SyntaxFault {
  readonly at: number;
  readonly found: string;
  readonly expected: string;
}

export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly fault: SyntaxFault };
