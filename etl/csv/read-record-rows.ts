import { trackerRegisters } from '../../shared/activity/known-registers.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { formatPlace, type Issue } from '../../shared/issue/issue.ts';
import { limitIssues } from '../../shared/parse/limit-issues.ts';
import { detectPersonalData } from '../../shared/parse/personal-data.ts';
import { keptKey, keptRaw } from '../../shared/parse/scalar-text.ts';
import { parseCell } from '../../shared/parse/scalar-to-value.ts';
import { comparableText } from '../../shared/parse/spaces.ts';
import { fieldRules, type KnownField } from '../../shared/record/field-rules.ts';
import { parseSchoolYear } from '../../shared/record/moment-text.ts';
import { isTyped, parseField } from '../../shared/record/parse-field.ts';
import { type FieldAnswer, fieldKey, type RecordRow } from '../../shared/record/record.ts';
import type { SourceContent } from '../store/store.ts';
import { emptyContent } from './content.ts';
import { type CsvRow, csvRow } from './csv-row.ts';
import type { CsvTable } from './open.ts';

/** Columns that say which row of which register it is; all others are fields, by code or by name. */
const ofRow = ['record', 'organisation', 'school_year', 'key', 'activity', 'roadmap', 'due', 'row', 'source'];

/** Rows of registers in a table; `schoolYear`: of rows that name none. */
export function readRecordRows(
  table: CsvTable,
  columns: ReadonlyMap<string, number>,
  file: string,
  catalog: Catalog,
  schoolYear = '',
): SourceContent {
  const reader = new RecordTable(catalog, columns, file, schoolYear);
  for (const record of table.records) reader.read(csvRow(record, columns, table.header.cells.length));
  return {
    ...emptyContent('records'),
    records: reader.settled,
    issues: limitIssues(reader.issues),
  };
}

class RecordTable {
  readonly issues: Issue[] = [];
  private readonly rows: RecordRow[] = [];
  private readonly rules: ReadonlyMap<string, KnownField>;
  /** Fields of a register by the column of the file that holds them. */
  private readonly fields = new Map<string, readonly (readonly [string, KnownField])[]>();
  private readonly counts = new Map<string, number>();
  /** Rows with keys, and the line where each was first met. */
  private readonly seen = new Map<string, { readonly content: string; readonly line: number }>();
  private readonly disputed = new Set<string>();
  private readonly catalog: Catalog;
  private readonly columns: ReadonlyMap<string, number>;
  private readonly file: string;
  private readonly schoolYear: string;

  constructor(catalog: Catalog, columns: ReadonlyMap<string, number>, file: string, schoolYear: string) {
    this.catalog = catalog;
    this.columns = columns;
    this.file = file;
    this.schoolYear = schoolYear;
    this.rules = fieldRules(catalog);
  }

  /** Rows in reading order, without those that stand twice and differ. */
  get settled(): RecordRow[] {
    return this.rows.filter((row) => row.key === undefined || !this.disputed.has(nameOf(row)));
  }

  read(row: CsvRow): void {
    const at = this.head(row);
    if (at === undefined) return;
    const { record, unit, schoolYear, key } = at;
    const of = { place: { file: this.file, line: row.line }, organisation: unit, period: schoolYear };
    const values: Record<string, number | string> = {};
    const answers: Record<string, FieldAnswer> = {};
    const found: Issue[] = [];
    let typed = 0;
    for (const [column, rules] of this.fieldsOf(record)) {
      const { field } = rules;
      const scalar = { type: 'text', value: row.get(column) } as const;
      if (field.isPrinted) continue;
      if (isTyped(scalar)) typed++;
      const { status, value, raw, issues } = parseField(scalar, rules);
      const element = fieldKey(record, field.code);
      if (status === 'value' && value !== undefined) values[field.code] = value;
      else if (status !== 'not_reported' && status !== 'value') answers[field.code] = status;
      for (const issue of issues) found.push({ ...issue, ...of, element, ...(raw !== undefined && { raw }) });
      if (status === 'not_reported' && field.required)
        found.push({ code: 'cell.required', ...of, element, params: { field: field.name } });
    }
    if (typed === 0) return;
    const whose = { record, unit, schoolYear, ...(key !== '' && { key }) };
    if (this.isRepeated(whose, values, row.line)) return;
    this.issues.push(...found);
    const table = `${record}\n${unit}\n${schoolYear}`;
    const no = (this.counts.get(table) ?? 0) + 1;
    this.counts.set(table, no);
    this.rows.push({
      ...whose,
      no,
      values,
      ...(Object.keys(answers).length > 0 && { answers }),
      place: of.place,
    });
  }

