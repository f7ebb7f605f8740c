import { addonTexts as texts } from '../shared/texts/addon.ts';

/** An item of the menu, by the name of its function. */
export interface MenuItem {
  readonly title: string;
  /** In whose workbook the item stands; none = in both. */
  readonly unit?: 'organisation' | 'district';
  /** A line stands above the item. */
  readonly isFirstOfGroup?: true;
}

/** The items of the menu, in its order; the list of entry points takes them in. */
export const menu = {
  showForms: {
    title: texts.menu.forms,
  },
  showActivity: {
    title: texts.menu.activity,
  },
  showRecords: {
    title: texts.menu.records,
  },
  showReview: {
    title: texts.menu.review,
    isFirstOfGroup: true,
  },
  showFigures: { title: texts.menu.figures },
  recalculate: { title: texts.menu.recalculate },
  showSubmission: {
    title: texts.menu.submit,
  },
  showDistrict: {
    title: texts.menu.district,
    unit: 'district',
  },
  showAbout: {
    title: texts.menu.about,
    isFirstOfGroup: true,
  },
} as const satisfies Readonly<Record<string, MenuItem>>;
