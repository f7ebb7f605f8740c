import { addonTexts as texts } from '../../../shared/texts/addon.ts';
import { entries } from '../../entries.ts';

/** Set by the build: a script inside one spreadsheet has a menu of its own, an add-on stands under «Расширения». */
declare const isBound: boolean;

/**
 * Makes the menu. Runs without authorisation (AuthMode.NONE) when the add-on is not yet switched on in the file: nothing
 * of the file may be read here.
 */
export function onOpen(): void {
  const ui = SpreadsheetApp.getUi();
  const menu = isBound ? ui.createMenu(texts.name) : ui.createAddonMenu();
  for (const { kind, name, title, isFirstOfGroup } of entries) {
    if (kind !== 'menu' || title === undefined) continue;
    if (isFirstOfGroup) menu.addSeparator();
    menu.addItem(title, name);
  }
  menu.addToUi();
}

/** Right after the installation the file is open already. */
export function onInstall(): void {
  onOpen();
}

export function showAbout(): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(texts.name, texts.about, ui.ButtonSet.OK);
}
