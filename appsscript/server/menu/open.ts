import { addonTexts as texts } from '../../../shared/texts/addon.ts';
import { menu as items, type MenuItem } from '../../menu.ts';

/** Set by the build: a script inside one spreadsheet has a menu of its own, an add-on stands under «Расширения». */
declare const isBound: boolean;

/** What Sheets says of the run; `authMode` is missing where somebody else calls. */
interface OpenEvent {
  readonly authMode?: GoogleAppsScript.Script.AuthMode;
}

/**
 * Makes the menu. Runs without authorisation (AuthMode.NONE) when the add-on is not yet switched on in the file: nothing
 * of the file may be read then, and the items of both kinds of workbooks stand there; each page says where it belongs.
 */
export function onOpen(event?: OpenEvent): void {
  const unit = mayRead(event) ? unitType() : undefined;
  const ui = SpreadsheetApp.getUi();
  const menu = isBound ? ui.createMenu(texts.name) : ui.createAddonMenu();
  for (const [name, { title, isFirstOfGroup, unit: only }] of Object.entries<MenuItem>(items)) {
    if (unit !== undefined && only !== undefined && only !== unit) continue;
    if (isFirstOfGroup) menu.addSeparator();
    menu.addItem(title, name);
  }
  menu.addToUi();
}

/** Right after the installation the file is open already. */
export function onInstall(event?: OpenEvent): void {
  onOpen(event);
}

const mayRead = (event: OpenEvent | undefined): boolean =>
  event?.authMode !== undefined && event.authMode !== ScriptApp.AuthMode.NONE;

/** `unit_type` of `_meta`; undefined in a spreadsheet that is no workbook of the system. */
function unitType(): string | undefined {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('_meta');
  const lines: unknown[][] = sheet ? sheet.getDataRange().getValues() : [];
  return lines.flatMap(([key, value]) => (key === 'unit_type' ? [String(value)] : []))[0];
}
