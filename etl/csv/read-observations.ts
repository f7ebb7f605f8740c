import type { Catalog } from '../../shared/catalog/types.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import { type CollectedValue, collectValues } from '../../shared/parse/collect-values.ts';
import { limitIssues } from '../../shared/parse/limit-issues.ts';
import { detectPersonalData } from '../../shared/parse/personal-data.ts';
import { keptKey, keptRaw } from '../../shared/parse/scalar-text.ts';
import { type ParsedCell, parseCell } from '../../shared/parse/scalar-to-value.ts';
import { isFault, valueKeys } from '../../shared/parse/value-key.ts';
import type { SourceContent } from '../store/store.ts';
import { emptyContent } from './content.ts';
import { csvRow } from './csv-row.ts';
import type { CsvTable } from './open.ts';

/**
 * Observations `organisation,period,element,value`, by the rules of typed-in cells. Whether the organisation exists
 * is judged later, since its row may stand in another file.
 */
export function readObservations(
  table: CsvTable,
  columns: ReadonlyMap<string, number>,
  file: string,
  catalog: Catalog,
): SourceContent {
  const find = valueKeys(catalog);
  const issues: Issue[] = [];
  const values: CollectedValue[] = [];
  for (const record of table.records) {
    const row = csvRow(record, columns, table.header.cells.length);
    const place = { file, line: row.line };
    // a person's name in the wrong column is no code of an organisation, and is not repeated anywhere
    const unit = detectPersonalData(row.get('organisation')) ? '' : row.get('organisation');
    const [element, period] = [keptKey(row.get('element')), keptKey(row.get('period'))];
    const typed = row.get('value');
    const raw = keptRaw(typed);
    const key = find(row.get('element'), row.get('period'));
    if (unit === '' || isFault(key)) {
      const fault = isFault(key) ? key : ({ code: 'organisation.unknown' } as const);
      issues.push({
        ...fault,
        place,
        ...(unit && { organisation: unit }),
        ...(element && { element }),
        ...(period && { period }),
        ...(raw && { raw }),
      });
      continue;
    }
    const of = { place, organisation: unit, element: key.code, period: key.period };
    const parsed = row.tooWide
      ? splitNumber(row.text)
      : parseCell({ type: 'text', value: typed }, key.element);
    const told: Issue[] = parsed.issues.map((issue) => ({
      ...issue,
      ...of,
      ...(parsed.raw !== undefined && { raw: parsed.raw }),
    }));
    if (key.element.required && (parsed.status === 'not_reported' || parsed.status === 'no_data')) {
      told.push({ code: 'cell.required', ...of });
    }
    const { status, value } = parsed;
    const observation = { unit, element: key.code, period: key.period, status, place };
    values.push({
      observation: {
        ...observation,
        ...(value !== undefined && { value }),
        ...(parsed.raw !== undefined && { raw: parsed.raw }),
      },
      issues: told,
    });
  }
  const collected = collectValues(values, 'value.conflict');
  return {
    ...emptyContent('observations'),
    observations: collected.observations,
    issues: limitIssues([...issues, ...collected.issues]),
  };
}

/** `12,5` without quotes in a comma-separated file falls into two cells: half of it must not count as the value. */
function splitNumber(text: string): ParsedCell {
  const raw = keptRaw(text);
  return {
    status: 'rejected',
    ...(raw !== undefined && { raw }),
    issues: [{ code: 'cell.not_number', params: { taken: 'too_wide' } }],
  };
}
