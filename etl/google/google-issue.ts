import type { Issue, Place } from '../../shared/issue/issue.ts';
import { notGoogle } from './client/fault.ts';
import type { Google } from './client/google.ts';
import { GoogleError } from './client/google-error.ts';

/** What could not be done: looking into the folder, reading a spreadsheet, writing one of ours. */
export type GoogleTask = 'folder' | 'workbook' | 'summary' | 'ministry' | 'returns';

/**
 * A failed call as an issue, so that everything else of the run goes on. A fault of our own is thrown on. Of
 * accounts only those of programs are named: a person's address is personal data.
 */
export function googleIssue(
  error: unknown,
  place: Place,
  task: GoogleTask,
  account?: Google['account'],
): Issue {
  if (!(error instanceof GoogleError) || error.code === 'value') throw error;
  const isProgram = account?.endsWith('.gserviceaccount.com') === true;
  const hasOwnWords = error.code === 'credentials' || error.code === 'root' || error.code === 'bad_request';
  return {
    code: `google.${error.code}`,
    place,
    ...(hasOwnWords && { message: error.message }),
    params: { task, ...(isProgram && { account }), ...(error.reason === notGoogle && { answer: 'page' }) },
  };
}
