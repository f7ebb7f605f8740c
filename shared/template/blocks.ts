import { combinations, type Members, membersBy, memberTitle } from '../catalog/concrete.ts';
import type { Catalog } from '../catalog/types.ts';
import { templateTexts } from '../texts/template.ts';
import { type Moment, periodMoment } from './moment.ts';
import type { OwedElement, OwedForm } from './owed.ts';

/** One keyed column: a period and members of the block's dimensions. */
export interface BlockColumn {
  readonly moment: Moment & { readonly kind: 'period' };
  readonly members: readonly string[];
  /** `2024/25:start|ru|g4` */
  readonly key: string;
  /** Headings from the widest to the narrowest: the period, then each member. */
  readonly headings: readonly string[];
}

/** Elements with the same dimensions, under one `#cols` row. */
export interface Block {
  readonly dims: readonly string[];
  readonly elements: readonly OwedElement[];
  readonly columns: readonly BlockColumn[];
  /** Headings that all columns share where a wide table was cut into several blocks. */
  readonly title: string;
}

/** More columns than this do not fit a printed page. */
const widest = 12;

/** For blanks: narrower tables, and the heading of a column that has nothing but its period, which is written by hand. */
export interface BlankLook {
  readonly widest: number;
  readonly value: string;
}

function columnsOf(
  catalog: Catalog,
  form: OwedForm,
  dims: readonly string[],
  blank: BlankLook | undefined,
): BlockColumn[] {
  const all = combinations(catalog, dims);
  return form.periods.flatMap((period) =>
    all.map((members) => ({
      moment: periodMoment(period) as BlockColumn['moment'],
      members,
      key: [period.key, ...members].join('|'),
      headings: [
        ...(blank
          ? []
          : [dims.length === 0 ? templateTexts.periodShort(period) : templateTexts.periodTitle(period)]),
        ...(blank && dims.length === 0 ? [blank.value] : []),
        ...members.map((member, i) => memberTitle(catalog, dims[i]!, member)),
      ],
    })),
  );
}

/** Cuts a table that is too wide at its leading headings, whose words become the title of the part. */
function cut(block: Block, most: number): Block[] {
  const depth = block.columns[0]?.headings.length ?? 0;
  if (block.columns.length <= most || depth <= 1) return [block];
  const parts = new Map<string, BlockColumn[]>();
  for (const column of block.columns) {
    const [first = ''] = column.headings;
    const part = parts.get(first) ?? [];
    part.push({ ...column, headings: column.headings.slice(1) });
    parts.set(first, part);
  }
  return [...parts].flatMap(([title, columns]) =>
    cut({ ...block, columns, title: block.title === '' ? title : `${block.title}, ${title}` }, most),
  );
}

/** Parts of equal width of a table whose headings offer nothing to cut it at. */
function inParts(block: Block, most: number): Block[] {
  const { columns } = block;
  const parts = Math.ceil(columns.length / most);
  return Array.from({ length: parts }, (_, i) => {
    const [from, to] = [i, i + 1].map((part) => Math.ceil((part * columns.length) / parts));
    return { ...block, columns: columns.slice(from, to) };
  });
}

/** The blocks of a form's tab, in the order of its elements. */
export function blocksOf(catalog: Catalog, form: OwedForm, blank?: BlankLook): Block[] {
  const groups = new Map<string, OwedElement[]>();
  for (const owed of form.elements) {
    const key = owed.element.dims.join(' ');
    const group = groups.get(key) ?? [];
    group.push(owed);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((elements) => {
    const { dims } = elements[0]!.element;
    const columns = columnsOf(catalog, form, dims, blank);
    if (columns.length === 0) return [];
    const parts = cut({ dims, elements, columns, title: '' }, blank?.widest ?? widest);
    return blank ? parts.flatMap((part) => inParts(part, blank.widest)) : parts;
  });
}

/** The members of a column by dimension. */
export const membersOf = (block: Block, column: BlockColumn): Members =>
  membersBy(block.dims, column.members);
