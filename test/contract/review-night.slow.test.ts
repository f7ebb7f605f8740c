import * as fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Snapshot, unpackTab } from '../../appsscript/calls/review.ts';
import type { TemplateBook } from '../../etl/run/template-books.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import { elementRead } from '../../shared/catalog/concrete.ts';
import type { Check, DataElement } from '../../shared/catalog/types.ts';
import { inputsOf } from '../../shared/expression/inputs.ts';
import { type IssueCode, issueSeverities } from '../../shared/issue/codes.ts';
import { formatPlace } from '../../shared/issue/issue.ts';
import { severityOf } from '../../shared/issue/severity.ts';
import { cellAddress } from '../../shared/plan/address.ts';
import type { Formula, Plan, PlanCell, PlanSheet, Scalar } from '../../shared/plan/plan.ts';
import { review } from '../../shared/review/review.ts';
import { entryId } from '../../shared/template/entry-id.ts';
import type { GivenRow } from '../../shared/template/record-sheet.ts';
import { bookOfPlan } from '../appsscript/fakes/book-of-plan.ts';
import { openRealm } from '../appsscript/realm.ts';
import { parsed, say } from '../etl/cli/console.ts';
import { date, type NightWorkspace, nightWorkspace } from '../fixtures/night-workspace.ts';

/** Everything that can be wrong with one workbook, before it is written. */
interface Draft {
  readonly values: Map<string, Scalar | undefined>;
  readonly rows: Map<string, GivenRow[]>;
  readonly changes: ((plan: Plan) => Plan)[];
  /** Cells that are merged with the one below: no plan of ours would do that. */
  readonly merges: Merge[];
  submitted: string | undefined;
  submittedOn: string | undefined;
  submittedByPost: string | undefined;
}

interface Merge {
  readonly sheet: number;
  readonly range: string;
}

function placeIn(plan: Plan, id: string): Merge | undefined {
  for (const [sheet, { rows }] of plan.sheets.entries())
    for (const [at, { cells }] of rows.entries()) {
      const cell = cells.find((one) => one.id === id);
      if (!cell) continue;
      const [first, second] = [at + 1, at + 2].map((row) => cellAddress(row, cell.column));
      return { sheet, range: `${first}:${second}` };
    }
  return undefined;
}

/** The file as if somebody had merged cells in it; hidden tabs stand last there. */
function merged(bytes: Uint8Array, plan: Plan, merges: readonly Merge[]): Uint8Array {
  const parts = unzipSync(bytes);
  const order = [...plan.sheets].sort((a, b) => Number(a.hidden ?? false) - Number(b.hidden ?? false));
  for (const { sheet, range } of merges) {
    const part = `xl/worksheets/sheet${order.indexOf(plan.sheets[sheet]!) + 1}.xml`;
    const xml = strFromU8(parts[part]!);
    const cell = `<mergeCell ref="${range}"/>`;
    const joined = xml.includes('</mergeCells>')
      ? xml.replace('</mergeCells>', `${cell}</mergeCells>`)
      : xml.replace('</sheetData>', `</sheetData><mergeCells>${cell}</mergeCells>`);
    parts[part] = strToU8(joined);
  }
  return zipSync(parts);
}

/** An entry cell of the workbook, picked at random. */
interface Target {
  readonly element: DataElement;
  readonly code: string;
  readonly period: string;
  readonly key: string;
}

type Pick = (fits: (target: Target) => boolean) => Target;
type Fault = (draft: Draft, pick: Pick, luck: (sides: number) => number) => void;

const isNumber = ({ element: { type } }: Target): boolean => type === 'integer';
const isPlain = ({ element: { dims } }: Target): boolean => dims.length === 0;
const any = (): boolean => true;

const typing =
  (fits: (target: Target) => boolean, ...values: readonly (Scalar | undefined)[]): Fault =>
  ({ values: typed }, pick, luck) =>
    void typed.set(pick(fits).key, values[luck(values.length)]);

const ofType =
  (...types: readonly string[]) =>
  ({ element }: Target): boolean =>
    types.includes(element.type);

