import { addonTexts as texts } from '../../../shared/texts/addon.ts';

/** Which half of the page stands open. */
export type ReviewView = 'issues' | 'figures';

/** The page is told by an attribute what to show first: it has no address of its own. */
function show(view: ReviewView, title: string): void {
  const output = HtmlService.createHtmlOutputFromFile('review');
  output.setContent(output.getContent().replace('<main id="page"', `<main id="page" data-view="${view}"`));
  output.setTitle(title);
  SpreadsheetApp.getUi().showSidebar(output);
}

export const showReview = (): void => show('issues', texts.menu.review);
export const showFigures = (): void => show('figures', texts.menu.figures);
