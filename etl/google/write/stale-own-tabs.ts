import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { TabSet } from '../../../shared/live-state/tab-mark.ts';
import { googleWriteTexts } from '../../../shared/texts/google-write.ts';
import type { RenderedTab } from '../render/rendered-tab.ts';
import { chartIds } from './own-charts.ts';
import type { Book, BookTab } from './read-book.ts';
import { freeTitle } from './tab-title.ts';

type Request = sheets_v4.Schema$Request;

/** A tab that goes must not keep the title of one that comes. */
export function makeRoom(
  book: Book,
  stale: readonly (readonly [string, BookTab])[],
  added: readonly RenderedTab[],
): Request[] {
  const wanted = new Set(added.map(({ properties }) => properties.title?.toLowerCase()));
  const taken = book.tabs.map(({ title }) => title);
  return stale.flatMap(([, { sheetId, title }]) =>
    wanted.has(title.toLowerCase())
      ? [
          {
            updateSheetProperties: {
              properties: { sheetId, title: freeTitle(title + googleWriteTexts.former, taken) },
              fields: 'title',
            },
          },
        ]
      : [],
  );
}

/** A tab that is in the plan no more goes; one that bears a person's chart stays and is theirs from now on. */
export function leaveRequests(book: Book, set: TabSet, key: string, tab: BookTab): Request[] {
  const ours = new Set(chartIds(set, key));
  const elsewhere = book.tabs
    .filter(({ sheetId }) => sheetId !== tab.sheetId)
    .flatMap(({ charts }) => charts.filter((id) => ours.has(id)));
  const away = elsewhere.map((objectId): Request => ({ deleteEmbeddedObject: { objectId } }));
  if (tab.charts.every((id) => ours.has(id))) return [...away, { deleteSheet: { sheetId: tab.sheetId } }];
  const metadataId = tab.own?.metadataId;
  return [...away, { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId } } } }];
}
