import { readDefinitions } from '../../../shared/definitions/read-definitions.ts';
import { keyedCells } from '../../../shared/parse/keyed-cells.ts';
import { keptRaw, scalarText } from '../../../shared/parse/scalar-text.ts';
import { cellAddress } from '../../../shared/plan/address.ts';
import { correctionCode } from '../../../shared/submission/correction.ts';
import type { CorrectionAnswer, CorrectionRequest, PickedCell } from '../../calls/submission.ts';
import { definitionRows } from '../sheet/definition-rows.ts';
import { underLock } from '../sheet/document-lock.ts';
import { readTab } from '../sheet/read-tab.ts';
import { addRecord, recordRows, recordTab } from '../sheet/record-tab.ts';
import { dateIn, todayIn } from '../sheet/today.ts';
import { periodOf } from './entry-tabs.ts';
import { standingNow } from './standing.ts';

/** The entry cell that is selected now; undefined where another cell is. */
export function pickCell(): PickedCell | undefined {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const range = spreadsheet.getActiveRange();
  if (!range) return undefined;
  const sheet = range.getSheet();
  const [row, column] = [range.getRow(), range.getColumn()];
  const cell = keyedCells(readTab(sheet, spreadsheet.getSpreadsheetTimeZone(), { formats: true })).cells.find(
    (one) => one.row === row && one.column === column,
  );
  if (!cell) return undefined;
  const { element, dimension } = readDefinitions(definitionRows(spreadsheet) ?? []);
  const own = element.get(cell.rowKey);
  const titles = new Map([...dimension.values()].flatMap(({ members }) => members));
  const members = cell.columnKey.split('|').slice(1);
  return {
    tab: sheet.getName(),
    cell: cellAddress(row, column),
    row: [own?.name ?? cell.rowKey, ...members.map((member) => titles.get(member) ?? member)].join(', '),
    period: periodOf(cell),
    // a name that somebody typed is not copied to another tab
    present: keptRaw(scalarText(cell.scalar)) ?? '',
  };
}

/** Enters a request as a row of «Исправления» while the report is in; the same request entered already is not entered twice. */
export function requestCorrection({ id, picked, wanted, reason }: CorrectionRequest): CorrectionAnswer {
  const [value, why] = [wanted.trim(), reason.trim()];
  if (value === '' || why === '') return { kind: 'missing' };
  if (value === picked.present) return { kind: 'same' };
  if ([value, why].some((text) => keptRaw(text) === undefined)) return { kind: 'personal' };
  const answer = underLock((): CorrectionAnswer => {
    const cache = CacheService.getDocumentCache();
    const key = `correction:${id}`;
    if (cache?.get(key)) return { kind: 'done' };
    const standing = standingNow();
    if ('kind' in standing) return { kind: standing.kind };
    const { spreadsheet, state } = standing;
    // what is open is mended in its cell
    if (state !== 'submitted' && state !== 'accepted') return { kind: 'notIn' };
    const tab = recordTab(spreadsheet, correctionCode);
    if (!tab) return { kind: 'noTab' };
    const today = todayIn(spreadsheet);
    const row = {
      tab: picked.tab,
      cell: picked.cell,
      row: picked.row,
      period: picked.period,
      present: picked.present,
      wanted: value,
      reason: why,
    };
    const isThere = recordRows(tab, ({ scalar }) => scalarText(scalar)).some(
      (one) => one.day === today && one.tab === row.tab && one.cell === row.cell && one.wanted === value,
    );
    if (!isThere) {
      addRecord(tab, {
        day: dateIn(spreadsheet, today),
        ...row,
      });
    }
    cache?.put(key, '1', 3600);
    return { kind: 'done' };
  });
  return answer ?? { kind: 'busy' };
}
