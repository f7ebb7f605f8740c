import { addonTexts as texts } from '../../../shared/texts/addon.ts';

export function showSubmission(): void {
  SpreadsheetApp.getUi().showSidebar(
    HtmlService.createHtmlOutputFromFile('submit').setTitle(texts.pages.submit),
  );
}
