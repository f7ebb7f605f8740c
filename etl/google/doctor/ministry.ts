import { spreadsheetPath } from '../../../shared/issue/spreadsheet.ts';
import { googleDoctorTexts as texts } from '../../../shared/texts/google-doctor.ts';
import type { Google } from '../client/google.ts';
import { fileState } from '../share/ministry-book.ts';
import type { MinistryState } from '../share/ministry-state.ts';
import { advice, type Finding, good } from './finding.ts';

/** The spreadsheets made for the ministry: there, in the bin, or gone. A call each; throws GoogleError. */
export async function ministryFindings(google: Google, state: MinistryState): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [district, { spreadsheet }] of Object.entries(state)) {
    const found = await fileState(google, spreadsheet);
    const path = spreadsheetPath(spreadsheet);
    if (found === 'binned')
      findings.push(
        advice('google.ministry', texts.ministryBinned(district, path), texts.ministryBinnedHint),
      );
    else if (found === 'gone')
      findings.push(advice('google.ministry', texts.ministryGone(district), texts.ministryGoneHint));
    else findings.push(good('google.ministry', texts.ministry(district)));
  }
  return findings;
}
