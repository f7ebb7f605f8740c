import { Unreadable } from '../../xlsx/reading/unreadable.ts';

/**
 * A request whose answer may not be larger than a file may be: what is longer is not taken into memory. Throws Unreadable
 * `file.too_large` then.
 */
export async function limited<T>(
  bytes: number,
  request: (options: { readonly maxContentLength: number }) => Promise<T>,
): Promise<T> {
  try {
    return await request({ maxContentLength: bytes });
  } catch (error) {
    if (isTooLong(error)) throw new Unreadable('file.too_large');
    throw error;
  }
}

/** The words of the client for an answer that is longer than allowed, announced or not. */
function isTooLong(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /over (?:the )?limit/.test(error.message) || (error.cause !== error && isTooLong(error.cause));
}
