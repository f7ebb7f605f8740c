import { addonPages } from '../../../shared/texts/addon.ts';
import { showPage } from '../menu/show-page.ts';

export const showSubmission = (): void => showPage('submit', addonPages.submit);