/** The sheet, row and cell of an entry cell, changed. */
const changing =
  (
    fits: (target: Target) => boolean,
    change: (sheet: PlanSheet, row: number, cell: PlanCell) => PlanSheet,
    value?: Scalar,
  ): Fault =>
  ({ values, changes }, pick) => {
    const { key, code, period } = pick(fits);
    if (value !== undefined) values.set(key, value);
    changes.push((plan) => ({
      ...plan,
      sheets: plan.sheets.map((sheet) => {
        for (const [at, row] of sheet.rows.entries()) {
          const cell = row.cells.find(({ id }) => id === entryId(code, period));
          if (cell) return change(sheet, at, cell);
        }
        return sheet;
      }),
    }));
  };

const withCells = (sheet: PlanSheet, row: number, cells: readonly PlanCell[]): PlanSheet => ({
  ...sheet,
  rows: sheet.rows.map((one, at) => (at === row ? { ...one, cells } : one)),
});

/** The hidden key of the row that holds a cell. */
const keyed = (sheet: PlanSheet, row: number, key: string | undefined): PlanSheet =>
  withCells(
    sheet,
    row,
    sheet.rows[row]!.cells.flatMap((cell) => {
      if (cell.column !== 1) return [cell];
      return key === undefined ? [] : [{ ...cell, value: key }];
    }),
  );

const inSheet =
  (name: string, change: (cells: readonly PlanCell[]) => readonly PlanCell[]): Fault =>
  ({ changes }) =>
    void changes.push((plan) => ({
      ...plan,
      sheets: plan.sheets.map((sheet) =>
        sheet.name === name
          ? { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: change(row.cells) })) }
          : sheet,
      ),
    }));

const meta = (key: string, value: Scalar): Fault =>
  inSheet('_meta', (cells) =>
    cells[0]?.value === key ? [cells[0], { column: 2, value, format: 'text' }] : cells,
  );

const broken: Formula = {
  type: 'binary',
  op: '/',
  left: { type: 'literal', value: 1 },
  right: { type: 'literal', value: 0 },
} as Formula;

/** A row of a register, right but for what is given. */
const row =
  (register: string, values: Readonly<Record<string, Scalar>>): Fault =>
  ({ rows }) => {
    const known = rows.get(register) ?? [];
    rows.set(register, [...known, { values } as GivenRow]);
  };

