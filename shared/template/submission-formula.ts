import type { Formula } from '../plan/plan.ts';
import { templateTexts } from '../texts/template.ts';
import { binary, call, cell, joined, literal } from './formula.ts';
import { submission } from './submission-cells.ts';

const answer = call('TRIM', cell(submission.submitted));
const isOneOf = (words: readonly string[]): Formula =>
  call('OR', ...words.map((word) => binary('=', answer, literal(word))));
const isBlank = (id: string): Formula => binary('=', call('TRIM', cell(id)), literal(''));

const yes = isOneOf([...templateTexts.words.yes, ...templateTexts.submittedWords]);
const no = isOneOf(templateTexts.words.no);
const isSilent = binary('=', answer, literal(''));

/**
 * `status` of `_meta`: `submitted`, `draft`, empty while nothing is answered; any other answer as it stands, so that
 * the reader can report it. A book that was sent without an answer counts: whoever mails a report hands it in, and a
 * forgotten mark must not lose it (decision 014).
 */
export const statusFormula: Formula = call(
  'IF',
  yes,
  literal('submitted'),
  call('IF', isSilent, literal(''), call('IF', no, literal('draft'), answer)),
);

/** What the sender sees under the answers: whether the book may go, or what is still to be done first; `filled` of a book with forms. */
export function readinessFormula(filled: Formula | undefined, remarks: Formula): Formula {
  const { readiness } = templateTexts.title;
  const cases: readonly (readonly [Formula, Formula])[] = [
    [isSilent, literal(readiness.silent)],
    [no, literal(readiness.draft)],
    [call('NOT', yes), literal(readiness.unknown)],
    [isBlank(submission.on), literal(readiness.noDate)],
    [call('NOT', call('ISNUMBER', cell(submission.on))), literal(readiness.notDate)],
    [isBlank(submission.post), literal(readiness.noPost)],
    ...(filled ? ([[binary('=', filled, literal(0)), literal(readiness.empty)]] as const) : []),
    [
      binary('>', remarks, literal(0)),
      joined([literal(readiness.remarks.before), remarks, literal(readiness.remarks.after)]),
    ],
  ];
  return cases.reduceRight<Formula>(
    (otherwise, [condition, text]) => call('IF', condition, text, otherwise),
    literal(readiness.ready),
  );
}
