import type { Issue } from '../../shared/issue/issue.ts';

/** May pass by itself, whatever it befell. */
const passing = new Set(['google.unavailable', 'google.quota']);

/** One spreadsheet of an organisation, read or written. */
const ownersMatter = new Set(['workbook', 'returns']);

/** Troubles of the key and its project: the same whatever is asked of Google. */
const ofTheKey = new Set(['google.credentials', 'google.unauthorised', 'google.api_disabled', 'google.root']);

/** Leaves out what would be said once more for each spreadsheet. */
export function withoutRepeats(issues: readonly Issue[], told: readonly Issue[]): Issue[] {
  const said = new Set(told.map(({ code }) => code));
  return issues.filter(({ code }) => {
    if (!ofTheKey.has(code)) return true;
    const isNew = !said.has(code);
    said.add(code);
    return isNew;
  });
}

/**
 * The first issue because of which the Google part of a night is not done: the folder could not be looked into, the
 * district's summary not written, or Google did not answer. A single workbook that was deleted or closed to us is not one:
 * it is its owner's matter, and no later attempt of the same night would help; nor is one in the bin.
 */
export function nightFault(issues: readonly Issue[]): Issue | undefined {
  return issues.find(
    ({ code, params }) =>
      code.startsWith('google.') &&
      code !== 'google.trashed' &&
      (!ownersMatter.has(String(params?.task)) || passing.has(code)),
  );
}
