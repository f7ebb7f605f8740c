import type { Issue } from '../issue/issue.ts';
import { typedNumber } from '../number/decimal.ts';

/** What is wrong and what to do about it, for the deputy head of a school. */
export interface IssueText {
  readonly text: string;
  readonly todo: string;
}

/** What the texts of an issue look at. */
export type SpokenIssue = Pick<Issue, 'params' | 'raw' | 'place' | 'organisation'>;

/** What stands in the cell as its reader sees it: a number with a decimal comma, a text as it was typed. */
export const typedText = ({ raw = '', params }: Pick<Issue, 'raw' | 'params'>): string =>
  typeof params?.shown === 'string' ? params.shown : raw;

/** Parameters and raw text of an issue, ready to stand in a sentence. */
export class Words {
  readonly issue: SpokenIssue;

  constructor(issue: SpokenIssue) {
    this.issue = issue;
  }

  /** A parameter as text; empty where there is none. */
  get(name: string): string {
    const value = this.issue.params?.[name];
    return typeof value === 'number' ? typedNumber(value) : (value ?? '');
  }

  is(name: string, value: string): boolean {
    return this.issue.params?.[name] === value;
  }

  /** ` «12 чел.»`, or nothing where the text is unknown. */
  get raw(): string {
    const typed = typedText(this.issue);
    return typed === '' ? '' : ` «${typed}»`;
  }

  /** ` слово`, or nothing. */
  put(name: string, before = ' ', after = ''): string {
    const value = this.get(name);
    return value === '' ? '' : `${before}${value}${after}`;
  }
}

/** What is wrong, and what to do: as they stand, or made of the issue's words. */
export type Entry = readonly [text: string | ((w: Words) => string), todo: string | ((w: Words) => string)];

/** An entry as said of one issue. */
export function spoken([text, todo]: Entry, issue: SpokenIssue): IssueText {
  const words = new Words(issue);
  return {
    text: typeof text === 'string' ? text : text(words),
    todo: typeof todo === 'string' ? todo : todo(words),
  };
}

/** A word for people in place of a code; the code where there is none. */
export const named = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;
