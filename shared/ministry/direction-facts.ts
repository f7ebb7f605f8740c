import type { Catalog, Direction } from '../catalog/types.ts';
import { type AnswerCounts, addAnswers, noAnswers } from '../summary/answers.ts';
import { type DirectionCounts, directionCounts } from '../summary/direction-counts.ts';
import type { IndicatorTable, ValueRow } from '../summary/indicator-rows.ts';
import type { Management } from '../summary/management.ts';
import type { Submission } from '../summary/submission.ts';
import type { MinistryActivities } from './model.ts';

/** What one canonical direction comes to: the line by which a ministry compares districts. */
export interface DirectionFacts extends DirectionCounts {
  readonly direction: Direction;
  /** Indicators of the whole school year, and those of them with a value. */
  readonly indicators: number;
  readonly known: number;
  /** Noticeably better or worse than the year before. */
  readonly better: number;
  readonly worse: number;
  /** Answers to its forms. */
  readonly answers: AnswerCounts;
}

export interface DirectionFactsInput {
  readonly catalog: Pick<Catalog, 'directions' | 'forms'>;
  readonly indicators: IndicatorTable;
  readonly submission: Submission;
  readonly management: Management | undefined;
  readonly activities: MinistryActivities | undefined;
}

/** Directions of which anything is known or asked, in their canonical order. */
export function directionFacts(input: DirectionFactsInput): DirectionFacts[] {
  const values = input.indicators.rows.filter((r): r is ValueRow => r.type === 'value' && r.isWholeYear);
  const coverage = (input.management?.coverage ?? []).filter(({ level }) => level === 'district');
  return [...input.catalog.directions.values()].flatMap((direction): DirectionFacts[] => {
    const own = values.filter(({ indicator }) => indicator.direction === direction.id);
    const noticeable = (sign: number): number =>
      own.filter((r) => r.trend?.difference === 'noticeable' && r.trend.judgement === sign).length;
    const forms = input.submission.forms.filter(
      ({ code }) => input.catalog.forms.get(code)?.direction === direction.id,
    );
    const tally = input.activities?.byDirection.find((one) => one.direction === direction.id)?.tally;
    const links = coverage.filter((one) => one.direction === direction.id);
    if (own.length + forms.length + links.length === 0 && !tally) return [];
    return [
      {
        direction,
        indicators: own.length,
        known: own.filter(({ result }) => result.value !== undefined).length,
        better: noticeable(1),
        worse: noticeable(-1),
        answers: forms.reduce<AnswerCounts>(addAnswers, noAnswers),
        ...directionCounts(tally, links),
      },
    ];
  });
}
