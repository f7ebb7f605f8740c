import type { PlanSheet } from '../plan/plan.ts';
import type { Remark } from '../returns/protocol.ts';
import { headings, integer, text } from '../summary/sheets/cells.ts';
import { draftSheet } from '../summary/sheets/sheet-draft.ts';
import { organisationTexts } from '../texts/organisation-view.ts';
import { periodText, summaryTexts } from '../texts/summary.ts';
import type { OrganisationFacts } from './facts.ts';
import { print, writeHead } from './frame.ts';

const texts = organisationTexts.remarks;
const styles = { error: 'bad', warning: 'attention', info: 'unit' } as const;

/** «Замечания»: what stands against the organisation's data now, errors first. */
export function remarksSheet(facts: OrganisationFacts): PlanSheet {
  const sheet = draftSheet(organisationTexts.tabs.remarks, [5, 17, 44, 18, 44, 44, 28]);
  writeHead(sheet, facts, texts.title);
  const { remarks, left } = facts.protocol ?? { remarks: [], left: 0 };
  if (remarks.length === 0) {
    sheet.wide(text(texts.none, 'good'));
    return sheet.finish({ tabColour: 'amber', print: print(facts, 'landscape') });
  }
  sheet.wide({ value: texts.help, style: 'help' });
  const top = sheet.row(headings(texts.headings));
  remarks.forEach((remark, i) => {
    sheet.row([
      integer(i + 1, 'unit'),
      text(summaryTexts.quality.severity[remark.severity], styles[remark.severity]),
      text([remark.form, remark.element].filter((part) => part !== '').join(': ')),
      text(remark.period === '' ? '' : periodText(remark.period)),
      text(remark.text),
      text(remark.todo),
      { ...text(placeText(remark)), ...(remark.url !== undefined && { link: { url: remark.url } }) },
    ]);
  });
  if (left > 0) sheet.wide(text(texts.left(left), 'attention'));
  return sheet.finish({
    tabColour: 'amber',
    freeze: { rows: top, columns: 0 },
    print: print(facts, 'landscape', { repeatRows: [top, top] }),
  });
}

function placeText({ tab, cell, line, file }: Remark): string {
  if (tab !== undefined) return texts.place(tab, cell);
  return line === undefined ? file : texts.line(file, line);
}
