import { addonRecordPage as title } from '../../../shared/texts/addon-records.ts';
import { showPage } from '../menu/show-page.ts';

export const showRecords = (): void => showPage('records', title);
