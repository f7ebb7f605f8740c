import { memberTitle, resolveConcrete } from '../../../shared/catalog/concrete.ts';
import type { ComparedValue, Remark } from '../../../shared/form-view/remarks.ts';
import { cellAddress } from '../../../shared/plan/address.ts';
import { addonComparedTexts as texts } from '../../../shared/texts/addon-compared.ts';
import { periodText } from '../../../shared/texts/period-text.ts';
import type { CellPlace } from '../../calls/cell-place.ts';
import { element } from '../kit/element.ts';
import { announce } from '../kit/live.ts';
import { button } from '../kit/screen.ts';
import { server } from '../kit/server.ts';
import { fieldName } from './field-name.ts';
import type { Filling } from './filling.ts';

/** Longer sums lose the thread on a narrow screen. */
const most = 6;

/** A value of a comparison in words. */
interface Line {
  readonly what: string;
  readonly where: string;
  /** Where a person can be led; not in the form at hand. */
  readonly cell?: CellPlace & { readonly name: string };
}

/** The values of a remark that lie apart, each with its place; those elsewhere can be looked at. */
export function comparedView(remark: Remark, filling: Filling): HTMLElement | undefined {
  const { compared } = remark;
  if (compared.length === 0) return undefined;
  const left = compared.length - most;
  return element(
    'div',
    { class: 'compared' },
    element(
      'ul',
      {},
      ...compared.slice(0, most).map((value) => {
        const { what, where, cell } = lineOf(value, filling);
        return element(
          'li',
          {},
          what,
          element('span', { class: 'where' }, where),
          cell &&
            button(texts.show, () => void show(cell), 'link', { 'aria-label': `${texts.show}: ${what}` }),
        );
      }),
    ),
    left > 0 ? element('p', {}, texts.more(left)) : undefined,
  );
}

/** The same, to be read out. */
export const comparedText = ({ compared }: Remark, filling: Filling): string =>
  compared
    .slice(0, most)
    .map((value) => lineOf(value, filling))
    .filter(({ where }) => where !== texts.here)
    .map(({ what, where }) => `${what}, ${where}.`)
    .join(' ');

function lineOf({ answered, element: code, period, text }: ComparedValue, filling: Filling): Line {
  const { rules, period: now } = filling.options;
  const { catalog } = rules;
  const found = resolveConcrete(catalog, code);
  const name = found
    ? fieldName({
        element: found.element,
        memberTitles: found.members.map((member, i) => memberTitle(catalog, found.element.dims[i]!, member)),
      })
    : code;
  const what = texts.value(name, text);
  const isHere = found?.element.form === rules.form;
  if (isHere && period === now) return { what, where: texts.here };
  const where = isHere
    ? [texts.here]
    : [texts.form(catalog.forms.get(found?.element.form ?? '')?.title ?? '')];
  if (period !== now) where.push(periodText(period));
  if (!answered) return { what, where: where.join(', ') };
  const { field, tab } = answered;
  const cell = cellAddress(field.row, field.column);
  const place = { tab: tab?.id ?? filling.rules.tab, cell, name: tab?.name ?? filling.options.tabName };
  return { what, where: [...where, texts.cell(place.name, cell)].join(', '), cell: place };
}

/** Shows the cell in the sheet; the focus stays in the sidebar. */
async function show({ name, ...place }: CellPlace & { readonly name: string }): Promise<void> {
  try {
    announce((await server('goTo', place)) ? texts.shown(name, place.cell) : texts.gone);
  } catch {
    announce(texts.lost);
  }
}
