import { decimal } from '../../../shared/number/decimal.ts';
import type { PlanChart } from '../../../shared/plan/plan.ts';
import { numberFormats } from '../../drawing/number-formats.ts';
import { richText, textProperties } from './chart-text.ts';
import { escapeXml } from './xml.ts';

const quarterTurnLeft = -5_400_000;
const axisLine =
  '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln></c:spPr>';
const gridLines =
  '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E3E6EA"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';

interface CategoryAxis {
  readonly id: number;
  /** Id of the value axis that crosses it. */
  readonly crosses: number;
  readonly title?: string | undefined;
  /** Bars lie: categories run down the left side, the first on top. */
  readonly horizontal?: boolean;
  readonly hidden?: boolean;
}

export function categoryAxis({ id, crosses, title, horizontal, hidden }: CategoryAxis): string {
  return [
    `<c:catAx><c:axId val="${id}"/><c:scaling><c:orientation val="${horizontal ? 'maxMin' : 'minMax'}"/></c:scaling>`,
    `<c:delete val="${hidden ? 1 : 0}"/><c:axPos val="${horizontal ? 'l' : 'b'}"/>`,
    title && !hidden ? axisTitle(title, horizontal === true) : '',
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>',
    // beside the plot even where values are negative
    `<c:tickLblPos val="low"/>${axisLine}${textProperties(900)}<c:crossAx val="${crosses}"/><c:crosses val="autoZero"/>`,
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>',
  ].join('');
}

interface ValueAxis {
  readonly id: number;
  /** Id of the category axis it crosses. */
  readonly crosses: number;
  readonly axis: PlanChart['valueAxis'];
  readonly horizontal?: boolean;
  /** On the right side, without grid lines of its own. */
  readonly second?: boolean;
}

export function valueAxis({ id, crosses, axis, horizontal, second }: ValueAxis): string {
  const max = axis?.max === undefined ? '' : `<c:max val="${decimal(axis.max)}"/>`;
  const min = axis?.min === undefined ? '' : `<c:min val="${decimal(axis.min)}"/>`;
  const position = second ? 'r' : horizontal ? 'b' : 'l';
  const format = escapeXml(numberFormats[axis?.format ?? 'general']);
  // with the categories upside down, their far end is at the bottom
  const crossing = second || horizontal ? 'max' : 'autoZero';
  return [
    `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/>${max}${min}</c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${position}"/>${second ? '' : gridLines}`,
    axis?.title ? axisTitle(axis.title, !horizontal) : '',
    `<c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>`,
    `<c:tickLblPos val="nextTo"/>${axisLine}${textProperties(900)}<c:crossAx val="${crosses}"/>`,
    `<c:crosses val="${crossing}"/><c:crossBetween val="between"/></c:valAx>`,
  ].join('');
}

function axisTitle(title: string, upright: boolean): string {
  return `<c:title>${richText(title, 900, false, upright ? quarterTurnLeft : undefined)}<c:overlay val="0"/></c:title>`;
}
