import type { Arrival } from '../../../shared/form-calendar/arrival.ts';
import { compareText } from '../../../shared/number/compare-text.ts';
import type { Database } from './database.ts';
import type { Terms } from './terms.ts';

const answered = ['value', 'no_data', 'not_applicable'];

/** Numbers as a list of SQL; −1, which no row has, keeps an empty one valid. */
const list = (numbers: readonly number[]): string => [-1, ...numbers].join(', ');

/** See Store.arrivals. */
export async function arrivals(
  db: Database,
  terms: Terms,
  forms: ReadonlyMap<string, string>,
  periods: readonly string[],
): Promise<Arrival[]> {
  const names = [...new Set(forms.values())];
  const place = new Map(names.map((name, i) => [name, i]));
  const known = [...forms]
    .map(([element, form]) => [terms.find(element), place.get(form)!] as const)
    .filter(([element]) => element >= 0);
  const pairs = [[-1, -1], ...known].map(([element, form]) => `(${element}, ${form})`).join(', ');
  // a version is a file as one run read it; the first that is no draft and holds the answer is the one it came with
  const rows = await db.rows(
    `WITH form_of(element, form) AS (VALUES ${pairs}),
    run_day AS (SELECT run, last(date ORDER BY rowid) AS day FROM run_start GROUP BY run),
    handed AS (
      SELECT v.source, v.seq, least(coalesce(v.submitted_on, r.day), r.day) AS day
      FROM source_event v JOIN run_day r ON r.run = v.run
      WHERE v.seq = v.version AND coalesce(v.status, '') <> 'draft'),
    given AS (
      SELECT e.unit, f.form, e.element, e.period, e.source, min(e.version) AS version
      FROM observation_event e JOIN form_of f ON f.element = e.element
      JOIN source s ON s.source = e.source AND s.state <> 'withdrawn'
      WHERE e.period IN (${list(periods.map((key) => terms.find(key)))})
        AND e.status IN (${list(answered.map((word) => terms.find(word)))})
      GROUP BY ALL),
    came AS (
      SELECT g.unit, g.form, g.element, g.period, min(h.day) AS day
      FROM given g JOIN (
        SELECT g.source, g.version, min(h.seq) AS seq FROM (SELECT DISTINCT source, version FROM given) g
        JOIN handed h ON h.source = g.source AND h.seq >= g.version GROUP BY ALL) first
        ON first.source = g.source AND first.version = g.version
      JOIN handed h ON h.source = first.source AND h.seq = first.seq
      GROUP BY ALL)
    SELECT unit, form, period, max(day) AS day FROM came GROUP BY ALL`,
  );
  return rows
    .map((row) => ({
      unit: terms.text(row.unit as number),
      form: names[row.form as number]!,
      period: terms.text(row.period as number),
      day: row.day as string,
    }))
    .sort(
      (a, b) => compareText(a.unit, b.unit) || compareText(a.form, b.form) || compareText(a.period, b.period),
    );
}
