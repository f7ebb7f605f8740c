import type { Catalog } from '../catalog/types.ts';
import { withRejected } from '../check/reject.ts';
import { runChecks } from '../check/run-checks.ts';
import { type Definitions, readDefinitions } from '../definitions/read-definitions.ts';
import { toCatalog } from '../definitions/to-catalog.ts';
import { ColumnsBuilder } from '../indicator/columns.ts';
import type { Evaluation } from '../indicator/evaluate.ts';
import { compareIssues } from '../issue/compare-issues.ts';
import type { Issue, Place } from '../issue/issue.ts';
import type { Observation } from '../observation/observation.ts';
import type { DocumentName } from '../parse/place-in.ts';
import { scalarText } from '../parse/scalar-text.ts';
import type { WorkbookData } from '../parse/workbook.ts';
import { isRoster, type WorkbookMeta } from '../parse/workbook-meta.ts';
import { type Day, parsePeriod } from '../period/period.ts';
import type { RecordRow } from '../record/record.ts';
import { earlierOfOrganisations } from './earlier-of-organisations.ts';
import { earlierValues } from './earlier-values.ts';
import { notOwed } from './not-owed.ts';
import { readFilledWorkbook } from './read-workbook.ts';
import { registerOfBook } from './register-of-book.ts';

/** What one workbook alone says of itself: the nightly run without other workbooks, official results and other years. */
export interface Review {
  /** Undefined where the workbook is none of the system's. */
  readonly meta?: WorkbookMeta;
  /** A district enters values for several organisations here. */
  readonly isRoster: boolean;
  readonly definitions: Definitions;
  readonly catalog: Catalog;
  /** As read; values that a check rejects are `rejected` in `evaluation` only. */
  readonly observations: readonly Observation[];
  /** Rows of registers of objects. */
  readonly records: readonly RecordRow[];
  /** Errors first. */
  readonly issues: readonly Issue[];
  /** For `evaluate` and `explain`; undefined without `meta`. */
  readonly evaluation?: Evaluation;
  readonly placeOf: (unit: string, element: string, period: string) => Place | undefined;
}

/** Name of the hidden tab with the definitions of a workbook (contracts §5). */
export const formsTab = '_forms';

/** Reads, checks and prepares the figures of one workbook, by the definitions in it. Never throws on bad data. */
export function review(workbook: WorkbookData, document: DocumentName, today: Day): Review {
  const definitions = readDefinitions(definitionRows(workbook));
  const catalog = toCatalog(definitions);
  const { meta, observations, records, issues } = readFilledWorkbook(workbook, document, catalog);
  const places = new Map(observations.map((o) => [keyOf(o.unit, o.element, o.period), o.place]));
  const placeOf = (unit: string, element: string, period: string) => places.get(keyOf(unit, element, period));
  const base = { definitions, catalog, observations, records, placeOf };
  if (!meta) return { ...base, isRoster: false, issues: [...issues].sort(compareIssues) };
  const builder = new ColumnsBuilder(registerOfBook(meta, definitions, observations), catalog);
  for (const cell of earlierValues(definitions, meta.unit)) builder.add(cell);
  if (isRoster(meta))
    for (const sheet of workbook.sheets)
      for (const cell of earlierOfOrganisations(sheet, catalog)) builder.add(cell);
  for (const o of observations) builder.add(o);
  const columns = builder.build();
  // as at night: checks look at time only through `prev`
  const checked = runChecks({ catalog, observations: columns, date: '9999-12-31' }, placeOf);
  const isOwn = ({ period = '' }: { readonly period?: string }): boolean =>
    parsePeriod(period)?.schoolYear === meta.schoolYear;
  return {
    ...base,
    meta,
    isRoster: isRoster(meta),
    // last year was judged last year
    issues: [...issues, ...notOwed(definitions, observations), ...checked.issues.filter(isOwn)].sort(
      compareIssues,
    ),
    evaluation: {
      catalog,
      observations: withRejected(columns, catalog, checked.rejected.filter(isOwn)),
      date: today,
    },
  };
}

const keyOf = (unit: string, element: string, period: string): string => `${unit}\n${element}\n${period}`;

function definitionRows(workbook: WorkbookData): string[][] {
  const rows: string[][] = [];
  for (const { row, column, scalar } of workbook.sheets.find(isForms)?.cells ?? []) {
    rows[row - 1] ??= [];
    rows[row - 1]![column - 1] = scalarText(scalar);
  }
  return rows.filter((row) => row !== undefined);
}

const isForms = ({ name }: { readonly name: string }): boolean => name.trim().toLowerCase() === formsTab;