  /** Which row it is; undefined, and reported, where that cannot be told. */
  private head(row: CsvRow) {
    const place = { file: this.file, line: row.line };
    const record = row.get('record') || trackerRegisters.activity;
    const organisation = row.get('organisation');
    // a person's name in the wrong column is no code, and is not repeated anywhere
    const unit = detectPersonalData(organisation) ? '' : organisation;
    const report = (code: Issue['code'], more: Partial<Issue> = {}): undefined => {
      this.issues.push({ code, place, ...(unit !== '' && { organisation: unit }), ...more });
      return undefined;
    };
    if (row.tooWide) {
      const raw = keptRaw(row.text);
      return report('cell.not_number', { params: { taken: 'too_wide' }, ...(raw !== undefined && { raw }) });
    }
    if (!this.catalog.records.has(record))
      return report('element.unknown', { params: { written: keptKey(record) } });
    if (unit === '') return report('organisation.unknown', { element: record });
    const written = row.get('school_year');
    const schoolYear = written === '' ? this.schoolYear : (parseSchoolYear(written) ?? '');
    if (schoolYear === '')
      return report('period.unknown', {
        element: record,
        params: { written: keptKey(written), frequency: 'school_year' },
      });
    const due = row.get('due');
    const day = due === '' ? undefined : parseCell({ type: 'text', value: due }, { type: 'date', unit: '' });
    if (day && typeof day.value !== 'string') {
      const raw = keptRaw(due);
      return report('cell.date', {
        element: fieldKey(record, 'due'),
        period: schoolYear,
        ...(raw !== undefined && { raw }),
        params: { type: 'date' },
      });
    }
    const roadmap = row.get('roadmap');
    const activity = row.get('activity');
    const named =
      roadmap === '' || activity === '' || activity.includes('/') ? activity : `${roadmap}/${activity}`;
    const full = named === '' || day === undefined || named.includes('@') ? named : `${named}@${day.value}`;
    return { record, unit, schoolYear, key: keptKey(row.get('key') || full) };
  }

  private fieldsOf(record: string): readonly (readonly [string, KnownField])[] {
    const known = this.fields.get(record);
    if (known) return known;
    const found: (readonly [string, KnownField])[] = [];
    for (const field of this.catalog.records.get(record)?.fields ?? []) {
      const column = [field.code, comparableText(field.name)].find(
        (name) => this.columns.has(name) && !ofRow.includes(name),
      );
      const rules = this.rules.get(fieldKey(record, field.code));
      if (column !== undefined && rules) found.push([column, rules]);
    }
    this.fields.set(record, found);
    return found;
  }

  /** The same row with a key counts once; one that stands twice with different content is reported. */
  private isRepeated(
    row: Pick<RecordRow, 'record' | 'unit' | 'schoolYear' | 'key'>,
    values: RecordRow['values'],
    line: number,
  ): boolean {
    if (row.key === undefined) return false;
    const name = nameOf(row);
    const content = JSON.stringify(Object.entries(values));
    const before = this.seen.get(name);
    if (before === undefined) {
      this.seen.set(name, { content, line });
      return false;
    }
    const other = { otherSource: formatPlace({ file: this.file, line: before.line }) };
    const isSame = before.content === content;
    this.issues.push({
      code: 'key.duplicate',
      place: { file: this.file, line },
      organisation: row.unit,
      element: row.record,
      period: row.schoolYear,
      ...(isSame
        ? { severity: 'warning' as const, params: { ...other, count: 1 } }
        : { params: { ...other, row: row.key } }),
    });
    if (!isSame) this.disputed.add(name);
    return true;
  }
}

const nameOf = ({
  record,
  unit,
  schoolYear,
  key,
}: Pick<RecordRow, 'record' | 'unit' | 'schoolYear' | 'key'>) => [record, unit, schoolYear, key].join('\n');
