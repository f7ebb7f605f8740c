import { batchFor, openBook } from '../access.ts';
import { touch } from '../drive/files.ts';
import type { World } from '../world.ts';
import { copyBook } from './model.ts';
import type { Batch } from './requests/batch.ts';

/** Runs a change on a copy of the book and keeps it only when all of it went well. */
export function changeBook<T>(world: World, account: string, id: string, change: (batch: Batch) => T): T {
  const book = copyBook(openBook(world, account, id, 'writer'));
  const result = change(batchFor(world, account, book));
  world.books.set(id, book);
  const file = world.files.get(id)!;
  if (book.properties.title) file.name = book.properties.title;
  touch(world, file, account);
  return result;
}
