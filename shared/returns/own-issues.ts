import type { Issue } from '../issue/issue.ts';
import { severityOf } from '../issue/severity.ts';
import type { Register } from '../register/register.ts';

/** A file as the protocols see it. */
export interface ReturnSource {
  readonly path: string;
  readonly kind: string;
  readonly unit?: string;
}

/** Matters of the district's own house: two copies in its inbox, a book that belongs elsewhere. */
const notTheirs: ReadonlySet<string> = new Set([
  'workbook.duplicate',
  'workbook.foreign',
  'source.gone',
  'submission.decision',
]);

/** Name of a file without its folders. */
export const baseName = (path: string): string => path.split('/').pop() ?? path;

/**
 * Errors, warnings and what is to be said about «Сдаю», by organisation: only those that stand in files which the
 * organisation itself fills in.
 */
export function ownIssues(
  { organisations }: Register,
  sources: readonly ReturnSource[],
  issues: readonly Issue[],
): Map<string, Issue[]> {
  const codes = new Set<string>(organisations.map((o) => o.code));
  const files = new Map<string, ReturnSource>();
  for (const source of sources) files.set(source.path, source);
  const byUnit = new Map<string, Issue[]>();
  for (const issue of issues) {
    const source = files.get(issue.place.file);
    if (source === undefined || notTheirs.has(issue.code)) continue;
    if (severityOf(issue) === 'info' && !issue.code.startsWith('submission.')) continue;
    const unit = ownerOf(source, issue, codes);
    if (unit === undefined) continue;
    const list = byUnit.get(unit);
    if (list) list.push(issue);
    else byUnit.set(unit, [issue]);
  }
  return byUnit;
}

function ownerOf(source: ReturnSource, issue: Issue, codes: ReadonlySet<string>): string | undefined {
  if (['workbook', 'observations', 'records'].includes(source.kind)) return issue.organisation ?? source.unit;
  if (source.kind !== 'unreadable') return undefined;
  // nobody can look inside: it is theirs whose template has this name
  const stem = baseName(source.path)
    .replace(/\.[^.]*$/, '')
    .toLowerCase();
  return codes.has(stem) ? stem : undefined;
}
