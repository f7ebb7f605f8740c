import { addonTexts as texts } from '../../../shared/texts/addon.ts';

export function showDistrict(): void {
  SpreadsheetApp.getUi().showSidebar(
    HtmlService.createHtmlOutputFromFile('district').setTitle(texts.pages.district),
  );
}
