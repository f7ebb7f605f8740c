import type { PlanSheet } from '../../plan/plan.ts';
import { typedText } from '../../texts/issue-words.ts';
import { rosterTexts } from '../../texts/roster.ts';
import { periodText, summaryTexts } from '../../texts/summary.ts';
import type { IssueRow } from '../issue-list.ts';
import { headings, integer, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { type DraftCell, draftSheet } from './sheet-draft.ts';

const texts = summaryTexts.quality;
const styles = { error: 'bad', warning: 'attention', info: 'unit' } as const;

/** «Качество данных»: each issue with what to do and a link to the very cell; errors first. */
export function qualitySheet(context: TabContext): PlanSheet {
  const { issues } = context.model;
  const widths = [5, 16, 24, 28, 13, 38, 40, 12, 24, 9];
  const sheet = draftSheet(summaryTexts.tabs.quality, widths);
  writeHead(sheet, context, texts.title);
  if (issues.rows.length === 0) {
    sheet.wide({ value: texts.none, style: 'text' });
    return sheet.finish({ tabColour: 'amber', print: { orientation: 'landscape', footer: footer(context) } });
  }
  const { error, warning, info } = issues.counts;
  sheet.wide({ value: `${texts.counts(error, warning, info)} ${texts.help}`, style: 'help' });
  const top = sheet.row(headings(texts.headings));
  issues.rows.forEach((row, i) => {
    sheet.row([
      integer(i + 1),
      text(texts.severity[row.severity], styles[row.severity]),
      text(row.path[row.path.length - 1] ?? ''),
      text([row.form, row.element].filter((t) => t !== undefined).join(': ')),
      text(row.issue.period === undefined ? '' : periodText(row.issue.period)),
      text(row.text),
      text(row.todo),
      { ...text(typedText(row.issue)), format: 'text' },
      text(row.onBehalf ? rosterTexts.summary.place(placeText(row)) : placeText(row)),
      linkCell(row),
    ]);
  });
  const last = sheet.at();
  if (issues.left > 0) sheet.wide({ value: texts.left(issues.left), style: 'attention' });
  return sheet.finish({
    tabColour: 'amber',
    freeze: { rows: top, columns: 3 },
    autoFilter: { firstRow: top, lastRow: last, firstColumn: 1, lastColumn: widths.length },
    print: { orientation: 'landscape', repeatRows: [top, top], footer: footer(context) },
  });
}

function placeText({ issue }: IssueRow): string {
  const { file: path, title: name = path, tab, line } = issue.place;
  if (tab !== undefined) return texts.tab(name, tab);
  return line === undefined ? name : texts.line(name, line);
}

/** Short, since a spreadsheet does not wrap a link: the cell, or «открыть» for a file. */
function linkCell({ issue, link }: IssueRow): DraftCell {
  return link ? { value: issue.place.cell ?? texts.open, style: 'link', link } : text('');
}
