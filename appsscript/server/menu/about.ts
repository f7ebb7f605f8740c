import { addonAbout, addonTexts as texts } from '../../../shared/texts/addon.ts';

export function showAbout(): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(texts.name, addonAbout, ui.ButtonSet.OK);
}
