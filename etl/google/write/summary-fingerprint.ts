import { codeFingerprint, contentHash } from '../../run/fingerprint.ts';

/** What decides how a summary looks in a spreadsheet, apart from its plan. */
export const summaryFingerprint = (editors: readonly string[], account: string | undefined): string =>
  contentHash(
    JSON.stringify([
      codeFingerprint(['etl/google/render', 'etl/google/write', 'etl/drawing']),
      editors,
      account,
    ]),
  ).slice(0, 16);
