export type GooglePurpose = 'pull' | 'write' | 'manage';

const at = 'https://www.googleapis.com/auth/';

/** The least rights for a purpose. `write` is the nightly run, which pulls too; `manage` makes and shares files. */
export const scopesOf: Readonly<Record<GooglePurpose, readonly string[]>> = {
  pull: [`${at}spreadsheets.readonly`, `${at}drive.metadata.readonly`],
  write: [`${at}spreadsheets`, `${at}drive.metadata.readonly`],
  manage: [`${at}spreadsheets`, `${at}drive`],
};
