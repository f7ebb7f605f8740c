import { addonPages } from '../../../shared/texts/addon.ts';
import { showPage } from '../menu/show-page.ts';

export const showDistrict = (): void => showPage('district', addonPages.district);
