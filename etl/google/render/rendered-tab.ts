import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { idOf } from '../../../shared/live-state/tab-id.ts';
import type { TabSet } from '../../../shared/live-state/tab-mark.ts';
import type { PlanSheet } from '../../../shared/plan/plan.ts';

/** A tab of a plan as Google takes it. */
export interface RenderedTab {
  /** `key` of the plan's tab, else its name. */
  readonly key: string;
  readonly sheetId: number;
  /** For addSheet; without an index. */
  readonly properties: sheets_v4.Schema$SheetProperties;
  /** What fills an EMPTY tab of this id: widths, formats, cells, merges, rules, conditions, filter, protection, names. */
  readonly requests: sheets_v4.Schema$Request[];
  /** How many of them come before entered values may be pasted in: formats and cells. */
  readonly ready: number;
  /** Gives entry cells their looks back after values were pasted with formats; a typed percent format stays. */
  readonly entryLooks: readonly sheets_v4.Schema$Request[];
  readonly charts: readonly sheets_v4.Schema$EmbeddedChart[];
  /** Those among the requests that tell the day of the data: all there is to do where `body` is what stands there. */
  readonly dated: readonly sheets_v4.Schema$Request[];
  /** Of everything above but `dated`. */
  readonly body: string;
  /** Of everything above. */
  readonly hash: string;
}

export const tabKey = (sheet: PlanSheet): string => sheet.key ?? sheet.name;

/** Id of the n-th chart of a tab, from 0. */
export const chartId = (set: TabSet, key: string, n: number): number => idOf(`${set}/${key}/chart/${n}`);

/** Of what a hash of a tab is, without the day of the data. */
export const bodyOf = (hash: string): string => hash.split('-')[0] ?? '';
