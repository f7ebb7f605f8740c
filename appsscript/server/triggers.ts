import type { simpleTriggers } from '../entries.ts';
import { onEdit } from './edit/on-edit.ts';
import { onInstall, onOpen } from './menu/open.ts';

export { later } from './later.ts';

/** What runs without authorisation at every opening and every edit: all that the server's own script holds. */
export const handlers = { onOpen, onInstall, onEdit } satisfies Record<
  (typeof simpleTriggers)[number],
  (event: never) => void
>;
