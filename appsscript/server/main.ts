import type { Desk } from '../desk/main.ts';
import type { ReadyName } from '../entries.ts';
import { onEdit } from './edit/on-edit.ts';
import { loadScript } from './load-script.ts';
import { onInstall, onOpen } from './menu/open.ts';
import { figureFunction } from './review/figure-function.ts';

type Handler = (...args: never[]) => unknown;

/** What must be there at once: triggers and custom functions. A missing or a wrong handler does not compile. */
export const handlers = {
  onOpen,
  onInstall,
  onEdit,
  onDailyReminder: () => desk().onDailyReminder(),
  MSOKO: figureFunction,
} satisfies Record<ReadyName, Handler>;

/** Everything a person asks for: items of the menu and calls of pages. */
export const desk = (): Desk => loadScript<Desk>('desk');
