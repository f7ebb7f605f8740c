import { fontName } from '../../drawing/looks.ts';
import { escapeXml } from './xml.ts';

/** Text colour of charts. */
const ink = '404040';

function runProperties(element: string, size: number, bold: boolean, colour = ink): string {
  return `<a:${element} sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:latin typeface="${fontName}"/><a:cs typeface="${fontName}"/></a:${element}>`;
}

/** A title; `size` in hundredths of a point, `rotation` in 60,000ths of a degree. */
export function richText(text: string, size: number, bold: boolean, rotation?: number): string {
  const body = rotation === undefined ? '<a:bodyPr/>' : `<a:bodyPr rot="${rotation}" vert="horz"/>`;
  const paragraphs = text
    .split('\n')
    .map(
      (line) =>
        `<a:p><a:pPr>${runProperties('defRPr', size, bold)}</a:pPr><a:r>${runProperties('rPr', size, bold).replace('<a:rPr', '<a:rPr lang="ru-RU"')}<a:t>${escapeXml(line)}</a:t></a:r></a:p>`,
    );
  return `<c:tx><c:rich>${body}<a:lstStyle/>${paragraphs.join('')}</c:rich></c:tx>`;
}

/** Look of labels, legend and ticks. */
export function textProperties(size: number, colour?: string): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runProperties('defRPr', size, false, colour)}</a:pPr><a:endParaRPr lang="ru-RU"/></a:p></c:txPr>`;
}
