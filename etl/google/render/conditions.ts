import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { googleDialect } from '../../../shared/plan/formula-dialect.ts';
import { formulaText } from '../../../shared/plan/formula-text.ts';
import type { Layout } from '../../../shared/plan/layout.ts';
import type { PlanCondition, PlanSheet } from '../../../shared/plan/plan.ts';
import { barColour, ink, type Look, looks, scaleColours } from '../../drawing/looks.ts';
import { colour, gridRange } from './grid.ts';

/** Conditions of a tab; the earlier of two wins, as in the plan. Equal rules of neighbouring ranges stand apart. */
export function conditionRequests(
  sheet: PlanSheet,
  sheetId: number,
  layout: Layout,
  titleOf: (sheet: string) => string,
): sheets_v4.Schema$Request[] {
  return (sheet.conditions ?? []).map((condition, index) => ({
    addConditionalFormatRule: {
      rule: {
        ranges: [gridRange(sheetId, condition.range)],
        ...ruleOf(condition, sheet.name, layout, titleOf),
      },
      index,
    },
  }));
}

function ruleOf(
  { range, rule }: PlanCondition,
  sheet: string,
  layout: Layout,
  titleOf: (sheet: string) => string,
): sheets_v4.Schema$ConditionalFormatRule {
  if (rule.type === 'formula') {
    const formula = formulaText(rule.formula, layout, sheet, {
      anchor: { row: range.firstRow, column: range.firstColumn },
      dialect: googleDialect,
      titleOf,
      // conditions of Google see their own tab only
      elsewhere: (reference) => `INDIRECT("${reference.replace(/"/g, '""')}")`,
    });
    return {
      booleanRule: {
        condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: `=${formula}` }] },
        format: conditionFormat(looks[rule.style]),
      },
    };
  }
  if (rule.type === 'bar') {
    // Google has no bars in cells: the longer the bar, the deeper the fill
    return {
      gradientRule: {
        minpoint: { type: 'NUMBER', value: '0', colorStyle: colour('FFFFFF') },
        maxpoint: { type: 'MAX', colorStyle: colour(barColour) },
      },
    };
  }
  const [low, middle, high] =
    rule.better === 'higher' ? scaleColours : ([...scaleColours].reverse() as string[]);
  return {
    gradientRule: {
      minpoint: { type: 'MIN', colorStyle: colour(low as string) },
      midpoint: { type: 'PERCENTILE', value: '50', colorStyle: colour(middle as string) },
      maxpoint: { type: 'MAX', colorStyle: colour(high as string) },
    },
  };
}

const conditionFormat = (look: Look): sheets_v4.Schema$CellFormat => ({
  textFormat: {
    foregroundColorStyle: colour(look.font?.colour ?? ink),
    ...(look.font?.bold && { bold: true }),
  },
  ...(look.fill !== undefined && { backgroundColorStyle: colour(look.fill) }),
});
