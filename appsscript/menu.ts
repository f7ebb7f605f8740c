import { addonTexts as texts } from '../shared/texts/addon.ts';

/** The items of the menu, in its order; the list of entry points takes them in. */
export const menu = {
  showForms: {
    kind: 'menu',
    name: 'showForms',
    parameters: [],
    title: texts.menu.forms,
  },
  showActivity: {
    kind: 'menu',
    name: 'showActivity',
    parameters: [],
    title: texts.menu.activity,
  },
  showReview: {
    kind: 'menu',
    name: 'showReview',
    parameters: [],
    title: texts.menu.review,
    isFirstOfGroup: true,
  },
  showFigures: { kind: 'menu', name: 'showFigures', parameters: [], title: texts.menu.figures },
  recalculate: { kind: 'menu', name: 'recalculate', parameters: [], title: texts.menu.recalculate },
  showSubmission: {
    kind: 'menu',
    name: 'showSubmission',
    parameters: [],
    title: texts.menu.submit,
    unit: 'organisation',
  },
  showDistrict: {
    kind: 'menu',
    name: 'showDistrict',
    parameters: [],
    title: texts.menu.district,
    unit: 'district',
  },
  showAbout: {
    kind: 'menu',
    name: 'showAbout',
    parameters: [],
    title: texts.menu.about,
    isFirstOfGroup: true,
  },
} as const;
