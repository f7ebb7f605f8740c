import { renderPlan } from '../../etl/google/render/render-plan.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { batchFor } from './access.ts';
import { addFile } from './drive/files.ts';
import { SPREADSHEET } from './drive/model.ts';
import type { GoogleServer } from './server.ts';
import { copyBook } from './sheets/model.ts';
import { applyRequest } from './sheets/requests/index.ts';

/** Puts a spreadsheet made from a plan into the folder, filled as the plan is, without a single request. */
export function layOut(
  g: GoogleServer,
  plan: Plan,
  title: string,
  appProperties: Record<string, string> = {},
  parent = g.folderId,
): string {
  const driveId = g.world.files.get(parent)?.driveId;
  const place = { parents: [parent], ...(driveId === undefined ? { owner: g.owner } : { driveId }) };
  const { id } = addFile(g.world, g.serviceAccount, {
    name: title,
    mimeType: SPREADSHEET,
    ...place,
    appProperties,
  });
  return refill(g, id, plan);
}

/** The same spreadsheet with another fill: what a person typed in one sitting. */
export function refill(g: GoogleServer, id: string, plan: Plan): string {
  const book = copyBook(g.world.books.get(id)!);
  const old = book.tabs.map((tab) => tab.properties.sheetId);
  book.namedRanges = [];
  book.metadata = [];
  const batch = batchFor(g.world, g.serviceAccount, book);
  // the new tabs may bear the titles of the old ones
  for (const [n, tab] of book.tabs.entries()) {
    tab.properties.title = `old ${n}`;
    tab.properties.sheetId = -1 - n;
    tab.protectedRanges = [];
    tab.charts = [];
  }
  const tabs = renderPlan(plan, { set: 'entry', editors: [g.serviceAccount, g.owner] });
  const requests = [
    ...tabs.map(({ properties }) => ({ addSheet: { properties } })),
    ...tabs.flatMap((tab) => [...tab.requests, ...tab.charts.map((chart) => ({ addChart: { chart } }))]),
    ...old.map((_, n) => ({ deleteSheet: { sheetId: -1 - n } })),
  ];
  for (const [n, request] of requests.entries()) applyRequest(batch, request, n);
  g.world.books.set(id, book);
  g.people.touch(id);
  return id;
}
