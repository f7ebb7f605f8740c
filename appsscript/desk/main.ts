import type { Calls } from '../calls/calls.ts';
import type { DeskName } from '../entries.ts';
import { decideReport } from '../server/district/decide.ts';
import { mailQuota, remindOrganisations } from '../server/district/remind.ts';
import { showDistrict } from '../server/district/show.ts';
import { openDistrict } from '../server/district/view.ts';
import { clearRemarks } from '../server/form/clear-remarks.ts';
import { formBook } from '../server/form/form-book.ts';
import { findTab, formTab } from '../server/form/form-tab.ts';
import { relatedCells } from '../server/form/related-cells.ts';
import { saveCells } from '../server/form/save-cells.ts';
import { showActivity, showForms } from '../server/form/show-forms.ts';
import { showAbout } from '../server/menu/about.ts';
import { saveRow } from '../server/record/save-row.ts';
import { showRecords } from '../server/record/show.ts';
import { onDailyReminder } from '../server/reminders/remind.ts';
import { reminderState, switchReminder } from '../server/reminders/trigger.ts';
import { recalculate } from '../server/review/recalculate.ts';
import { showFigures, showReview } from '../server/review/show.ts';
import { snapshot } from '../server/review/snapshot.ts';
import { goTo } from '../server/sheet/go-to.ts';
import { pickCell, requestCorrection } from '../server/submission/correction.ts';
import { showSubmission } from '../server/submission/show.ts';
import { submitReport, withdrawReport } from '../server/submission/submit.ts';
import { openSubmission } from '../server/submission/view.ts';

type Handler = (...args: never[]) => unknown;

/** A handler for every item of the menu and every call of a page; a missing or a wrong one does not compile. */
export const desk = {
  showForms,
  showActivity,
  showRecords,
  showReview,
  showFigures,
  recalculate,
  showSubmission,
  showAbout,
  goTo,
  formBook,
  formTab,
  findTab,
  relatedCells,
  saveCells,
  clearRemarks,
  saveRow,
  snapshot,
  openSubmission,
  submitReport,
  withdrawReport,
  pickCell,
  requestCorrection,
  reminderState,
  switchReminder,
  onDailyReminder,
  showDistrict,
  openDistrict,
  decideReport,
  mailQuota,
  remindOrganisations,
} satisfies Calls & Record<DeskName | 'onDailyReminder', Handler>;

export type Desk = typeof desk;
