import { basename } from 'node:path';
import type { District } from '../../shared/register/register.ts';
import { workspaceTexts } from '../../shared/texts/workspace.ts';
import { readTable } from './read-table.ts';
import { toDistrict } from './to-organisation.ts';
import { WorkspaceError } from './workspace-error.ts';

/** A row of districts.csv: the district and where it stands. */
export interface DistrictRow {
  readonly district: District;
  readonly line: number;
}

/** Reads districts.csv. Throws WorkspaceError for rows without a code and for codes that stand twice. */
export async function readDistricts(path: string): Promise<DistrictRow[]> {
  const rows = await readTable(path, ['code', 'name', 'region']);
  const file = basename(path);
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const row of rows) {
    const code = row.columns.code ?? '';
    if (!code) faults.push(workspaceTexts.emptyCode(file, row.line));
    else if (seen.has(code)) faults.push(workspaceTexts.duplicateCode(file, row.line, code));
    seen.add(code);
  }
  if (faults.length > 0) {
    throw new WorkspaceError(
      'register.invalid',
      workspaceTexts.registerFaults(faults),
      workspaceTexts.registerHint,
    );
  }
  return rows.map(({ columns, line }) => ({ district: toDistrict(columns), line }));
}
