import { spreadsheetPath } from '../../../shared/issue/spreadsheet.ts';
import { type Review, review } from '../../../shared/review/review.ts';
import { unpackTab } from '../../calls/review.ts';
import { server } from '../kit/server.ts';

/** A workbook read and judged. */
export interface Loaded {
  readonly review: Review;
  /** Names of the tabs people see, in their order. */
  readonly tabs: readonly string[];
  /** Ids of these tabs: there a person can be led. */
  readonly seen: ReadonlySet<number>;
}

/** Undefined in a spreadsheet that is no workbook of the system. */
export async function load(): Promise<Loaded | undefined> {
  const snapshot = await server('snapshot');
  if (!snapshot) return undefined;
  const { id, name, today, tabs } = snapshot;
  const seen = tabs.filter((tab) => !tab.hidden);
  return {
    review: review({ sheets: tabs.map(unpackTab) }, { file: spreadsheetPath(id), title: name }, today),
    tabs: seen.map((tab) => tab.name),
    seen: new Set(seen.map((tab) => tab.gid)),
  };
}
