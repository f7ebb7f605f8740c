import type { Catalog } from '../catalog/types.ts';
import { schoolYearKey, schoolYearOf } from '../period/period.ts';
import type { RecordRow } from '../record/record.ts';
import type { Organisation } from '../register/register.ts';
import type { DistrictUnits } from './district-units.ts';
import type { SummaryInput } from './input.ts';
import { known } from './known-records.ts';

/** «1 раз в 3 года для каждой образовательной организации» (seed 000, lines 411–414; Federal law 273, article 95.2). */
export const turnYears = 3;

/** Whether it is an organisation's turn. */
export interface Turn {
  /** `done`: already this year; `due`: this year at the latest, or never done before; `later`; `none`: not asked. */
  readonly state: 'done' | 'due' | 'later' | 'none';
  /** School year, or calendar year of НОК, of the last time. */
  readonly last?: string;
  /** When it is due again. */
  readonly next?: string;
}

export interface RotationRow {
  readonly organisation: Organisation;
  /** By respondents, in the order of the dimension. */
  readonly surveys: readonly Turn[];
  readonly nok: Turn;
}

export interface Rotation {
  readonly respondents: readonly { readonly code: string; readonly title: string }[];
  readonly rows: readonly RotationRow[];
}

/** Small children are not asked. */
const isAsked = (organisation: Organisation, respondent: string): boolean =>
  respondent !== 'pupils' || organisation.types.some((type) => type !== 'preschool');

/** Who is due for a survey of each group and for the independent evaluation. Undefined without these registers. */
export function rotation(input: SummaryInput, units: DistrictUnits): Rotation | undefined {
  const { catalog, records, schoolYear, date } = input;
  if (!catalog.records.has(known.survey) && !catalog.records.has(known.nok)) return undefined;
  const respondents = (catalog.dimensions.get(known.respondents)?.members ?? []).map(({ member, title }) => ({
    code: member,
    title,
  }));
  const surveyed = lastBy(records, known.survey, (row) => {
    const held = row.values.held;
    const audience = row.values.audience;
    if (typeof held !== 'string' || typeof audience !== 'string') return undefined;
    return {
      key: `${about(row, catalog)} ${audience}`,
      year: Number(schoolYearOf(`${held}-01`).slice(0, 4)),
    };
  });
  const evaluated = lastBy(records, known.nok, (row) => {
    const { year } = row.values;
    return typeof year === 'number' ? { key: about(row, catalog), year } : undefined;
  });
  const school = Number(schoolYear.slice(0, 4));
  return {
    respondents,
    rows: units.organisations.map((organisation) => ({
      organisation,
      surveys: respondents.map(({ code }) =>
        isAsked(organisation, code)
          ? turn(surveyed.get(`${organisation.code} ${code}`), school, schoolYearKey)
          : { state: 'none' },
      ),
      nok: turn(evaluated.get(organisation.code), Number(date.slice(0, 4)), String),
    })),
  };
}

/** The organisation a row is about: the one it names, else the one in whose workbook it stands. */
function about(row: RecordRow, { records }: Catalog): string {
  const names = records.get(row.record)?.fields.some((field) => field.code === 'organisation');
  const named = names ? row.values.organisation : undefined;
  return named === undefined ? row.unit : String(named);
}

/** The latest year by key, of all years at hand. */
function lastBy(
  records: readonly RecordRow[],
  record: string,
  read: (row: RecordRow) => { readonly key: string; readonly year: number } | undefined,
): Map<string, number> {
  const last = new Map<string, number>();
  for (const row of records) {
    const found = row.record === record ? read(row) : undefined;
    if (found && found.year > (last.get(found.key) ?? 0)) last.set(found.key, found.year);
  }
  return last;
}

function turn(last: number | undefined, now: number, write: (year: number) => string): Turn {
  if (last === undefined) return { state: 'due', next: write(now) };
  const next = last + turnYears;
  if (last >= now) return { state: 'done', last: write(last), next: write(next) };
  return { state: next <= now ? 'due' : 'later', last: write(last), next: write(Math.max(next, now)) };
}
