import type { Issue } from '../issue/issue.ts';
import { cellIssueTexts } from './cell-issues.ts';
import { checkIssueTexts } from './check-issues.ts';
import { comparedValues } from './compared-values.ts';
import { type Entry, type IssueText, spoken } from './issue-words.ts';

const texts: Readonly<Partial<Record<Issue['code'], Entry>>> = { ...cellIssueTexts, ...checkIssueTexts };

/** `issueText` of what may be wrong while somebody types, without the words for files and workbooks. */
export function entryIssueText(issue: Issue): IssueText {
  const { text, todo } = spoken(texts[issue.code] ?? ['', ''], issue);
  return { text: (issue.message ?? text) + comparedValues(issue), todo };
}
