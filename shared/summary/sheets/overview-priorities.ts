import { summaryTexts } from '../../texts/summary.ts';
import type { SummaryModel } from '../model.ts';
import type { Priority } from '../priorities.ts';
import { headings, integer, text } from './cells.ts';
import type { SheetDraft } from './sheet-draft.ts';

const texts = summaryTexts.overview;

/** Whom to call first, and what for. */
export function writePriorities(sheet: SheetDraft, model: SummaryModel, across: number): void {
  sheet.wide({ value: texts.prioritiesTitle, style: 'section' }, across);
  if (model.priorities.length === 0) {
    sheet.wide({ value: texts.prioritiesNone, style: 'good' }, across);
    return;
  }
  const wide = { firstColumn: 6, lastColumn: across };
  const top = sheet.row(headings(texts.prioritiesHeadings));
  sheet.merge({ firstRow: top, lastRow: top, ...wide });
  for (const p of model.priorities) {
    const at = sheet.row([
      text(p.name, 'label'),
      integer(p.missingForms, p.missingForms > 0 ? 'attention' : 'unit'),
      integer(p.partialForms, 'unit'),
      integer(p.errors, p.errors > 0 ? 'bad' : 'unit'),
      integer(p.warnings, 'unit'),
      text(start(p)),
    ]);
    sheet.merge({ firstRow: at, lastRow: at, ...wide });
  }
}

function start(p: Priority): string {
  if (p.returnedOn !== undefined) return texts.startReturned(p.returnedOn);
  if (p.owedForms > 0 && p.missingForms === p.owedForms) return texts.startSubmit;
  return p.example ? `${p.example.text} ${p.example.todo}` : texts.startMissing;
}
