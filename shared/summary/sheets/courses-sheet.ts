import type { PlanSheet } from '../../plan/plan.ts';
import { recordViewTexts } from '../../texts/record-views.ts';
import type { CourseRequest } from '../course-request.ts';
import { headings, integer, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { draftSheet, type SheetDraft } from './sheet-draft.ts';
import { shortNames } from './short-names.ts';

const texts = recordViewTexts.courses;

/** «Заявка на курсы»: teachers with deficits by subject and kind, then what to ask for and for whom. */
export function coursesSheet(context: TabContext): PlanSheet {
  const { courses } = context.model;
  const sheet = draftSheet(recordViewTexts.tabs.courses, [6, 34, 26, 14, 64]);
  writeHead(sheet, context, texts.title);
  const print = { orientation: 'landscape', footer: footer(context), keep: [] } as const;
  const note = courses === undefined ? texts.off : courses.reported === 0 ? texts.empty : undefined;
  if (courses === undefined || note !== undefined) {
    sheet.wide({ value: note ?? '', style: 'text' });
    return sheet.finish({ tabColour: 'teal', print });
  }
  sheet.wide({
    value: `${texts.coverage(courses.reported, courses.expected)} ${texts.help}`,
    style: 'help',
  });
  if (courses.lines.length === 0) {
    sheet.wide({ value: texts.nobody, style: 'text' });
    return sheet.finish({ tabColour: 'teal', print });
  }
  const range = writeRequest(sheet, courses);
  return sheet.finish({
    tabColour: 'teal',
    freeze: { rows: range[0], columns: 2 },
    autoFilter: { firstRow: range[0], lastRow: range[1], firstColumn: 1, lastColumn: 5 },
    print: { ...print, repeatRows: [range[0], range[0]] },
  });
}

function writeRequest(sheet: SheetDraft, { lines }: CourseRequest): [number, number] {
  const short = shortNames([...new Set(lines.flatMap((l) => l.organisations.map((o) => o.name)))]);
  const top = sheet.row(headings(texts.headings));
  lines.forEach(({ subject, deficit, teachers, organisations }, i) => {
    sheet.row([
      integer(i + 1, 'unit'),
      text(subject, 'label'),
      text(deficit),
      integer(teachers),
      text(organisations.map((o) => texts.organisation(short(o.name), o.teachers)).join('; ')),
    ]);
  });
  const last = sheet.at();
  const range = { firstRow: top + 1, lastRow: last, firstColumn: 4, lastColumn: 4 };
  sheet.condition({ range, rule: { type: 'bar' } });
  return [top, last];
}