const kinds: Readonly<Record<string, Fault>> = {
  'a word for a number': typing(isNumber, 'двадцать', '1 10', '85 %', '1,2,3'),
  'a fraction for a whole number': typing(isNumber, 12.5, '1,234', '7.5'),
  'a number below the least': typing(isNumber, -1, '-5'),
  'a number above the greatest': typing(({ element }) => element.max !== undefined, 10_000_000),
  'no for a number': typing(isNumber, 'нет', '-', '—'),
  'no data': typing(any, 'н/д', 'нет данных'),
  'not applicable': typing(any, 'х', 'не ведём', 'неприменимо'),
  nothing: typing(any, undefined),
  'nothing where it is required': typing(({ element }) => element.required, undefined, 'н/д'),
  'a number written as people do': typing(isNumber, '1 234', '7,0', ' 5 '),
  'neither yes nor no': typing(ofType('yes_no'), 'может быть', 2, '0,5'),
  'yes in other words': typing(ofType('yes_no'), 1, 0, true, false, 'ДА'),
  'no date': typing(ofType('date'), '31.02.2025', 'вчера', 'октябрь'),
  'a name': typing(any, 'Иванова Мария Петровна', '8 912 345-67-89', 'СНИЛС 112-233-445 95'),
  'a part above its whole': ({ values }, _, luck) => violate(values, 'check.part_over_whole', luck),
  'parts that do not sum up': ({ values }, _, luck) => violate(values, 'check.sum', luck),
  'denominators that differ': ({ values }, _, luck) => violate(values, 'check.denominator', luck),
  'a jump since last year': ({ values }, _, luck) => violate(values, 'check.jump', luck),
  'a fall within the year': ({ values }, pick) => {
    const { code, element } = pick((target) => target.element.resets !== '');
    const [first, second] = targets.filter((one) => one.code === code && one.element === element);
    values.set(first!.key, 30);
    values.set(second!.key, 20);
  },
  'anything at all': typing(isNumber, 0, 1, 2, 3, 50, 1000),
  'a key that nobody knows': changing(isPlain, (sheet, at) => keyed(sheet, at, 'no.such.element'), 3),
  'an empty row with such a key': (draft, pick, luck) => {
    const { code } = pick(isPlain);
    const own = (target: Target): boolean => target.code === code;
    for (const { key } of targets.filter(own)) draft.values.set(key, undefined);
    changing(own, (sheet, at) => keyed(sheet, at, 'no.such.element'))(draft, pick, luck);
  },
  'a number in a row without a key': changing(isPlain, (sheet, at) => keyed(sheet, at, undefined), 3),
  'a row that was copied': changing(
    isPlain,
    (sheet, at) => ({
      ...sheet,
      rows: [...sheet.rows.slice(0, at + 1), copyOf(sheet, at, undefined), ...sheet.rows.slice(at + 1)],
    }),
    3,
  ),
  'a row that was copied and changed': changing(
    isPlain,
    (sheet, at) => ({
      ...sheet,
      rows: [...sheet.rows.slice(0, at + 1), copyOf(sheet, at, 4), ...sheet.rows.slice(at + 1)],
    }),
    3,
  ),
  'a period of another kind': changing(
    ({ period, element }) => period === '2024/25' && element.dims.length === 0,
    (sheet, at, { column }) => {
      const columns = lastIndex(sheet, at);
      return withCells(
        sheet,
        columns,
        sheet.rows[columns]!.cells.map((cell) =>
          cell.column === column ? { ...cell, value: '2024-11' } : cell,
        ),
      );
    },
    3,
  ),
  'a tab without its marker': changing(any, (sheet) => keyed(sheet, 0, undefined)),
  'cells that were merged': (draft, pick) => {
    const { key, code, period } = pick(isPlain);
    draft.values.set(key, 3);
    draft.changes.push((plan) => {
      const at = placeIn(plan, entryId(code, period));
      if (at) draft.merges.push(at);
      return plan;
    });
  },
  'a formula that fails': changing(isPlain, (sheet, at, cell) => withFormula(sheet, at, cell, broken)),
  'a formula that gives a number': changing(isPlain, (sheet, at, cell) =>
    withFormula(sheet, at, cell, { type: 'literal', value: 4 } as Formula),
  ),
  'a workbook of an older layout': meta('schema', '0'),
  'a workbook of a newer layout': meta('schema', '2'),
  'a workbook that says not whose it is': inSheet('_meta', () => []),
  'a draft': (draft) => {
    draft.submitted = 'нет';
  },
  'an answer nobody understands': (draft) => {
    draft.submitted = 'может быть';
  },
  'no day of submission': (draft) => {
    draft.submittedOn = undefined;
  },
  'a post that is a person': (draft) => {
    draft.submittedByPost = 'Иванов Иван Иванович';
  },
  'no post': (draft) => {
    draft.submittedByPost = undefined;
  },
  'an act of no kind': row('regulation', { kind: 'неизвестный вид', title: 'Положение' }),
  'an act without a title': row('regulation', { kind: 'положение' }),
  'an act with a wrong day and link': row('regulation', {
    title: 'Положение о ВСОКО',
    approved_on: 'вчера',
    link: 'на сайте школы',
  }),
  'an act with a name': row('regulation', { title: 'Приказ Иванова Мария Петровна' }),
};

/** What the night says only because it knows more than the workbook: families of codes, and single ones, with the reason. */
const families: Readonly<Record<string, string>> = {
  file: 'a file, not a spreadsheet that can be opened',
  google: 'Google, as the program meets it',
  results: 'official results',
  register: 'the register of the district',
  activity: 'the roadmap',
  roadmap: 'the roadmap',
};
const beyond: Partial<Record<IssueCode, string>> = {
  'cell.no_cached_value': 'Sheets works every formula out',
  'workbook.foreign': 'whose workspace this is',
  'element.switched_off': 'whose workspace this is',
  'period.closed': 'whose workspace this is',
  'value.not_owed': 'the register: who owes what; in a roster its grey cells tell',
  'organisation.unknown': 'the register',
  'organisation.closed': 'the register',
  'workbook.duplicate': 'other workbooks',
  'value.conflict': 'other workbooks',
  'value.differs_from_official': 'official results',
  'check.peer': 'other organisations',
  'value.changed': 'earlier nights',
  'source.gone': 'earlier nights',
  'submission.decision': 'decisions of the district',
};

