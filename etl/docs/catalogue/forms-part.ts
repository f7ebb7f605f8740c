import { elementsOfForm } from '../../../shared/catalog/form-elements.ts';
import type { Catalog, DataElement, Form } from '../../../shared/catalog/types.ts';
import { cataloguePageTexts as texts } from '../../../shared/texts/catalogue-page.ts';
import { burdenOf, heaviest, isTypedForm, typicalUnits, whenText, whoText } from './form-words.ts';
import { head, row } from './names.ts';

/** A sentence of the help that says where the figure stands already or what confirms the answer. */
const source =
  /^(?:Число (?:стоит|даёт|берётся|считает|предоставляет|сверяется|по )|Сведения стоят|Берётся|Перечень стоит|Выбор стоит|Подтвержд|Численность по|Сверя|Акты хранятся)/;

/** Help in two: whom to count, and where it stands. */
function helpParts(help: string): readonly [string, string] {
  const sentences = help.split(/(?<=[.!?]) (?=[А-ЯЁ])/);
  const where = sentences.filter((s) => source.test(s));
  return [sentences.filter((s) => !source.test(s)).join(' '), where.join(' ')];
}

function elementRow(element: DataElement): string {
  const dims = element.dims.map((dim) => texts.dims[dim] ?? dim).join(', ');
  const unit = element.type === 'yes_no' ? texts.yesNo : element.unit;
  const name = dims === '' ? element.name : `${element.name}<br>*${dims}*`;
  return row([`\`${element.code}\``, name, unit, ...helpParts(element.help)]);
}

function formPart(form: Form, catalog: Catalog): string[] {
  const { cells, reports } = heaviest(catalog, form.code);
  const line = texts.formLine(form.code, whoText(form), whenText(catalog, form));
  return [
    `<a id="form-${form.code}"></a>\n\n### ${form.title}\n`,
    `${line}${isTypedForm(catalog, form) ? ` ${texts.cells(cells, reports)}` : ''}\n`,
    `${form.help}\n`,
    head(texts.formHead),
    ...elementsOfForm(catalog, form.code).map(elementRow),
    '',
  ];
}

/** All forms with their burden, in the order of the tabs. */
export function formsPart(catalog: Catalog): string[] {
  const units = Object.entries(texts.burdenUnits) as [keyof typeof texts.burdenUnits, string][];
  return [
    `<a id="forms"></a>\n\n## ${texts.forms}\n`,
    `${texts.formsIntro}\n`,
    `### ${texts.burden}\n\n${texts.burdenIntro}\n`,
    head(texts.burdenHead, [1, 2, 3]),
    ...units.map(([key, title]) => {
      const { forms, reports, cells } = burdenOf(catalog, typicalUnits[key]);
      return row([title, forms, reports, cells]);
    }),
    '',
    ...[...catalog.forms.values()]
      .sort((a, b) => a.order - b.order)
      .flatMap((form) => formPart(form, catalog)),
  ];
}
