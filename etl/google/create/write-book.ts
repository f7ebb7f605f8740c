import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import type { RenderOptions } from '../render/render-options.ts';
import { renderPlan } from '../render/render-plan.ts';
import { type BookOutcome, type BookWork, type Due, planOf } from './book-work.ts';
import { dueTabs } from './due-tabs.ts';
import { fillNew } from './fill-new.ts';
import { readState } from './read-state.ts';
import { structureRecords } from './structure.ts';
import { upgradeBook } from './upgrade-book.ts';

/** After an answer that did not come we look what is there and do the rest. */
const attempts = 5;

/**
 * Brings a spreadsheet to its plan: an empty one is filled; tabs of another structure are written anew in their places
 * with what was entered, all in one atomic call; a spreadsheet that is as it should be costs one read. Throws GoogleError.
 */
export async function writeBook(google: Google, work: BookWork): Promise<BookOutcome> {
  const options: RenderOptions = { set: 'entry', editors: work.editors };
  const structure = planOf(work, { records: structureRecords(work.book, work.records) });
  const rendered = renderPlan(structure, options);
  const due: Due = {
    structure,
    rendered,
    hashes: new Map(rendered.map(({ key, hash }) => [key, hash])),
    options,
  };
  let isChanged = false;
  for (let left = attempts; ; left--) {
    const state = await readState(google, work.spreadsheetId);
    const keys = dueTabs(rendered, state);
    if (keys.length === 0) return { isChanged, kept: [], added: [] };
    try {
      const isNew = rendered.every(({ sheetId }) => !state.tabs.has(sheetId));
      const outcome = isNew
        ? await fillNew(google, work, state, due)
        : await upgradeBook(google, work, state, due, keys);
      return { ...outcome, isChanged: true };
    } catch (error) {
      if (!(error instanceof GoogleError) || error.code !== 'unavailable' || left === 1) throw error;
      isChanged = true;
    }
  }
}
