/** Which language is read: formulas over elements and indicators, or conditions over columns of the register. */
export type Mode = 'expression' | 'condition';

export interface Token {
  readonly kind: 'number' | 'word' | 'text' | 'sign' | 'end' | 'unknown';
  readonly text: string;
  readonly at: number;
}

const space = /\s*/uy;
const number = /\d+(?:\.\d+)?(?![\p{L}\p{N}_])/uy;
const code = /[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*/uy;
const column = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*/uy;
/** A bare text may hold hyphens and start with a digit (`Ахты-1`, `5а`), but only where a text is expected. */
const bareText = /[\p{L}\p{N}_]+(?:[-.][\p{L}\p{N}_]+)*/uy;
const quoted = /'[^']*'|"[^"]*"|«[^»]*»/uy;
const sign = /<=|>=|<>|[-+*/<>=(),]/uy;
const letter = /\p{L}/u;

/** Longest code of contracts §3. */
const maxCode = 80;

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found === null ? undefined : found[0];
}

const wantsText = (previous: Token | undefined): boolean =>
  previous !== undefined &&
  ((previous.kind === 'sign' && (previous.text === '=' || previous.text === '<>')) ||
    (previous.kind === 'word' && previous.text === 'has'));

function read(text: string, at: number, mode: Mode, previous: Token | undefined): Token {
  if (at >= text.length) return { kind: 'end', text: '', at };
  if (mode === 'condition') {
    const inQuotes = match(quoted, text, at);
    if (inQuotes !== undefined) return { kind: 'text', text: inQuotes, at };
    const bare = wantsText(previous) ? match(bareText, text, at) : undefined;
    // a word directly before `(` is a function, and digits alone are a number
    if (bare !== undefined && letter.test(bare) && text[at + bare.length] !== '(') {
      return { kind: bare === 'not' ? 'word' : 'text', text: bare, at };
    }
  }
  const digits = match(number, text, at);
  if (digits !== undefined) return { kind: 'number', text: digits, at };
  const word = match(mode === 'condition' ? column : code, text, at);
  if (word !== undefined) {
    return { kind: mode === 'expression' && word.length > maxCode ? 'unknown' : 'word', text: word, at };
  }
  const operator = match(sign, text, at);
  if (operator !== undefined) return { kind: 'sign', text: operator, at };
  return { kind: 'unknown', text: text.slice(at, at + 20), at };
}

/** Splits a text into tokens, the last of kind `end`; reading stops at the first one that is not understood. */
export function tokensOf(text: string, mode: Mode): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += match(space, text, at)?.length ?? 0;
    const token = read(text, at, mode, tokens[tokens.length - 1]);
    tokens.push(token);
    if (token.kind === 'end' || token.kind === 'unknown') return tokens;
    at += token.text.length;
  }
}
