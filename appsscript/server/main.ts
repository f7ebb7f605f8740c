import type { Calls } from '../calls/calls.ts';
import type { EntryName } from '../entries.ts';
import { decideReport } from './district/decide.ts';
import { mailQuota, remindOrganisations } from './district/remind.ts';
import { showDistrict } from './district/show.ts';
import { openDistrict } from './district/view.ts';
import { onInstall, onOpen, showAbout } from './menu/open.ts';
import { goTo } from './sheet/go-to.ts';
import { pickCell, requestCorrection } from './submission/correction.ts';
import { showSubmission } from './submission/show.ts';
import { submitReport, withdrawReport } from './submission/submit.ts';
import { openSubmission } from './submission/view.ts';

type Handler = (...args: never[]) => unknown;

/** A handler for every entry point; a missing or a wrong one does not compile. */
export const handlers = {
  onOpen,
  onInstall,
  onEdit: () => undefined,
  showAbout,
  goTo,
  showSubmission,
  openSubmission,
  submitReport,
  withdrawReport,
  pickCell,
  showDistrict,
  openDistrict,
  decideReport,
  mailQuota,
  remindOrganisations,
  requestCorrection,
} satisfies Calls & Record<EntryName, Handler>;
