import { z } from 'zod';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';

/** Column of organisations.csv and districts.csv with the mailboxes that may fill in a workbook, space-separated. */
export const mailboxColumn = 'google';

const mailbox = z.email();

/** The mailboxes of a row, those that are none apart. */
export function mailboxesOf(columns: Readonly<Record<string, string>>): {
  readonly good: readonly string[];
  readonly bad: readonly string[];
} {
  const words = (columns[mailboxColumn] ?? '').split(/[\s,;]+/).filter((word) => word !== '');
  const unique = [...new Set(words.map((word) => word.toLowerCase()))];
  const isGood = (word: string): boolean => mailbox.safeParse(word).success;
  return { good: unique.filter(isGood), bad: unique.filter((word) => !isGood(word)) };
}

const mayWrite: ReadonlySet<string> = new Set(['owner', 'organizer', 'fileOrganizer', 'writer']);

/**
 * Lets mailboxes edit a file, without a letter; who may already is left alone. Answers those newly let in and those that
 * Google refused. Throws GoogleError where Google does not work at all.
 */
export async function shareBook(
  google: Google,
  fileId: string,
  mailboxes: readonly string[],
): Promise<{ readonly granted: readonly string[]; readonly refused: readonly string[] }> {
  if (mailboxes.length === 0) return { granted: [], refused: [] };
  const writers = await writersOf(google, fileId);
  const granted: string[] = [];
  const refused: string[] = [];
  for (const emailAddress of mailboxes) {
    if (writers.has(emailAddress)) continue;
    try {
      // to let the same person in twice changes nothing
      await google.call(
        'drive',
        () =>
          google.drive.permissions.create({
            fileId,
            supportsAllDrives: true,
            sendNotificationEmail: false,
            fields: 'id',
            requestBody: { type: 'user', role: 'writer', emailAddress },
          }),
        { repeatable: true },
      );
      granted.push(emailAddress);
    } catch (error) {
      const isTheirs = error instanceof GoogleError && ['bad_request', 'forbidden'].includes(error.code);
      if (!isTheirs) throw error;
      refused.push(emailAddress);
    }
  }
  return { granted, refused };
}

async function writersOf(google: Google, fileId: string): Promise<Set<string>> {
  const writers = new Set<string>();
  let pageToken: string | undefined;
  do {
    const page = await google.call('drive', () =>
      google.drive.permissions.list({
        fileId,
        supportsAllDrives: true,
        pageSize: 100,
        fields: 'nextPageToken,permissions(emailAddress,role)',
        ...(pageToken !== undefined && { pageToken }),
      }),
    );
    for (const { emailAddress, role } of page.permissions ?? []) {
      if (emailAddress && mayWrite.has(role ?? '')) writers.add(emailAddress.toLowerCase());
    }
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  return writers;
}
