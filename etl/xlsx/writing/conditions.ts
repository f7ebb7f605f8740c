import type { ConditionalFormattingOptions, Worksheet } from 'exceljs';
import { rangeAddress } from '../../../shared/plan/address.ts';
import { formulaText } from '../../../shared/plan/formula-text.ts';
import type { Layout } from '../../../shared/plan/layout.ts';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { barColour, scaleColours } from '../../drawing/looks.ts';
import { conditionStyle } from '../styles.ts';

/**
 * Writes formula and scale conditions through exceljs; the earlier of two wins.
 * Returns the XML of the bars: exceljs gives bars a random GUID and an extension in the wrong place.
 */
export function writeConditions(worksheet: Worksheet, sheet: PlanSheet, layout: Layout): string {
  let bars = '';
  for (const [index, { range, rule }] of (sheet.conditions ?? []).entries()) {
    const ref = rangeAddress(range);
    const priority = index + 1;
    if (rule.type === 'bar') {
      bars += `<conditionalFormatting sqref="${ref}"><cfRule type="dataBar" priority="${priority}"><dataBar minLength="0" maxLength="90"><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FF${barColour}"/></dataBar></cfRule></conditionalFormatting>`;
    } else if (rule.type === 'formula') {
      const anchor = { row: range.firstRow, column: range.firstColumn };
      const formula = formulaText(rule.formula, layout, sheet.name, { anchor });
      worksheet.addConditionalFormatting({
        ref,
        rules: [{ type: 'expression', priority, formulae: [formula], style: conditionStyle(rule.style) }],
      });
    } else {
      const colours = rule.better === 'higher' ? scaleColours : [...scaleColours].reverse();
      const options: ConditionalFormattingOptions = {
        ref,
        rules: [
          {
            type: 'colorScale',
            priority,
            cfvo: [{ type: 'min' }, { type: 'percentile', value: 50 }, { type: 'max' }],
            color: colours.map((rgb) => ({ argb: `FF${rgb}` })),
          },
        ],
      };
      worksheet.addConditionalFormatting(options);
    }
  }
  return bars;
}
