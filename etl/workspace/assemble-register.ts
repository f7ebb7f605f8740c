import type { Issue } from '../../shared/issue/issue.ts';
import { isDay } from '../../shared/period/period.ts';
import type { District, Organisation, Register } from '../../shared/register/register.ts';
import { organisationTypes, programmes } from '../../shared/register/register.ts';
import { workspaceTexts } from '../../shared/texts/workspace.ts';
import { withoutPersonal } from '../csv/refuse-personal.ts';
import { toOrganisation, words } from './to-organisation.ts';

/** A row of a register, whichever file it came from. */
export interface RegisterSourceRow {
  /** Name of the file for messages, e.g. `organisations.csv` or a path below the inbox. */
  readonly file: string;
  readonly line: number;
  readonly columns: Readonly<Record<string, string>>;
}

export interface AssembledRegister extends Register {
  readonly issues: readonly Issue[];
}

/** Region code of districts that no file gives a region, where the workspace knows several or none. */
export const unknownRegion = 'unknown';

/**
 * Joins the workspace's own register with register files of the inbox: a later row of the same code replaces the
 * earlier one inside the inbox's files' columns only where it says something. A district that no file lists is
 * created; it takes the region of its row, else the only region the workspace knows, else `unknown`.
 * Faults of rows are issues: the row is used as far as it can be, so one slip does not stop the night.
 */
export function assembleRegister(
  districts: readonly District[],
  own: readonly RegisterSourceRow[],
  inbox: readonly RegisterSourceRow[],
): AssembledRegister {
  const issues: Issue[] = [];
  const organisations = new Map<string, Organisation>();
  const seenInFile = new Set<string>();
  const known = new Map(districts.map((d) => [d.code, d]));
  const regions = new Map(districts.filter((d) => d.region).map((d) => [d.region, d.regionName]));

  for (const row of [...own, ...inbox]) {
    const place = { file: row.file, line: row.line };
    // rows of the inbox come without personal data already
    const clean = withoutPersonal(row.columns, place);
    issues.push(...clean.issues);
    const columns = { ...clean.columns, code: clean.columns.code || clean.columns.organisation || '' };
    const report = (code: 'register.invalid' | 'register.incomplete', fault: string, raw = '') =>
      issues.push({ code, place, organisation: columns.code, params: { fault }, ...(raw && { raw }) });
    if (!columns.code) {
      report('register.invalid', 'code');
      continue;
    }
    if (seenInFile.has(`${row.file}\n${columns.code}`)) {
      report('register.invalid', 'duplicate', columns.code);
      continue;
    }
    seenInFile.add(`${row.file}\n${columns.code}`);
    const before = organisations.get(columns.code)?.columns ?? {};
    const merged: Record<string, string> = { ...before };
    for (const [name, value] of Object.entries(columns)) if (value || !(name in merged)) merged[name] = value;
    for (const column of ['opened', 'closed']) {
      const raw = merged[column];
      if (raw && !isDay(raw)) {
        report('register.invalid', column, raw);
        merged[column] = '';
      }
    }
    if (!merged.district) report('register.invalid', 'district');
    for (const type of words(merged.type)) {
      if (!(organisationTypes as readonly string[]).includes(type)) report('register.invalid', 'type', type);
    }
    for (const programme of words(merged.programmes)) {
      if (!(programmes as readonly string[]).includes(programme))
        report('register.invalid', 'programmes', programme);
    }
    // a column that the file lacks altogether is reported once per file by its reader
    for (const column of ['name', 'type']) {
      if (column in row.columns && !merged[column]) report('register.incomplete', column);
    }
    organisations.set(columns.code, toOrganisation(merged));
    const district = merged.district;
    if (district && !known.has(district)) known.set(district, createDistrict(district, merged, regions));
  }
  return { organisations: [...organisations.values()], districts: [...known.values()], issues };
}

function createDistrict(
  code: string,
  columns: Readonly<Record<string, string>>,
  regions: ReadonlyMap<string, string>,
): District {
  const only = regions.size === 1 ? [...regions.entries()][0] : undefined;
  const region = columns.region || only?.[0] || unknownRegion;
  const regionName =
    columns.region_name ||
    regions.get(region) ||
    (region === unknownRegion ? workspaceTexts.unknownRegion : region);
  const name = columns.district_name || code;
  return {
    code,
    name,
    region,
    regionName,
    roadmaps: [],
    columns: { code, name, region, region_name: regionName, roadmap: '' },
  };
}
