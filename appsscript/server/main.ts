import type { Calls } from '../calls/calls.ts';
import type { EntryName } from '../entries.ts';
import { onEdit } from './edit/on-edit.ts';
import { onInstall, onOpen, showAbout } from './menu/open.ts';
import { figureFunction } from './review/figure-function.ts';
import { recalculate } from './review/recalculate.ts';
import { showFigures, showReview } from './review/show.ts';
import { snapshot } from './review/snapshot.ts';
import { goTo } from './sheet/go-to.ts';

type Handler = (...args: never[]) => unknown;

/** A handler for every entry point; a missing or a wrong one does not compile. */
export const handlers = {
  onOpen,
  onInstall,
  showReview,
  showFigures,
  recalculate,
  onEdit,
  showAbout,
  goTo,
  snapshot,
  МСОКО: figureFunction,
  MSOKO: figureFunction,
} satisfies Calls & Record<EntryName, Handler>;
