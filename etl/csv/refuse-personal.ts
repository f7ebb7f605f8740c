import type { Issue, Place } from '../../shared/issue/issue.ts';
import {
  detectInTitle,
  detectPersonalData,
  type PersonalDataKind,
} from '../../shared/parse/personal-data.ts';

/** Columns that name an organisation, a place or a programme: a person's name may be part of them. */
const titles = new Set([
  'name',
  'district_name',
  'region_name',
  'locality',
  'municipality',
  'short_name',
  'title',
]);

export const detectInColumn = (column: string, text: string): PersonalDataKind | undefined =>
  titles.has(column) ? detectInTitle(text) : detectPersonalData(text);

/** The first personal data among texts that stand in one line; undefined where the line may be read. */
export function personalInLine(
  cells: readonly (readonly [column: string, text: string])[],
): { readonly column: string; readonly kind: PersonalDataKind } | undefined {
  for (const [column, text] of cells) {
    const kind = text === '' ? undefined : detectInColumn(column, text);
    if (kind !== undefined) return { column, kind };
  }
  return undefined;
}

/** A line of which nothing is read. */
export const refusedLine = (place: Place, column: string, kind: PersonalDataKind): Issue => ({
  code: 'cell.personal_data',
  place,
  params: { kind, column, where: 'line' },
});

/**
 * A row of a register without personal data in its further columns. Phones and mailboxes of a register are the
 * organisation's own more often than not, so leaving them out is a warning; the system needs neither.
 */
export function withoutPersonal(
  columns: Readonly<Record<string, string>>,
  place: Place,
): { readonly columns: Readonly<Record<string, string>>; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const kept: Record<string, string> = {};
  for (const [column, text] of Object.entries(columns)) {
    const kind = text === '' ? undefined : detectInColumn(column, text);
    kept[column] = kind === undefined ? text : '';
    if (kind === undefined) continue;
    const isContact = kind === 'phone' || kind === 'email';
    issues.push({
      code: 'cell.personal_data',
      ...(isContact && { severity: 'warning' as const }),
      place,
      params: { kind, ...(detectPersonalData(column) === undefined && { column }), where: 'column' },
    });
  }
  return issues.length === 0 ? { columns, issues } : { columns: kept, issues };
}
