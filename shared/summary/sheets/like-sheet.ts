import type { PlanSheet } from '../../plan/plan.ts';
import { sectionTexts } from '../../texts/sections.ts';
import { summaryTexts } from '../../texts/summary.ts';
import type { LikeCell, LikeOrganisations } from '../like-organisations.ts';
import type { Section } from '../sections.ts';
import { figure, integer, none, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { shortTitle } from './indicator-words.ts';
import { groupId } from './section-like.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';
import { shortNames } from './short-names.ts';

const texts = sectionTexts.like;

/** A name, its group, and up to four pairs of columns: the organisation's value and its group's. */
const widths = [32, 41, ...Array.from({ length: 8 }, () => 12)];

/** So many organisations stand below the groups on their page, and on a page of their own. */
const perPage = { first: 16, further: 28 };

/** How many organisations each page of a section holds. */
function pagesOf(count: number): number[] {
  const rest = count - perPage.first;
  if (rest <= 0) return [count];
  const pages = Math.ceil(rest / perPage.further);
  const upTo = (page: number): number => Math.round((page * rest) / pages);
  return [perPage.first, ...Array.from({ length: pages }, (_, i) => upTo(i + 1) - upTo(i))];
}

/** «Похожие организации»: section by section, groups of like organisations and each organisation beside its group. */
export function likeSheet(context: TabContext, sections: readonly Section[]): PlanSheet | undefined {
  const shown = sections.filter((section) => section.like !== undefined);
  if (shown.length === 0) return undefined;
  const sheet = draftSheet(texts.tab, widths);
  writeHead(sheet, context, texts.title);
  sheet.wide({ value: texts.help, style: 'help' });
  const breaks: number[] = [];
  const keep: (readonly [number, number])[] = [];
  for (const section of shown) {
    if (section !== shown[0]) {
      sheet.gap();
      breaks.push(sheet.at());
    }
    keep.push(writeGroups(sheet, section, section.like!));
    writeOrganisations(sheet, context, section.like!, breaks);
  }
  return sheet.finish({
    tabColour: 'teal',
    freeze: { rows: 0, columns: 1 },
    print: { orientation: 'landscape', breaks, keep, footer: footer(context) },
  });
}

function writeGroups(
  sheet: SheetDraft,
  section: Section,
  like: LikeOrganisations,
): readonly [number, number] {
  const top = sheet.wide({ value: `${section.name}. ${section.title}`, style: 'section' });
  if (like.indicators.length < like.comparable)
    sheet.wide({ value: texts.shown(like.indicators.length, like.comparable), style: 'help' });
  writeHeadings(sheet, like, texts.groups, texts.count);
  like.groups.forEach((group, g) => {
    const cells = group.pooled.map(
      (pooled, i): DraftCell => ({
        ...valueCell(pooled.value, like.indicators[i]!.indicator.unit),
        id: groupId(section, g, i),
      }),
    );
    const name = { ...text(group.title, 'label'), id: groupId(section, g) };
    writePairs(sheet, name, integer(group.organisations), cells);
  });
  const district = like.indicators.map((row) => valueCell(row.district?.value, row.indicator.unit));
  writePairs(sheet, text(texts.district, 'label'), integer(like.organisations.length), district);
  return [top, sheet.at()];
}

const valueCell = (value: number | undefined, unit: string): DraftCell =>
  value === undefined ? none() : figure(value, unit !== '%');

/** Two names, then one cell over each pair of columns. */
function writePairs(sheet: SheetDraft, name: DraftCell, next: DraftCell, cells: readonly DraftCell[]): void {
  const row: (DraftCell | undefined)[] = [name, next];
  // the border of a merge comes from both its cells
  for (const cell of cells) row.push(cell, cell.style === undefined ? {} : { style: cell.style });
  const at = sheet.row(row);
  cells.forEach((_, i) => {
    sheet.merge({ firstRow: at, lastRow: at, firstColumn: 3 + 2 * i, lastColumn: 4 + 2 * i });
  });
}

const heading = (value: string): DraftCell => ({ value, style: 'heading' });

function writeHeadings(sheet: SheetDraft, like: LikeOrganisations, name: string, next: string): void {
  const titles = like.indicators.map((row) => {
    const title = `${row.indicator.no} ${shortTitle(row, 75)}`.trim();
    return heading(row.indicator.unit === '%' ? `${title}, %` : title);
  });
  writePairs(sheet, heading(name), heading(next), titles);
}

function writeOrganisations(
  sheet: SheetDraft,
  { model }: TabContext,
  like: LikeOrganisations,
  breaks: number[],
): void {
  const titles = new Map(like.groups.map((group) => [group.code, group.title]));
  const short = shortNames(model.matrix.organisations.map((o) => o.name));
  const names = new Map(model.matrix.organisations.map((o) => [o.code, short(o.name)]));
  let from = 0;
  for (const count of pagesOf(like.organisations.length)) {
    if (from > 0) {
      breaks.push(sheet.at());
      writeHeadings(sheet, like, '', '');
    }
    const pair = like.indicators.flatMap(() => [heading(texts.value), heading(texts.pooled)]);
    sheet.row([heading(texts.organisation), heading(texts.group), ...pair]);
    for (const organisation of like.organisations.slice(from, from + count)) {
      const group = organisation.group === undefined ? undefined : titles.get(organisation.group);
      sheet.row([
        text(names.get(organisation.code) ?? organisation.code, 'label'),
        text(group ?? texts.noGroup, 'unit'),
        ...organisation.cells.flatMap((cell, at) => likeCells(cell, like.indicators[at]!.indicator.unit)),
      ]);
    }
    from += count;
  }
}

function likeCells({ result, like, judgement, fewData }: LikeCell, unit: string): DraftCell[] {
  const style = judgement > 0 ? 'good' : judgement < 0 ? 'attention' : fewData ? 'unit' : 'value';
  const own =
    result === undefined
      ? none()
      : result.value === undefined
        ? text(summaryTexts.reasonShort[result.reason] ?? '', 'unit')
        : figure(result.value, unit !== '%', style);
  return [own, like?.value === undefined ? none() : figure(like.value, unit !== '%', 'unit')];
}
