import { choicesOf, tableLists } from '../choices.ts';
import type { Draft } from '../draft.ts';
import type { RecordField } from '../types.ts';
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
  }
  for (const { table, row } of draft.tables.fields.rows) {
    const code = (row.columns.record ?? '').trim();
    if (code === '' || catalog.records.has(code) || draft.broken.records.has(code)) continue;
    const at = { origin: { file: table.file, line: row.line }, column: 'record' };
    addUnknown(draft, at, 'record', code, catalog.records.keys(), ['records']);
  }
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
