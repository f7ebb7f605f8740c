import { compareText } from '../number/compare-text.ts';
import { rankSources } from '../observation/rank-sources.ts';
import type { SourceRank } from '../observation/source.ts';
import type { Day } from '../period/period.ts';
import type { Standing } from './standing.ts';

export const reportStates = ['none', 'draft', 'submitted', 'accepted', 'returned'] as const;
export type ReportState = (typeof reportStates)[number];

/** Where the report of a unit for a school year stands. */
export interface Report {
  readonly state: Exclude<ReportState, 'none'>;
  /** Path of the workbook, below the inbox. */
  readonly file: string;
  /** Name of a Google spreadsheet. */
  readonly title?: string;
  readonly submittedOn?: Day;
  /** Post of the person who handed it in. */
  readonly post?: string;
  /** Day of the district's decision and what it remarked. */
  readonly decidedOn?: Day;
  readonly remark?: string;
}

/** A workbook that lies there or once did. */
export interface ReportSource extends SourceRank {
  readonly id: number;
  readonly unit?: string;
  readonly schoolYear?: string;
  readonly status?: string;
  readonly submittedByPost?: string;
}

const weight = { draft: 0, returned: 1, submitted: 2, accepted: 2 } as const;

/**
 * The report of every unit that sent a workbook of the school year: the one that counts and was ranked last, else one
 * that was returned, else a draft.
 */
export function reports(
  sources: readonly ReportSource[],
  standings: ReadonlyMap<number, Standing>,
  schoolYear: string,
): Map<string, Report> {
  const own = sources.filter((s) => s.unit !== undefined && s.schoolYear === schoolYear);
  const ranks = rankSources(own);
  const ranked = own
    .map((source, i) => ({ source, rank: ranks[i]!.rank, state: stateOf(source, standings) }))
    .flatMap(({ state, ...entry }) => (state === undefined ? [] : [{ ...entry, state }]))
    .sort(
      (a, b) =>
        weight[a.state] - weight[b.state] || a.rank - b.rank || compareText(b.source.path, a.source.path),
    );
  const found = new Map<string, Report>();
  for (const { source, state } of ranked) found.set(source.unit!, reportOf(source, state, standings));
  return found;
}

function stateOf(
  source: ReportSource,
  standings: ReadonlyMap<number, Standing>,
): Report['state'] | undefined {
  return source.status === 'draft' ? 'draft' : standings.get(source.id)?.state;
}

function reportOf(
  { id, path, title, submittedOn, submittedByPost: post }: ReportSource,
  state: Report['state'],
  standings: ReadonlyMap<number, Standing>,
): Report {
  const decision = standings.get(id)?.decision;
  return {
    state,
    file: path,
    ...(title !== undefined && { title }),
    ...(submittedOn !== undefined && { submittedOn }),
    ...(post !== undefined && { post }),
    ...(decision !== undefined && { decidedOn: decision.day }),
    ...(decision?.remark !== undefined && { remark: decision.remark }),
  };
}
