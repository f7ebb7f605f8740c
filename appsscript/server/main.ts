import type { Calls } from '../calls/calls.ts';
import type { EntryName } from '../entries.ts';
import { onEdit } from './edit/on-edit.ts';
import { formBook } from './form/form-book.ts';
import { findTab, formTab } from './form/form-tab.ts';
import { saveCells } from './form/save-cells.ts';
import { showActivity, showForms } from './form/show-forms.ts';
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
  showForms,
  showActivity,
  showAbout,
  goTo,
  formBook,
  formTab,
  findTab,
  saveCells,
  snapshot,
  МСОКО: figureFunction,
  MSOKO: figureFunction,
} satisfies Calls & Record<EntryName, Handler>;
