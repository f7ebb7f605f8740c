import { isNamed } from '../../../shared/parse/post-name.ts';
import { liveState } from '../../../shared/submission/live-report.ts';
import { submitWords } from '../../../shared/texts/submit-words.ts';
import type {
  SubmissionAnswers,
  SubmissionView,
  SubmitAnswer,
  SubmitRequest,
} from '../../calls/submission.ts';
import { underLock } from '../sheet/document-lock.ts';
import { dateIn } from '../sheet/today.ts';
import { writeExact } from '../sheet/write-exact.ts';
import { lockHandedIn, lockState, unlock } from './locks.ts';
import { lookAtSubmission, type OpenSubmission } from './view.ts';

const { yes, no } = submitWords;
const longestPost = 100;

/**
 * Hands the report in: writes the same three cells as a person does, then locks what is handed in. A repeat after a lost
 * answer finds everything done; answers that somebody has changed meanwhile are not overwritten.
 */
export function submitReport({ post: typed, seen }: SubmitRequest): SubmitAnswer {
  const post = typed.trim();
  if (post === '') return { kind: 'post', fault: 'missing' };
  if (post.length > longestPost) return { kind: 'post', fault: 'long' };
  if (isNamed(post)) return { kind: 'post', fault: 'named' };
  return change((open) => {
    const { view, office, tabs } = open;
    const { spreadsheet } = open.standing;
    const { decision, today } = view;
    if (decision?.kind === 'returned' && today <= decision.day) return { kind: 'early', day: decision.day };
    const wanted = { answer: yes, day: today, post };
    if (!isSame(view.answers, wanted)) {
      if (!isSame(view.answers, seen)) return { kind: 'changed', view, failed: 0 };
      write(open, wanted);
    }
    const failed = lockHandedIn(spreadsheet, tabs, office);
    return { kind: 'done', view: after(open, 'submitted', wanted), failed };
  });
}

/** Makes a report that is not accepted a draft again and opens its cells. */
export function withdrawReport(seen: SubmissionAnswers): SubmitAnswer {
  return change((open) => {
    const { view } = open;
    if (view.state === 'accepted' || view.state === 'returned') return { kind: view.state };
    const wanted = { ...view.answers, answer: no };
    if (view.state !== 'draft') {
      if (view.state === 'none') return { kind: 'notSubmitted' };
      if (!isSame(view.answers, seen)) return { kind: 'changed', view, failed: 0 };
      write(open, wanted);
    }
    const failed = unlock(open.standing.spreadsheet);
    return { kind: 'done', view: after(open, 'draft', wanted), failed };
  });
}

function change(action: (open: OpenSubmission) => SubmitAnswer): SubmitAnswer {
  const answer = underLock((): SubmitAnswer => {
    const open = lookAtSubmission();
    return 'kind' in open ? open : action(open);
  });
  return answer ?? { kind: 'busy' };
}

const isSame = (a: SubmissionAnswers, b: SubmissionAnswers): boolean =>
  a.answer === b.answer && a.day === b.day && a.post === b.post;

/** Only cells that differ, so that nothing else is touched wherever they were moved. */
function write({ standing: { cells, spreadsheet }, view }: OpenSubmission, wanted: SubmissionAnswers): void {
  if (view.answers.answer !== wanted.answer) cells.status.setValue(wanted.answer);
  if (view.answers.day !== wanted.day) cells.day.setValue(dateIn(spreadsheet, wanted.day));
  if (view.answers.post !== wanted.post) writeExact(cells.post, [wanted.post]);
}

/** What the page shows now; forms are as they were. */
const after = (
  { view, standing: { spreadsheet } }: OpenSubmission,
  status: 'submitted' | 'draft',
  answers: SubmissionAnswers,
): SubmissionView => ({
  ...view,
  answers,
  state: liveState({ status, submittedOn: answers.day }, view.decision),
  lock: lockState(spreadsheet),
});
