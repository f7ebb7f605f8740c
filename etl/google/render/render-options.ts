import type { TabSet } from '../../../shared/live-state/tab-mark.ts';
import type { PlanLink, PlanSheet } from '../../../shared/plan/plan.ts';

export interface RenderOptions {
  /** Whose tabs they are: part of their ids. */
  readonly set: TabSet;
  /** Mailboxes that may edit protected ranges, our own account among them. */
  readonly editors?: readonly string[];
  /** Turns a relative file link of the plan into an address; undefined = shown as text. */
  readonly linkOf?: (link: PlanLink) => string | undefined;
  readonly sheetIdOf?: (tab: PlanSheet) => number;
  /** What a tab of the plan is called in the spreadsheet, where people renamed it. */
  readonly titleOf?: (sheet: string) => string;
}
