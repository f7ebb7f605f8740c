import { readState } from '../../../shared/live-state/read-state.ts';
import { scalarText } from '../../../shared/parse/scalar-text.ts';
import { isRoster, readMeta } from '../../../shared/parse/workbook-meta.ts';
import { journalCode } from '../../../shared/submission/journal.ts';
import type { DistrictOrganisation, NoDistrict } from '../../calls/district.ts';
import { hiddenTab } from '../sheet/hidden-tab.ts';
import { readTab } from '../sheet/read-tab.ts';
import { type RecordTab, recordRows, recordTab } from '../sheet/record-tab.ts';
import { stateRows } from '../sheet/state-rows.ts';
import { todayIn } from '../sheet/today.ts';
import { originalOf } from '../submission/original.ts';
import { remindedOn } from './reminded.ts';

/** A district's spreadsheet: what the last night left, with what was decided and sent since. */
export interface OpenDistrict {
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  readonly today: string;
  /** Rows of `_state`. */
  readonly state: readonly (readonly string[])[];
  readonly organisations: readonly DistrictOrganisation[];
  /** «Приём отчётов»; undefined where it was deleted. */
  readonly journal: RecordTab | undefined;
  /** Its rows by field. */
  readonly decided: readonly Readonly<Record<string, string>>[];
}

export function lookAtDistrict(): OpenDistrict | NoDistrict {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = hiddenTab(spreadsheet, '_meta');
  const meta = sheet && readMeta({ sheets: [readTab(sheet, spreadsheet.getSpreadsheetTimeZone())] });
  // a roster gets nothing back from the night
  if (meta?.unitType !== 'district' || isRoster(meta)) return { kind: 'notDistrict' };
  const state = stateRows(spreadsheet);
  const original = originalOf(spreadsheet, meta, state);
  if (original !== undefined) return { kind: 'copy', original };
  if (readState(state, 'night').size === 0) return { kind: 'noState' };
  const today = todayIn(spreadsheet);
  const journal = recordTab(spreadsheet, journalCode);
  const decided = journal ? recordRows(journal, ({ scalar }) => scalarText(scalar)) : [];
  const reminded = remindedOn(today);
  return {
    spreadsheet,
    today,
    state,
    organisations: [...readState(state, 'organisation')].map(([code, one]) => ({
      ...one,
      code,
      isPending: decided.some(
        ({ organisation, day = '' }) =>
          (organisation === one.name || organisation === code) &&
          day > (one.decision?.day ?? '') &&
          day >= (one.submittedOn ?? ''),
      ),
      isReminded: reminded.has(code),
    })),
    journal,
    decided,
  };
}
