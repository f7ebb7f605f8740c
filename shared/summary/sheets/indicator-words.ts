import { periodText, summaryTexts } from '../../texts/summary.ts';
import type { ValueRow } from '../indicator-rows.ts';

const texts = summaryTexts.indicators;

/** Readable by itself: «Русский язык — за год», «Русский язык — входной контроль». */
export function rowTitle(row: ValueRow): string {
  // the whole name stands in the row of the year, right above
  const title = row.isWholeYear ? indicatorTitle(row) : cut(indicatorTitle(row), 60);
  if (row.period.frequency !== 'school_year')
    return texts.ofPeriod(`${row.isWholeYear ? '' : '\u2003'}${title}`, periodText(row.period.key, true));
  return row.hasShorter ? texts.ofPeriod(title, texts.wholeYear) : title;
}

/** As much of a text as fits, to a whole word. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const part = text.slice(0, limit - 1);
  return `${part.slice(0, Math.max(part.lastIndexOf(' '), limit / 2)).replace(/[,;: ]+$/, '')}…`;
}

/** The printed words; below a heading of its own only the members: «Русский язык, 4 класс». */
export function indicatorTitle(row: Pick<ValueRow, 'indicator' | 'members' | 'isBelowTitle'>): string {
  if (row.members.length === 0) return row.indicator.title;
  return row.isBelowTitle ? row.members.join(', ') : `${row.indicator.title}: ${row.members.join(', ')}`;
}

/** Against the norm, unless chance could turn the verdict. */
export const valueStyle = (row: ValueRow): 'value' | 'good' | 'bad' =>
  !row.norm || row.norm.withinError ? 'value' : row.norm.met ? 'good' : 'bad';

export const trendStyle = (judgement: -1 | 0 | 1): 'good' | 'bad' | 'unit' =>
  judgement > 0 ? 'good' : judgement < 0 ? 'bad' : 'unit';

/** Why there is no value; else what to know of it. */
export function noteText(row: ValueRow): string {
  if (row.result.value === undefined) return summaryTexts.reasonLong[row.result.reason] ?? '';
  return [
    ...(row.fewData ? [texts.fewData] : []),
    ...(row.norm ? [summaryTexts.norm(row.norm, row.result.value)] : []),
  ].join('; ');
}

/** A name for a line of a chart. */
export const seriesName = (row: ValueRow): string => `${row.indicator.no} ${shortTitle(row, 52)}`.trim();

/** A name that fits a legend or an axis. */
export function shortTitle(row: Pick<ValueRow, 'indicator' | 'members'>, limit = 60): string {
  const members = row.members.length === 0 ? '' : `: ${row.members.join(', ')}`;
  // what it is a share of stands in the full name
  const name = row.indicator.name.replace(
    /,? (?:от|из) (?:их |общего )?(?:числа|количества)(?=[ ,]).*$/u,
    '',
  );
  const room = limit - members.length;
  if (name.length <= room) return `${name}${members}`;
  const cut = name.slice(0, Math.max(12, room - 1));
  const comma = cut.lastIndexOf(',');
  const end = comma > cut.length / 2 ? comma : Math.max(cut.lastIndexOf(' '), 8);
  return `${cut.slice(0, end).replace(/[,;: ]+$/, '')}…${members}`;
}
