import { afterAll } from 'vitest';
import type { Google } from '../../etl/google/client/google.ts';
import { clientOf } from './client.ts';
import { type GoogleServer, startGoogle } from './server.ts';

/**
 * A Google of a test file's own and the product's client signed in to it. It stops after the file's tests, which fail
 * if a request went against Google's documents.
 */
export async function ownGoogle(): Promise<{ readonly g: GoogleServer; readonly google: Google }> {
  const g = await startGoogle();
  afterAll(() => g.stop());
  return { g, google: await clientOf(g) };
}
