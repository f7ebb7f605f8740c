import { addonFunctionTexts as texts } from '../../../shared/texts/addon-function.ts';
import type { Engine, Figures } from '../../engine/main.ts';
import { loadScript } from '../load-script.ts';
import { FigureCache } from './figure-cache.ts';
import { readBook } from './read-book.ts';

/** A custom function has 30 seconds in all: so long for others who work the figures out, and so long to begin it. */
const wait = 24_000;
const latest = 8_000;

/** What a formula hands over: a value, or the values of a range. */
type Argument = unknown;
type Answer = number | string;
type Outcome = { readonly answer: Answer } | { readonly error: string };

/**
 * `=МСОКО("код"; "период"; "причина"; ячейки)`: a figure of this workbook. Ranges of codes or periods give a range of
 * answers in one go, where one wrong code does not spoil the others. Throws what the person reads in the cell.
 */
export function figureFunction(
  code: Argument,
  period?: Argument,
  show?: Argument,
  cells?: Argument,
): Answer | Answer[][] {
  const figures = figuresNow(JSON.stringify(cells ?? ''));
  const at = (row: number, column: number): Outcome =>
    outcomeOf(figures, textAt(code, row, column), textAt(period, row, column), textAt(show, row, column));
  const ranges = [code, period].filter(Array.isArray) as unknown[][][];
  if (ranges.length === 0) {
    const outcome = at(0, 0);
    if ('error' in outcome) throw new Error(outcome.error);
    return outcome.answer;
  }
  const rows = Math.max(...ranges.map((lines) => lines.length));
  const columns = Math.max(...ranges.map((lines) => lines[0]?.length ?? 0));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      // a list of codes is often longer than what is filled in
      if (textAt(code, row, column) === '') return '';
      const outcome = at(row, column);
      return 'error' in outcome ? outcome.error : outcome.answer;
    }),
  );
}

/** A value that is there needs no engine; anything else is a matter of words, which only the engine has. */
function outcomeOf(figures: Figures, code: string, period: string, show: string): Outcome {
  const found = figures.book[code]?.[period || figures.schoolYear];
  if (show === '' && typeof found === 'number') return { answer: found };
  return loadScript<Engine>('engine').answer(figures, code, period, show);
}

/** A single row or column goes with every row or column of the other range. */
function textAt(argument: Argument, row: number, column: number): string {
  if (!Array.isArray(argument)) return textOf(argument);
  const lines = argument as unknown[][];
  const line = lines.length === 1 ? lines[0] : lines[row];
  return textOf(line?.length === 1 ? line[0] : line?.[column]);
}

const textOf = (value: unknown): string =>
  value === undefined || value === null ? '' : String(value).trim();

/** One of the formulas works the figures out, the others wait for it. */
function figuresNow(watched: string): Figures {
  const cache = new FigureCache(watched);
  const kept = cache.get();
  if (kept) return kept;
  const begun = Date.now();
  const lock = LockService.getUserLock();
  if (!lock.tryLock(wait)) throw new Error(texts.busy);
  try {
    const meanwhile = cache.get();
    if (meanwhile) return meanwhile;
    if (Date.now() - begun > latest) throw new Error(texts.busy);
    const book = readBook(true);
    const figures = book && loadScript<Engine>('engine').figures({ sheets: book.sheets }, book);
    if (!figures) throw new Error(texts.notOurs);
    cache.put(figures);
    return figures;
  } finally {
    lock.releaseLock();
  }
}
