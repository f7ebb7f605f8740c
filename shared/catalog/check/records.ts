import { choicesOf, tableLists } from '../choices.ts';
import type { Draft } from '../draft.ts';
import type { RecordField, RecordKind } from '../types.ts';
import { checkDirection } from './direction.ts';
import { addUnknown } from './unknown.ts';

/** Registers of objects: known directions, a register for every field, answers for every list, fields in every register. */
export function checkRecords(draft: Draft): void {
  const { catalog, faults } = draft;
  for (const kind of catalog.records.values()) {
    checkDirection(draft, kind.direction, kind.origin);
    if (kind.fields.length === 0 && !draft.broken.fields.has(kind.code))
      faults.push({ ...kind.origin, code: 'record.no_fields', params: { code: kind.code } });
    for (const field of kind.fields) checkField(draft, field);
    checkEnd(draft, kind);
  }
  for (const { table, row } of draft.tables.fields.rows) {
    const code = (row.columns.record ?? '').trim();
    if (code === '' || catalog.records.has(code) || draft.broken.records.has(code)) continue;
    const at = { origin: { file: table.file, line: row.line }, column: 'record' };
    addUnknown(draft, at, 'record', code, catalog.records.keys(), ['records']);
  }
}

/** The day by which rows are marked as ended is a date of the register, unless the workspace has switched it off. */
function checkEnd({ faults, tables }: Draft, { code, endedBy, fields, origin }: RecordKind): void {
  if (endedBy === undefined || fields.some((field) => field.code === endedBy && field.type === 'date'))
    return;
  if (tables.fields.disabled.has(`${code} | ${endedBy}`)) return;
  faults.push({ ...origin, column: 'ended_by', code: 'record.ended_by', params: { code, value: endedBy } });
}

function checkField(draft: Draft, field: RecordField): void {
  const { min, max, origin } = field;
  if (min !== undefined && max !== undefined && min > max)
    draft.faults.push({ ...origin, code: 'range.reversed', params: { min: `${min}`, max: `${max}` } });
  if (field.type !== 'list' || draft.broken.dimensions.has(field.list)) return;
  if (field.list === 'criterion' || choicesOf(draft.catalog, field).length > 0) return;
  const known = [...draft.catalog.dimensions.keys(), ...tableLists];
  addUnknown(draft, { origin, column: 'list' }, 'dimension', field.list, known, ['dimensions']);
}
