/** The end of a text after which the arguments of one of our functions begin; not the end of another name. */
const ours = /(?:^|[^A-Za-zА-Яа-яЁё0-9_.])(?:МСОКО|MSOKO)\s*$/i;

/** How many arguments stand before the count. */
const before = 4;

interface Call {
  readonly isOurs: boolean;
  readonly separators: number[];
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The formula with the last argument of our functions, the count of recalculations, one higher. Sheets answers a custom
 * function from memory as long as its arguments stay the same, so this is the one thing that makes it ask again. Quoted
 * texts stay as they are; undefined where there is none of our functions, or somebody's own formula stands in that place.
 */
export function stamped(formula: string): string | undefined {
  const open: Call[] = [];
  const edits: Edit[] = [];
  for (let at = 0; at < formula.length; at++) {
    const character = formula.charAt(at);
    if (character === '"' || character === "'") {
      const end = formula.indexOf(character, at + 1);
      if (end < 0) return undefined;
      at = end;
    } else if (character === '(' || character === '{') {
      open.push({ isOurs: character === '(' && ours.test(formula.slice(0, at)), separators: [] });
    } else if (character === ';' || character === ',') {
      open[open.length - 1]?.separators.push(at);
    } else if (character === ')' || character === '}') {
      const call = open.pop();
      const edit = call?.isOurs ? editOf(formula, call.separators, at) : undefined;
      if (edit) edits.push(edit);
    }
  }
  if (edits.length === 0) return undefined;
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), formula);
}

function editOf(formula: string, found: readonly number[], end: number): Edit | undefined {
  // where semicolons separate, a comma is a decimal one
  const semicolons = found.filter((at) => formula.charAt(at) === ';');
  const separators = semicolons.length > 0 ? semicolons : found;
  if (separators.length < before) {
    const separator = separators[0] === undefined ? ';' : formula.charAt(separators[0]);
    return { from: end, to: end, text: `${separator.repeat(before - separators.length)}1` };
  }
  const from = separators[before - 1]! + 1;
  const to = separators[before] ?? end;
  const written = formula.slice(from, to).trim();
  return /^\d{0,15}$/.test(written) ? { from, to, text: String(Number(written) + 1) } : undefined;
}
