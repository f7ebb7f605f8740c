import { type Rational, rationalOf } from './rational.ts';

export type Row = Readonly<Record<string, string>>;

/** A whole workspace as rows of its CSV files, every cell a text. Columns left out are empty. */
export interface Workspace {
  /** Today, `YYYY-MM-DD`. */
  readonly date: string;
  /** The tables of contracts §3. */
  readonly forms: readonly Row[];
  readonly dimensions: readonly Row[];
  readonly elements: readonly Row[];
  readonly indicators: readonly Row[];
  /** contracts §4. */
  readonly districts: readonly Row[];
  readonly organisations: readonly Row[];
  /** `organisation,period,element,value`, values as typed. */
  readonly observations: readonly Row[];
}

export type Typed =
  | { readonly status: 'value'; readonly value: Rational }
  | { readonly status: 'not_reported' | 'no_data' | 'not_applicable' | 'rejected' };

/** contracts §2, as far as random and hand-made workspaces go: no groups of thousands, no percent signs. */
export function typed(text: string, type: string): Typed {
  const t = text.trim();
  if (t === '') return { status: 'not_reported' };
  if (['н/д', 'нет данных', 'нет сведений'].includes(t)) return { status: 'no_data' };
  if (['x', 'х', 'не ведём', 'неприменимо'].includes(t)) return { status: 'not_applicable' };
  if (type === 'yes_no') {
    if (t === 'да' || t === '1') return { status: 'value', value: rationalOf('1') };
    if (t === 'нет' || t === '0') return { status: 'value', value: rationalOf('0') };
    return { status: 'rejected' };
  }
  if (!/^-?\d+([.,]\d+)?$/.test(t)) return { status: 'rejected' };
  const value = rationalOf(t);
  return type === 'integer' && value.q !== 1n ? { status: 'rejected' } : { status: 'value', value };
}
