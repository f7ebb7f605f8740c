import { addonTexts as texts } from '../../../shared/texts/addon.ts';
import type { Entry } from '../../entries.ts';
import { menu as items } from '../../menu.ts';

/** Set by the build: a script inside one spreadsheet has a menu of its own, an add-on stands under «Расширения». */
declare const isBound: boolean;

/**
 * Makes the menu. Runs without authorisation (AuthMode.NONE) when the add-on is not yet switched on in the file: nothing
 * of the file may be read here.
 */
export function onOpen(): void {
  const ui = SpreadsheetApp.getUi();
  const menu = isBound ? ui.createMenu(texts.name) : ui.createAddonMenu();
  for (const { name, title, isFirstOfGroup } of Object.values<Entry>(items)) {
    if (isFirstOfGroup) menu.addSeparator();
    menu.addItem(title ?? name, name);
  }
  menu.addToUi();
}

/** Right after the installation the file is open already. */
export function onInstall(): void {
  onOpen();
}
