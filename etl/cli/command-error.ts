/** Exit codes of contracts §6. */
export const exitCodes = {
  fine: 0,
  dataErrors: 1,
  wrongUse: 2,
  unreadable: 3,
  locked: 4,
  ourFault: 70,
} as const;

/** A failure that a person can mend: what happened and what to do next. Both texts are Russian. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: string;
  readonly hint: string;
  readonly exitCode: number;

  constructor(code: string, message: string, hint: string, exitCode: number = exitCodes.wrongUse) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.exitCode = exitCode;
  }
}
