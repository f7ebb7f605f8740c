import type { IssueCode } from '../../../shared/issue/codes.ts';

export type FileIssueCode = Extract<IssueCode, `file.${string}`>;

/** Why a file as a whole cannot be read: an issue still without its place. */
export interface FileIssue {
  readonly code: FileIssueCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Carries a FileIssue out of nested parsing; `readWorkbook` turns it into a value and never lets it out. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly issue: FileIssue;

  constructor(code: FileIssueCode, params: FileIssue['params'] = {}) {
    super(code);
    this.issue = { code, params };
  }
}
