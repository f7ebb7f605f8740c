import { memberTitle, resolveConcrete } from '../../../shared/catalog/concrete.ts';
import { elementsOfForm } from '../../../shared/catalog/form-elements.ts';
import type { Catalog, DataElement } from '../../../shared/catalog/types.ts';
import type { Expression } from '../../../shared/expression/ast.ts';
import { describeExpression, type NameOf } from '../../../shared/expression/describe.ts';
import { cataloguePageTexts as texts } from '../../../shared/texts/catalogue-page.ts';

/** Text for a cell of a Markdown table. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A row of a Markdown table. */
export const row = (cells: readonly (string | number)[]): string =>
  `| ${cells.map((one) => (typeof one === 'number' ? `${one}` : cell(one))).join(' | ')} |`;

/** Heading and rule of a Markdown table; columns in `right` hold numbers. */
export const head = (titles: readonly string[], right: readonly number[] = []): string =>
  `${row(titles)}\n| ${titles.map((_, i) => (right.includes(i) ? '---:' : '---')).join(' | ')} |`;

/** «из них …» says nothing by itself: the row of the form it is a part of stands before it. */
function ownName(catalog: Catalog, element: DataElement): string {
  if (!/^из /.test(element.name)) return element.name;
  const rows = elementsOfForm(catalog, element.form);
  const before = rows
    .slice(
      0,
      rows.findIndex((one) => one.code === element.code),
    )
    .reverse();
  const whole = before.find((one) => !/^из /.test(one.name));
  return whole ? `${whole.name}: ${element.name}` : element.name;
}

/** Names of elements with their members, and of indicators. */
export const nameOf =
  (catalog: Catalog): NameOf =>
  (code) => {
    const plain = catalog.elements.get(code);
    if (plain) return ownName(catalog, plain);
    const found = resolveConcrete(catalog, code);
    if (found) {
      const members = found.members.map((member, i) => memberTitle(catalog, found.element.dims[i]!, member));
      return `${ownName(catalog, found.element)} (${members.join(', ')})`;
    }
    return catalog.indicators.find((i) => i.code === code)?.name;
  };

/** A condition over columns of the register, in words. */
export function conditionText(condition: Expression): string {
  const types = (e: Expression): Expression =>
    e.type === 'has'
      ? { ...e, word: texts.typeWords[e.word] ?? e.word }
      : e.type === 'binary'
        ? { ...e, left: types(e.left), right: types(e.right) }
        : e.type === 'unary'
          ? { ...e, of: types(e.of) }
          : e;
  return describeExpression(types(condition), (column) => texts.columns[column]);
}

/** Programmes that a condition of the kind `programmes has A or programmes has B` asks for. */
export function programmesIn(condition: Expression | undefined): string[] {
  if (condition === undefined) return [];
  if (condition.type === 'has') return condition.column === 'programmes' ? [condition.word] : [];
  if (condition.type !== 'binary') return [];
  return [...programmesIn(condition.left), ...programmesIn(condition.right)];
}
