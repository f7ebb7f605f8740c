import { addonFormPages as titles } from '../../../shared/texts/addon-forms.ts';
import { showPage } from '../menu/show-page.ts';

export const showForms = (): void => showPage('forms', titles.forms);
export const showActivity = (): void => showPage('activity', titles.activity);
