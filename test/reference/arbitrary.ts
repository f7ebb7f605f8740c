import * as fc from 'fast-check';
import {
  chance,
  columnCondition,
  type Draw,
  expression,
  type Name,
  pick,
  whole,
} from './arbitrary-expressions.ts';
import { type Place, words } from './catalogue.ts';
import { periodsIn, schoolYear } from './periods.ts';
import type { Row, Workspace } from './workspace.ts';

const years = [2021, 2022, 2023, 2024];
const members: Readonly<Record<string, readonly string[]>> = {
  subject: ['ru', 'ma', 'en'],
  grade: ['g4', 'g5', 'g9'],
};

/** An element or indicator already drawn, as later expressions may name it. */
interface Source {
  readonly code: string;
  readonly group: number;
  readonly level: 'organisation' | 'district';
  readonly dims: readonly string[];
  readonly exact: boolean;
  /** May its members be added up? */
  readonly summed: boolean;
  /** A district input that does not exist in every school year. */
  readonly limited?: boolean;
}

const some = <T>(g: Draw, values: readonly T[], times: number): T[] => values.filter(() => chance(g, times));

function register(g: Draw): Pick<Workspace, 'districts' | 'organisations'> {
  const districts: Row[] = [];
  const districtCount = whole(g, 1, 3);
  for (let i = 1; i <= districtCount; i++) {
    districts.push({
      code: `d${i}`,
      name: `Район ${i}`,
      region: pick(g, ['r1', 'r1', 'r2']),
      region_name: 'Область',
      roadmap: pick(g, ['', 'alpha', 'beta', 'alpha beta']),
      monitoring: chance(g, 3) ? pick(g, ['alpha', 'beta', 'beta alpha']) : '',
    });
  }
  const organisations: Row[] = [];
  const day = (times: number): string =>
    chance(g, times)
      ? `${pick(g, years)}-${pick(g, ['02-10', '09-01', '08-31', '11-01', '01-01', '12-31'])}`
      : '';
  const organisationCount = whole(g, 1, 6);
  for (let i = 1; i <= organisationCount; i++) {
    organisations.push({
      code: `o${i}`,
      name: `Школа ${i}`,
      type: pick(g, ['school', 'school', 'preschool', 'school preschool']),
      district: pick(g, districts).code!,
      programmes: some(g, ['НОО', 'СОО', 'ДО'], 6).join(' '),
      opened: day(2),
      closed: day(2),
      size: pick(g, ['', '50', '100', '150']),
      place: pick(g, ['', 'село', 'город']),
    });
  }
  return { districts, organisations };
}

function elementRow(g: Draw, code: string, group: number, dims: readonly string[]): Row {
  const district = chance(g, 2);
  const own = dims.filter(() => chance(g, 6));
  const toTime = pick(g, ['sum', 'sum', 'last', 'mean', 'max']);
  return {
    code,
    name: `Показатель ${code}`,
    form: district ? `fd${group}` : pick(g, [`fa${group}`, `fa${group}`, `fb${group}`]),
    org_types: district ? '' : pick(g, ['', '', '', 'school', 'preschool school']),
    applies_if: district || chance(g, 7) ? '' : columnCondition(g),
    level: district ? 'district' : 'organisation',
    type: pick(g, ['integer', 'integer', 'integer', 'decimal1', 'decimal2', 'decimal3', 'yes_no']),
    unit: 'ед.',
    dims: (chance(g, 5) ? own : [...own].reverse()).join(' '),
    required: pick(g, ['', '1']),
    rollup: 'sum',
    to_time: toTime,
    resets: toTime === 'last' ? pick(g, ['', 'school_year', 'calendar_year']) : '',
  };
}

/** What a side of an indicator that keeps `kept` may name at a level. */
function namesFor(g: Draw, sources: readonly Source[], level: string, kept: readonly string[]): Name[] {
  return sources
    .filter((s) => s.level === level && kept.every((d) => s.dims.includes(d)))
    .filter((s) => s.summed || s.dims.length === kept.length)
    .map((s) => {
      const concrete = kept.length === 0 && s.dims.length > 0 && chance(g, 3);
      const tail = concrete ? s.dims.map((d) => `.${pick(g, usedMembers(d))}`).join('') : '';
      return { code: s.code + tail, exact: s.exact };
    });
}

