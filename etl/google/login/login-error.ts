import type { GoogleTrouble } from '../../../shared/texts/google-client.ts';

/** Signing in did not succeed, and how a person mends that. Texts are Russian and hold no secret. */
export class LoginError extends Error {
  override readonly name = 'LoginError';
  readonly code: string;
  readonly hint: string;

  constructor(code: string, { message, hint }: GoogleTrouble) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
