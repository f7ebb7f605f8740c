import { submissionTexts as texts } from '../../../shared/texts/addon-submission.ts';
import type { SubmissionView, SubmitAnswer } from '../../calls/submission.ts';
import { element } from '../kit/element.ts';
import { server } from '../kit/server.ts';
import { officeFrame } from '../office/frame.ts';
import { correctionBlock } from './correction.ts';
import { filledBlock } from './filled.ts';
import { reminderBlock } from './reminder.ts';
import { stateBlock } from './state.ts';

const { body, tell, open: ask } = officeFrame<'noWorkbook' | 'noAnswers'>(texts);

const open = (): Promise<void> => ask(() => server('openSubmission'), show);

void open();

function show(view: SubmissionView, typed = view.answers.post): void {
  body.replaceChildren(
    stateBlock(view),
    filledBlock(view),
    submitForm(view, typed),
    ...(view.hasCorrections && (view.state === 'submitted' || view.state === 'accepted')
      ? [correctionBlock(tell)]
      : []),
    reminderBlock(tell),
  );
}

function submitForm(view: SubmissionView, typed: string): HTMLElement {
  const post = element('input', {
    id: 'post',
    type: 'text',
    maxlength: 100,
    required: true,
    autocomplete: 'organization-title',
    'aria-describedby': 'post-help',
    value: typed,
  });
  const isIn = view.state === 'submitted' || view.state === 'accepted';
  const submit = element(
    'button',
    { type: 'submit', class: 'main' },
    isIn ? texts.submitAgain : texts.submit,
  );
  const withdraw =
    view.state === 'submitted'
      ? element('button', { type: 'button', 'aria-describedby': 'withdraw-help' }, texts.withdraw)
      : undefined;
  const buttons = [submit, ...(withdraw ? [withdraw] : [])];

  async function act(
    says: string,
    ask: () => Promise<SubmitAnswer>,
    done: (view: SubmissionView) => string,
  ): Promise<void> {
    for (const one of buttons) one.disabled = true;
    post.removeAttribute('aria-invalid');
    tell(says);
    let answer: SubmitAnswer;
    try {
      answer = await ask();
    } catch {
      tell(texts.failed, true);
      for (const one of buttons) one.disabled = false;
      submit.focus();
      return;
    }
    for (const one of buttons) one.disabled = false;
    settle(answer, done);
  }

  function settle(answer: SubmitAnswer, done: (view: SubmissionView) => string): void {
    switch (answer.kind) {
      case 'done':
        show(answer.view);
        tell(
          [
            done(answer.view),
            ...(answer.failed > 0 ? [texts.lock[answer.view.lock === 'others' ? 'others' : 'failed']] : []),
          ].join(' '),
        );
        focusFirst();
        return;
      case 'changed':
        show(answer.view, post.value);
        tell(texts.changed, true);
        focusFirst();
        return;
      case 'post':
        tell(texts.post[answer.fault], true);
        post.setAttribute('aria-invalid', 'true');
        post.focus();
        return;
      case 'early':
        tell(texts.early(answer.day), true);
        return;
      default:
        tell(texts[answer.kind], true);
    }
  }

  withdraw?.addEventListener('click', () => {
    void act(
      texts.withdrawing,
      () => server('withdrawReport', view.answers),
      () => texts.withdrawn,
    );
  });
  return element(
    'form',
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        void act(
          texts.submitting,
          () => server('submitReport', { post: post.value, seen: view.answers }),
          ({ answers }) => texts.done(answers.day),
        );
      },
    },
    element('label', { for: 'post' }, texts.post.label),
    element('p', { id: 'post-help', class: 'hint' }, texts.post.help),
    post,
    element('p', {}, texts.day(view.today)),
    ...buttons.slice(0, 1),
    ...buttons.slice(1),
    withdraw ? element('p', { id: 'withdraw-help', class: 'hint' }, texts.withdrawHint) : undefined,
  );
}

/** Focus stays in the page once the button that was pressed is gone. */
function focusFirst(): void {
  const heading = body.querySelector('h2');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}
