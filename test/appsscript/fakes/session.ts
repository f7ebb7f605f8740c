import type { Book } from './book.ts';
import { userOf } from './protection.ts';
import { strict } from './strict.ts';

/** Session: the person at work. */
export const sessionService = (book: Book) =>
  strict('Session', {
    getEffectiveUser: () => userOf(book.person),
  });
