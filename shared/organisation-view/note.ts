import type { IndicatorTable, ValueRow } from '../summary/indicator-rows.ts';
import { shortTitle } from '../summary/sheets/indicator-words.ts';
import { organisationTexts } from '../texts/organisation-view.ts';
import { summaryTexts } from '../texts/summary.ts';
import type { Compared, OrganisationFacts } from './facts.ts';

const texts = organisationTexts.note;

/** So many indicators are named in one sentence. */
const named = 3;

export const comparedAt = ({ compared }: OrganisationFacts, row: ValueRow): Compared | undefined =>
  compared[`${row.code} ${row.period.key}`];

/**
 * What an organisation's figures come to, in a few sentences: how many there are, what changed or differs by more than
 * chance (decision 008), norms, what is still owed, what is to be mended. Nothing is said that the figures do not say.
 */
export function note(facts: OrganisationFacts, table: IndicatorTable): string[] {
  const rows = table.rows.filter((row): row is ValueRow => row.type === 'value' && row.isWholeYear);
  const known = rows.filter((row) => row.result.value !== undefined);
  return [
    texts.known(known.length, rows.length, facts.schoolYear),
    ...changes(table, known),
    ...likeness(facts, known),
    ...norms(known),
    ...duties(facts),
    ...remarks(facts),
  ];
}

function changes({ years }: IndicatorTable, rows: readonly ValueRow[]): string[] {
  const compared = rows.filter((row) => row.trend !== undefined && !row.indicator.negativeEffects);
  if (years.length === 0 || compared.length === 0) return [];
  const noticeable = (sign: number): ValueRow[] =>
    compared.filter((row) => row.trend!.difference === 'noticeable' && row.trend!.judgement === sign);
  const words = (list: readonly ValueRow[]): string =>
    listed(list, (row) =>
      texts.was(title(row), row.result.value!, row.result.value! - row.trend!.delta, row.indicator.unit),
    );
  const [better, worse] = [noticeable(1), noticeable(-1)];
  if (better.length + worse.length === 0) return [texts.noChange];
  return [
    ...(better.length > 0 ? [texts.better(words(better))] : []),
    ...(worse.length > 0 ? [texts.worse(words(worse))] : []),
  ];
}

function likeness(facts: OrganisationFacts, rows: readonly ValueRow[]): string[] {
  const { group } = facts;
  if (group === undefined) return [];
  if (group === 'missing') return [texts.groupMissing];
  const compared = rows.filter((row) => comparedAt(facts, row)?.group !== undefined);
  if (compared.length === 0) return [texts.groupSmall(group.title)];
  const judged = (sign: number): ValueRow[] =>
    compared.filter((row) => comparedAt(facts, row)!.judgement === sign);
  const words = (list: readonly ValueRow[]): string =>
    listed(list, (row) =>
      texts.beside(title(row), row.result.value!, comparedAt(facts, row)!.group!, row.indicator.unit),
    );
  const [better, worse] = [judged(1), judged(-1)];
  const opening = texts.group(group.title, group.organisations);
  if (better.length + worse.length === 0) return [texts.alike(opening)];
  return [
    ...(better.length > 0 ? [texts.betterThanGroup(opening, words(better))] : []),
    ...(worse.length > 0 ? [texts.worseThanGroup(better.length > 0 ? '' : opening, words(worse))] : []),
  ];
}

function norms(rows: readonly ValueRow[]): string[] {
  const normed = rows.filter((row) => row.norm !== undefined);
  if (normed.length === 0) return [];
  const missed = normed.filter((row) => !row.norm!.met);
  if (missed.length === 0) return [texts.normsMet(normed.length)];
  return [
    texts.normsMissed(
      listed(missed, (row) => `${title(row)} (${summaryTexts.norm(row.norm!, row.result.value)})`),
    ),
  ];
}

function duties({ forms }: OrganisationFacts): string[] {
  const late = forms.filter((f) => f.punctuality === 'overdue');
  if (forms.length === 0) return [];
  return [late.length === 0 ? texts.nothingOverdue : texts.overdue(listed(late, (f) => `«${f.form}»`))];
}

function remarks({ protocol }: OrganisationFacts): string[] {
  const { error, warning } = protocol?.counts ?? { error: 0, warning: 0 };
  return [error + warning === 0 ? texts.noRemarks : texts.remarks(error, warning)];
}

const title = (row: ValueRow): string => `«${shortTitle(row, 90)}»`;

function listed<T>(list: readonly T[], word: (item: T) => string): string {
  const shown = list.slice(0, named).map(word).join('; ');
  return list.length > named ? texts.more(shown, list.length - named) : shown;
}
