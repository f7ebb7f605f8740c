import type { Severity } from '../../../shared/issue/issue.ts';
import { severityOf } from '../../../shared/issue/severity.ts';
import type { ParsedCell } from '../../../shared/parse/scalar-to-value.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { personalKinds } from '../../../shared/texts/cell-issues.ts';
import { entryIssueText } from '../../../shared/texts/entry-issues.ts';
import { element } from '../kit/element.ts';

/** What is said beneath a field. */
export interface AnswerMessage {
  readonly severity: Severity;
  readonly text: string;
  readonly todo: string;
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
export const bySeverity = (a: AnswerMessage, b: AnswerMessage): number => rank[a.severity] - rank[b.severity];

/** What is wrong with an answer by itself, in the words of the nightly run; of personal data, why they are refused. */
export const answerMessages = ({ issues, raw }: ParsedCell): AnswerMessage[] =>
  issues.map((found) => {
    const issue = { ...found, place: { file: '' }, ...(raw !== undefined && { raw }) };
    const severity = severityOf(issue);
    if (found.code !== 'cell.personal_data') return { severity, ...entryIssueText(issue) };
    const { personal } = addonFormTexts;
    const kind = personalKinds[String(found.params?.kind ?? '')] ?? '';
    return { severity, text: personal.text(kind), todo: personal.todo };
  });

/** A message as it stands beneath a field: the weight in words, not by colour alone. */
export const messageView = ({ severity, text, todo }: AnswerMessage): HTMLElement =>
  element(
    'div',
    { class: `message ${severity}` },
    element('strong', {}, `${addonFormTexts.severity[severity]}. `),
    `${text} ${todo}`.trim(),
  );

/** Messages as they are read out. */
export const spoken = (messages: readonly AnswerMessage[]): string =>
  messages.map(({ text, todo }) => `${text} ${todo}`.trim()).join(' ');
