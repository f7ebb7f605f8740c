import { memberTitle } from '../catalog/concrete.ts';
import type { Catalog } from '../catalog/types.ts';
import { compareText } from '../number/compare-text.ts';
import { isDay } from '../period/period.ts';
import { currentRows } from '../record/current-rows.ts';
import type { RecordRow } from '../record/record.ts';
import type { SummaryInput } from '../summary/input.ts';
import type { Act, OrganisationFacts, Procedure } from './facts.ts';

/** The registers that a view draws on; each may be switched off in a workspace. */
const registers = { acts: 'regulation', procedures: 'procedure', ownText: 'own_note' } as const;

export type RecordsOf = (organisation: string) => Pick<OrganisationFacts, 'acts' | 'procedures' | 'ownText'>;

/**
 * What the registers of objects hold of each organisation in the school year: acts in force, its own procedures and
 * those of its district by date, its own words. A register that the catalogue does not hold is left out.
 */
export function recordsByUnit(
  input: Pick<SummaryInput, 'catalog' | 'records' | 'schoolYear' | 'district'>,
): RecordsOf {
  const { catalog, district } = input;
  const acts = rowsOf(input, registers.acts);
  const procedures = rowsOf(input, registers.procedures);
  const words = rowsOf(input, registers.ownText);
  return (organisation) => {
    const own = (rows: ReadonlyMap<string, RecordRow[]>, unit = organisation) => rows.get(unit) ?? [];
    const ownText = words && own(words).flatMap((row) => text(row, 'text') ?? []);
    return {
      ...(acts && { acts: own(acts).flatMap((row) => act(catalog, row)) }),
      ...(procedures && {
        procedures: [...own(procedures), ...own(procedures, district)]
          .flatMap((row) => procedure(catalog, row))
          .sort((a, b) => compareText(a.from, b.from) || compareText(a.title, b.title)),
      }),
      ...(ownText && ownText.length > 0 && { ownText: ownText.join('\n') }),
    };
  };
}

function rowsOf(
  { catalog, records, schoolYear }: Pick<SummaryInput, 'catalog' | 'records' | 'schoolYear'>,
  register: string,
): Map<string, RecordRow[]> | undefined {
  const kind = catalog.records.get(register);
  if (kind === undefined) return undefined;
  const byUnit = new Map<string, RecordRow[]>();
  for (const row of currentRows(kind, records, schoolYear))
    byUnit.set(row.unit, [...(byUnit.get(row.unit) ?? []), row]);
  return byUnit;
}

const text = ({ values }: RecordRow, field: string): string | undefined => {
  const value = values[field];
  return value === undefined || value === '' ? undefined : String(value);
};

/** A field of a workspace's own register may be of another type than a day. */
const day = (row: RecordRow, field: string): string | undefined => {
  const value = text(row, field);
  return value !== undefined && isDay(value) ? value : undefined;
};

/** The title of a list answer; the code where the list does not know it. */
const listed = (catalog: Catalog, row: RecordRow, field: string): string | undefined => {
  const code = text(row, field);
  const list = catalog.records.get(row.record)?.fields.find((f) => f.code === field)?.list;
  return code === undefined || list === undefined ? code : memberTitle(catalog, list, code);
};

/** None where the act has been repealed or has no name. */
function act(catalog: Catalog, row: RecordRow): Act[] {
  const title = text(row, 'title');
  if (title === undefined || text(row, 'repealed_on') !== undefined) return [];
  const number = text(row, 'number');
  const approvedOn = day(row, 'approved_on');
  const link = text(row, 'link');
  return [
    {
      kind: listed(catalog, row, 'kind') ?? '',
      title,
      ...(number !== undefined && { number }),
      ...(approvedOn !== undefined && { approvedOn }),
      ...(link !== undefined && { link }),
    },
  ];
}

/** None where no day is known. */
function procedure(catalog: Catalog, row: RecordRow): Procedure[] {
  const from = day(row, 'date_from');
  const name = listed(catalog, row, 'procedure');
  if (from === undefined || name === undefined) return [];
  const detail = [listed(catalog, row, 'subject'), listed(catalog, row, 'grade')].filter(
    (part) => part !== undefined,
  );
  const to = day(row, 'date_to');
  const participants = listed(catalog, row, 'sample');
  return [
    {
      title: detail.length === 0 ? name : `${name}: ${detail.join(', ')}`,
      from,
      ...(to !== undefined && { to }),
      ...(participants !== undefined && { participants }),
    },
  ];
}
