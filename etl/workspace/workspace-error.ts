/** The workspace cannot be used as it is: configuration, register or catalogue. Texts are Russian. */
export class WorkspaceError extends Error {
  override readonly name = 'WorkspaceError';
  readonly code: string;
  readonly hint: string;

  constructor(code: string, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
