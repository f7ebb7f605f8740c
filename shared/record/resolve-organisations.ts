import type { Catalog } from '../catalog/types.ts';
import type { Issue } from '../issue/issue.ts';
import { organisationFinder } from '../register/find-organisation.ts';
import type { Register } from '../register/register.ts';
import { fieldKey, type RecordRow } from './record.ts';

/**
 * Puts codes in place of organisations as people wrote them: code, login or name. One that nobody knows is reported and
 * leaves the field without a value.
 */
export function resolveOrganisations(
  catalog: Catalog,
  register: Register,
  rows: readonly RecordRow[],
): { readonly rows: readonly RecordRow[]; readonly issues: readonly Issue[] } {
  const fields = new Map<string, readonly string[]>();
  for (const kind of catalog.records.values()) {
    const own = kind.fields.filter((field) => field.type === 'organisation').map((field) => field.code);
    if (own.length > 0) fields.set(kind.code, own);
  }
  if (fields.size === 0 || rows.length === 0) return { rows, issues: [] };
  const codes = new Set([...register.organisations, ...register.districts].map((unit) => unit.code));
  const find = organisationFinder(register);
  const issues: Issue[] = [];
  const resolved = rows.map((row): RecordRow => {
    let { values, answers = {} } = row;
    for (const field of fields.get(row.record) ?? []) {
      const written = values[field];
      if (written === undefined || codes.has(String(written))) continue;
      const text = String(written);
      const code = find({ login: text, name: text })?.code;
      if (code !== undefined) values = { ...values, [field]: code };
      else {
        const { [field]: _, ...rest } = values;
        values = rest;
        answers = { ...answers, [field]: 'rejected' };
        issues.push({
          code: 'organisation.unknown',
          place: row.place,
          organisation: row.unit,
          element: fieldKey(row.record, field),
          period: row.schoolYear,
          raw: text.slice(0, 200),
          params: { name: text.slice(0, 200) },
        });
      }
    }
    if (values === row.values) return row;
    return { ...row, values, ...(Object.keys(answers).length > 0 && { answers }) };
  });
  return { rows: resolved, issues };
}
