import type { PlanChart } from '../../../shared/plan/plan.ts';
import { attributes, xmlDeclaration } from './xml.ts';

const chartNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** The drawing of one tab: a frame for each chart, with the description that screen readers speak. */
export function drawingXml(
  frames: readonly { readonly chart: PlanChart; readonly relationship: string }[],
): string {
  const anchors = frames.map(({ chart, relationship }, index) => {
    const { fromColumn, fromRow, toColumn, toRow } = chart.anchor;
    const properties = attributes({ id: index + 2, name: chart.title, descr: chart.description });
    return [
      '<xdr:twoCellAnchor editAs="oneCell">',
      `<xdr:from>${corner(fromColumn, fromRow)}</xdr:from><xdr:to>${corner(toColumn, toRow)}</xdr:to>`,
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr${properties}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
      `<a:graphic><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" r:id="${relationship}"/></a:graphicData></a:graphic>`,
      '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
    ].join('');
  });
  return `${xmlDeclaration}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchors.join('')}</xdr:wsDr>`;
}

function corner(column: number, row: number): string {
  return `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
}