const isBeyond = (code: IssueCode): boolean =>
  beyond[code] !== undefined || families[code.split('.')[0]!] !== undefined;

let workspace: NightWorkspace;
let targets: Target[] = [];
const met = new Set<string>();

beforeAll(async () => {
  workspace = await nightWorkspace(({ type }) =>
    type === 'text' || type === 'date' ? undefined : type === 'yes_no' ? 1 : 0,
  );
});

const copyOf = (sheet: PlanSheet, at: number, value: Scalar | undefined) => ({
  ...sheet.rows[at]!,
  cells: sheet.rows[at]!.cells.map(({ id, ...cell }) =>
    id?.startsWith('entry ') && value !== undefined ? { ...cell, value } : cell,
  ),
});

const withFormula = (sheet: PlanSheet, at: number, cell: PlanCell, formula: Formula): PlanSheet =>
  withCells(
    sheet,
    at,
    sheet.rows[at]!.cells.map((one) => {
      if (one !== cell) return one;
      const { value: _, ...rest } = one;
      return { ...rest, formula };
    }),
  );

/** The row of columns that a row stands below. */
function lastIndex(sheet: PlanSheet, at: number): number {
  for (let above = at; above > 0; above--)
    if (sheet.rows[above]!.cells.some((cell) => cell.column === 1 && cell.value === '#cols')) return above;
  return 0;
}

/** Fills the cells of a check so that it may fail: the left side large, the right side small, or the other way round. */
function violate(values: Draft['values'], code: string, luck: (sides: number) => number): void {
  const rules = workspace.catalog.checks.filter((check) => check.check === code && isOurs(check));
  const check = rules[luck(rules.length)];
  if (!check) throw new NothingFits(code);
  const isTurned = luck(2) === 0;
  for (const [side, value] of [
    [check.left, isTurned ? 1 : 900],
    [check.right, isTurned ? 900 : 1],
  ] as const) {
    for (const input of inputsOf(side)) {
      const codes = elementRead(workspace.catalog, input)?.codes ?? [];
      for (const target of targets) if (codes.includes(target.code)) values.set(target.key, value);
    }
  }
}

const isOurs = ({ left, right }: Check): boolean =>
  [left, right].flatMap(inputsOf).every((input) => {
    const read = elementRead(workspace.catalog, input);
    return targets.some(({ code }) => read?.codes.includes(code));
  });

const targetsByUnit = new Map<string, Target[]>();

/** The entry cells of a workbook. */
function targetsOf(book: TemplateBook): Target[] {
  const known = targetsByUnit.get(book.code);
  if (known) return known;
  const found: Target[] = [];
  targetsByUnit.set(book.code, found);
  book.plan({
    fill: () => ({
      value: (code, period) => {
        const { element } = elementRead(workspace.catalog, code)!;
        found.push({ element, code, period, key: `${code} ${period}` });
        return undefined;
      },
    }),
  });
  return found;
}

/** Severity, code, unit, element, period and place. */
type Line = string;

