import { stateTab } from '../../../shared/live-state/live-state.ts';
import { readState } from '../../../shared/live-state/read-state.ts';
import { scalarText } from '../../../shared/parse/scalar-text.ts';
import { readMeta } from '../../../shared/parse/workbook-meta.ts';
import { journalCode } from '../../../shared/submission/journal.ts';
import type { OpenedDistrict } from '../../calls/district.ts';
import { jsonTab } from '../sheet/json-tab.ts';
import { readTab } from '../sheet/read-tab.ts';
import { recordRows, recordTab } from '../sheet/record-tab.ts';
import { todayIn } from '../sheet/today.ts';
import { remindedOn } from './reminded.ts';

/** What the last night left for the district, with what was decided since. */
export function openDistrict(): OpenedDistrict {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.getSheetByName('_meta');
  const meta = sheet && readMeta({ sheets: [readTab(sheet, spreadsheet.getSpreadsheetTimeZone())] });
  if (meta?.unitType !== 'district') return { kind: 'notDistrict' };
  const rows = jsonTab(spreadsheet, stateTab);
  const [night] = readState(rows, 'night').values();
  if (!night) return { kind: 'noState' };
  const today = todayIn(spreadsheet);
  const journal = recordTab(spreadsheet, journalCode);
  const decided = journal ? recordRows(journal, ({ scalar }) => scalarText(scalar)) : [];
  const reminded = remindedOn(today);
  return {
    kind: 'view',
    view: {
      today,
      night,
      organisations: [...readState(rows, 'organisation')].map(([code, one]) => ({
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
      issues: [...readState(rows, 'issue').values()],
      corrections: [...readState(rows, 'correction').values()],
    },
  };
}
