import type { Catalog, Indicator } from '../../../shared/catalog/types.ts';
import type { Expression } from '../../../shared/expression/ast.ts';
import { describeExpression } from '../../../shared/expression/describe.ts';
import { cataloguePageTexts as texts } from '../../../shared/texts/catalogue-page.ts';
import { whenText, whoText } from './form-words.ts';
import { conditionText, nameOf, row } from './names.ts';
import { inputsByForm, isPrinted } from './sections.ts';

/** Beyond this a formula in words is folded: its note says the same in fewer. */
const longest = 420;

export const noteAnchor = (line: string): string => `note-${line || 'none'}`;

function side(catalog: Catalog, e: Expression): string {
  const text = describeExpression(e, nameOf(catalog));
  return text.length <= longest ? text : `<details><summary>${texts.composite}</summary>${text}</details>`;
}

function howText(i: Indicator, catalog: Catalog): string {
  if (!i.numerator) return '';
  const numerator = side(catalog, i.numerator);
  const what =
    i.kind === 'presence'
      ? texts.presence(numerator)
      : i.kind === 'change'
        ? texts.change(numerator)
        : i.denominator
          ? `${numerator}<br>${texts.divided}<br>${side(catalog, i.denominator)}`
          : numerator;
  const dims = i.dims.map((dim) => texts.dims[dim] ?? dim).join(', ');
  return [what, dims === '' ? '' : texts.by(dims)].filter((part) => part !== '').join('<br>');
}

/** Words of the source; the full reading beside it where the printed line is a fragment of a list. */
function titleText(i: Indicator): string {
  if (!isPrinted(i)) return `${i.name} (${texts.notPrinted})`;
  const isFragment = i.title.length < 0.6 * i.name.length;
  return isFragment ? `${i.title}<br>*${i.name}*` : i.title;
}

function dataText(i: Indicator, catalog: Catalog): string {
  const lines = inputsByForm(catalog, i).map(({ form, elements }) => {
    const who = [...new Set(elements.map((element) => whoText(form, element)))].join('; ');
    return `[${form.title}](#form-${form.code}): ${whenText(catalog, form)}; ${who}`;
  });
  if (i.scope) lines.push(texts.only(conditionText(i.scope)));
  return lines.join('<br>');
}

function sourceText(i: Indicator): string {
  return [
    [i.sourceLine, texts.basis[i.basis]].filter((part) => part !== '').join(', '),
    i.note === '' ? '' : `[${texts.note}](#${noteAnchor(i.sourceLine)})`,
    texts.better[i.better],
    i.mayExceed ? texts.mayExceed : '',
    i.negativeEffects ? texts.negative : '',
    i.level === 'district' && i.kind !== 'group' ? texts.atDistrict : '',
  ]
    .filter((part) => part !== '')
    .join('<br>');
}

/** One indicator, or one printed heading, as a row of its section's table. */
export const indicatorRow = (i: Indicator, catalog: Catalog): string =>
  i.kind === 'group'
    ? row([i.no, `**${i.title}**`, '', '', sourceText(i)])
    : row([i.no, titleText(i), howText(i, catalog), dataText(i, catalog), sourceText(i)]);
