import type { PlanLink } from '../../../shared/plan/plan.ts';

/** What turns links of the plan into addresses. */
export interface LinkOptions {
  /** Id of a tab of the same spreadsheet, by its name in the plan. */
  readonly sheetId: (name: string) => number | undefined;
  /** Address of a file that the plan names by its path; undefined = shown as text. */
  readonly linkOf: ((link: PlanLink) => string | undefined) | undefined;
}

/** The address a link leads to; undefined where there is none, so that the text stands without one. */
export function linkAddress(link: PlanLink, { sheetId, linkOf }: LinkOptions): string | undefined {
  if ('url' in link) return encodeURI(link.url).replace(/%25([0-9A-Fa-f]{2})/g, '%$1');
  if ('file' in link) return linkOf?.(link);
  const id = sheetId(link.sheet);
  return id === undefined ? undefined : `#gid=${id}&range=${link.cell}`;
}