async function bothSay(unit: string, faults: readonly (readonly [string, number])[]) {
  const { books, catalog, dir, put, earlier } = workspace;
  const book = books.find(({ code }) => code === unit)!;
  targets = targetsOf(book);
  // a fill in which nothing is wrong: as last year, and no part above its whole
  const base = (code: string): Scalar => {
    const { type } = elementRead(catalog, code)!.element;
    if (type === 'yes_no') return 'да';
    if (type === 'date') return '2025-03-01';
    return type === 'text' ? 'приказ № 5' : 0;
  };
  const draft: Draft = {
    values: new Map(),
    rows: new Map(),
    changes: [],
    merges: [],
    submitted: 'да',
    submittedOn: '2025-06-01',
    submittedByPost: 'директор',
  };
  for (const [kind, seed] of faults) {
    let state = Math.imul(seed, 2_654_435_761) & 0x7fffffff;
    const luck = (sides: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return Math.floor((state / 0x80000000) * sides);
    };
    const pick: Pick = (fits) => {
      const fitting = targets.filter(fits);
      if (fitting.length === 0) throw new NothingFits(kind);
      return fitting[luck(fitting.length)]!;
    };
    try {
      kinds[kind]!(draft, pick, luck);
    } catch (error) {
      // a kindergarten has no cumulative elements
      if (!(error instanceof NothingFits)) throw error;
    }
  }
  const filled = book.plan({
    records: (record) => [...book.entered(record), ...(draft.rows.get(record) ?? [])],
    fill: () => ({
      value: (code, period) => {
        const key = `${code} ${period}`;
        return draft.values.has(key) ? draft.values.get(key) : base(code);
      },
      ...(draft.submitted !== undefined && { submitted: draft.submitted }),
      ...(draft.submittedOn !== undefined && { submittedOn: draft.submittedOn }),
      ...(draft.submittedByPost !== undefined && { submittedByPost: draft.submittedByPost }),
    }),
  });
  const plan = draft.changes.reduce((made, change) => change(made), filled);
  const bytes = await writeWorkbook(plan);
  const file = put('this.xlsx', draft.merges.length === 0 ? bytes : merged(bytes, plan, draft.merges));
  const answer = parsed(await say(dir, 'check', '--json', '--date', date, earlier, file));
  const byNight = (answer.list as Record<string, string>[])
    .filter(({ source = '' }) => source === 'this.xlsx' || source.startsWith('this.xlsx#'))
    .map(
      ({ severity, code, organisation, element, period, source }): Line =>
        JSON.stringify([severity, code, organisation, element, period, source]),
    );
  const spreadsheet = bookOfPlan(plan);
  for (const { sheet, range } of draft.merges) spreadsheet.tabs[sheet]!.merges.push(range);
  const realm = await openRealm(spreadsheet);
  const { tabs } = realm.call('snapshot') as Snapshot;
  const { issues } = review({ sheets: tabs.map(unpackTab) }, { file: 'this.xlsx' }, date);
  const bySheet = issues.map((issue): Line => {
    met.add(issue.code);
    const { code, organisation, element, period, place } = issue;
    return JSON.stringify([severityOf(issue), code, organisation, element, period, formatPlace(place)]);
  });
  // the night compares nothing that a draft holds; whoever fills it in wants to know beforehand
  const isDraft = issues.some(({ code }) => code === 'workbook.draft');
  const isComparison = (line: Line): boolean => isDraft && /^."\w+","check\./.test(line);
  expect(byNight.filter(isComparison)).toEqual([]);
  return { byNight: byNight.sort(), bySheet: bySheet.filter((line) => !isComparison(line)).sort() };
}

class NothingFits extends Error {
  override readonly name = 'NothingFits';
}

const anyFaults = fc.array(
  fc.tuple(fc.constantFrom(...Object.keys(kinds)), fc.integer({ min: 1, max: 1_000_000 })),
  { minLength: 1, maxLength: 12 },
);

describe('«Проверить всё» says what `msoko check` says of the same workbook', () => {
  it('that has nothing wrong', async () => {
    const { byNight, bySheet } = await bothSay('s1', []);
    expect(bySheet).toEqual(byNight);
    expect(bySheet.filter((line) => line.includes('"error"'))).toEqual([]);
  });

  // each of these hides or ends all others, so they are tried alone
  const alone = Object.keys(kinds).filter((kind) => /^a (workbook|draft|tab)|^an answer/.test(kind));
  const together = Object.keys(kinds).filter((kind) => !alone.includes(kind));
  const half = Math.ceil(together.length / 2);

  it.each([together.slice(0, half), together.slice(half), ...alone.map((kind) => [kind])])(
    'that has %s …',
    async (...some) => {
      const faults = some.flatMap((kind, i) => [
        [kind, 17 + 991 * i] as const,
        [kind, 4711 + 983 * i] as const,
      ]);
      const { byNight, bySheet } = await bothSay('s1', faults);
      expect(bySheet).toEqual(byNight);
    },
  );

  it('that has several faults, of any organisation and of the district', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('s1', 's2', 'k1', 'c1', 'gor'), anyFaults, async (unit, faults) => {
        const { byNight, bySheet } = await bothSay(unit, faults);
        expect(bySheet).toEqual(byNight);
      }),
      { numRuns: 5 },
    );
  });

  it('of every code that a workbook alone can lead to', () => {
    const all = Object.keys(issueSeverities) as IssueCode[];
    expect(all.filter((code) => !met.has(code) && !isBeyond(code))).toEqual([]);
    expect(all.filter((code) => met.has(code) && isBeyond(code))).toEqual([]);
  });
});