// every workspace has the same two members at least, so that a concrete code always exists
const usedMembers = (dimension: string): readonly string[] => members[dimension]!.slice(0, 2);

function indicatorRows(g: Draw, code: string, sources: Source[]): Row[] {
  const group = pick(g, sources).group;
  const shape = whole(g, 0, 9);
  // limits of years within limits of years can leave a side with no input at all
  const near = sources.filter((s) => s.group === group && !(s.limited && shape >= 6));
  const kind = pick(g, ['share', 'share', 'presence', 'count', 'mean', 'index', 'change']);
  const kept = pick(g, [[], [], ...near.filter((s) => s.dims.length > 0).map((s) => [...s.dims])]);
  const dims = kept.filter(() => chance(g, 7));
  const has = (level: string): boolean => namesFor(g, near, level, dims).length > 0;
  const places: Place[] = [];
  if (has('organisation')) places.push('organisation', 'organisation', 'organisation');
  if (has('district')) places.push('district');
  const paired = ['share', 'mean', 'index'].includes(kind) || (kind === 'change' && chance(g, 6));
  if (has('organisation') && has('district') && paired) places.push('mixed', 'mixed', 'mixed');
  const place = pick(g, places);
  const swap = chance(g, 5);
  const level = (side: number): string =>
    place === 'mixed' ? (swap === (side === 0) ? 'district' : 'organisation') : place;
  const leveled = place === 'organisation' && kind !== 'index' && chance(g, 2) ? 'district' : '';
  const roadmap = chance(g, 2) ? pick(g, ['alpha', 'beta', 'alpha beta']) : '';
  const common: Row = {
    code,
    direction: 'student-results',
    name: `Показатель ${code}`,
    title: `Показатель ${code}`,
    kind,
    unit: 'ед.',
    dims: dims.join(' '),
    better: pick(g, ['', 'higher', 'lower', 'neutral']),
    level: leveled,
    basis: 'stated',
    roadmap,
    source_line: '1',
  };
  const version = (from: string, to: string): Row => {
    // a later version may be of another kind, as long as it has the same sides
    const own =
      paired && kind !== 'change' ? pick(g, [kind, kind, 'share', 'mean', leveled ? kind : 'index']) : kind;
    const plain = paired && place !== 'mixed' ? whole(g, 0, 15) : 2;
    const side = (i: number, depth: number): string =>
      plain === i ? pick(g, ['1', '2.5', '0']) : expression(g, namesFor(g, near, level(i), dims), depth);
    return {
      ...common,
      kind: own,
      numerator: side(0, pick(g, [1, 2, 2, 3])),
      denominator: paired ? side(1, whole(g, 0, 2)) : '',
      factor: own === 'share' || own === 'presence' ? '' : pick(g, ['', '', '10', '0.5', '1000', '2']),
      scope: place === 'district' || chance(g, 7) ? '' : columnCondition(g),
      min_n: paired && own !== 'change' && chance(g, 3) ? pick(g, ['1', '5', '12']) : '',
      valid_from: from,
      valid_to: to,
    };
  };
  const rows: Row[] = [];
  const change = schoolYear(pick(g, years));
  const year = Number(change.slice(0, 4));
  if (shape === 6) rows.push(version(change, ''));
  else if (shape === 7) rows.push(version('', change));
  else if (shape === 8) rows.push(version('', schoolYear(year - 1)), version(change, ''));
  else if (shape === 9) rows.push(version('', schoolYear(year - 2)), version(change, schoolYear(year + 1)));
  else rows.push(version('', ''));
  sources.push({
    code,
    group,
    // `level` = `district` says which rows are printed, not where the figures arise
    level: place === 'organisation' ? 'organisation' : 'district',
    dims,
    exact: false,
    summed: kind === 'count',
    limited: place !== 'organisation' && (shape >= 6 || near.some((s) => s.limited)),
  });
  return rows;
}

/** A cheap repeatable stream of fractions, so that thousands of cells need not be drawn one by one. */
function stream(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const decimals: Readonly<Record<string, number>> = { decimal1: 1, decimal2: 2, decimal3: 3 };

/** What people type: figures, words, nothing; also where nothing is owed (strays). */
function fill(
  w: Omit<Workspace, 'observations'>,
  seed: number,
  complete: number,
  from: number,
  to: number,
): Row[] {
  const next = stream(seed);
  const any = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!;
  const figure = (type: string): string => {
    if (type === 'yes_no') return any(['да', 'нет']);
    const places = decimals[type] ?? 0;
    const size = next() < 0.15 ? 0 : Math.floor(next() * 13 * 10 ** places) / 10 ** places;
    return size.toFixed(places).replace('.', any([',', '.']));
  };
  const rows: Row[] = [];
  for (const e of w.elements) {
    const frequency = w.forms.find((f) => f.code === e.form)!.frequency!;
    let codes = [e.code!];
    for (const d of words(e.dims)) {
      const found = w.dimensions.filter((m) => m.dimension === d).map((m) => m.member);
      codes = codes.flatMap((c) => found.map((m) => `${c}.${m}`));
    }
    for (const unit of e.level === 'district' ? w.districts : w.organisations) {
      const habit = next();
      for (let year = from; year <= to; year++) {
        for (const p of periodsIn(frequency, year)) {
          for (const element of codes) {
            const luck = next();
            if (luck > complete && next() < 0.5) continue;
            const typed = luck <= complete ? figure(e.type!) : any(['', 'н/д', 'x', 'x', 'много']);
            const value = habit < 0.06 ? 'x' : typed;
            rows.push({ organisation: unit.code!, period: p.key, element, value });
          }
        }
      }
    }
  }
  return rows;
}

function workspace(g: Draw): Workspace {
  const dims = some(g, ['subject', 'grade'], 5);
  const dimensions = dims.flatMap((dimension) =>
    members[dimension]!.slice(0, whole(g, 2, 3)).map((member, i) => ({
      dimension,
      member,
      title: member,
      order: String(i + 1),
    })),
  );
  const groups = whole(g, 1, 2);
  const forms: Row[] = [];
  for (let i = 1; i <= groups; i++) {
    const frequency = pick(g, [
      'school_year',
      'stage',
      'school_quarter',
      'year',
      'half_year',
      'quarter',
      'month',
    ]);
    const common = { title: 'Форма', direction: 'student-results', frequency, order: String(i) };
    forms.push(
      { ...common, code: `fa${i}`, level: 'organisation', org_types: '', programmes: '' },
      {
        ...common,
        code: `fb${i}`,
        level: 'organisation',
        org_types: pick(g, ['', 'school', 'school preschool']),
        programmes: some(g, ['НОО', 'СОО'], 4).join(' '),
      },
      { ...common, code: `fd${i}`, level: 'district', org_types: '', programmes: '' },
    );
  }
  const elements: Row[] = [];
  const elementCount = whole(g, 2, 7);
  for (let i = 1; i <= elementCount; i++) elements.push(elementRow(g, `e${i}`, whole(g, 1, groups), dims));
  const sources = elements.map(
    (e): Source => ({
      code: e.code!,
      group: Number(e.form!.slice(2)),
      level: e.level === 'district' ? 'district' : 'organisation',
      dims: words(e.dims),
      exact: e.to_time !== 'mean',
      summed: true,
    }),
  );
  const indicators: Row[] = [];
  const indicatorCount = whole(g, 1, 6);
  for (let i = 1; i <= indicatorCount; i++) indicators.push(...indicatorRows(g, `i${i}`, sources));
  const from = pick(g, years);
  const to = Math.min(from + whole(g, 0, 2), 2024);
  const date = `${from + pick(g, [0, 1, 2, 2, 3])}-${pick(g, ['01-01', '03-15', '08-31', '09-01', '10-01', '12-31'])}`;
  const base = { date, forms, dimensions, elements, indicators, ...register(g) };
  const seed = whole(g, 0, 1_000_000_000);
  return { ...base, observations: fill(base, seed, pick(g, [0.99, 0.96, 0.85, 0.5]), from, to) };
}

/** Random small workspaces whose catalogues are valid by contracts §3. */
export const arbitraryWorkspace: fc.Arbitrary<Workspace> = fc.gen().map((g) => {
  const w = workspace(g);
  const text = `a workspace of ${w.indicators.length} indicators and ${w.observations.length} observations`;
  // fast-check would print thousands of cells; the seed brings them back
  return Object.defineProperty(w, fc.toStringMethod, { value: () => text });
});
