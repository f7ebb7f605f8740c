import type { Catalog } from '../../shared/catalog/types.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import { detectPersonalData } from '../../shared/parse/personal-data.ts';
import { keptRaw } from '../../shared/parse/scalar-text.ts';
import { comparableText } from '../../shared/parse/spaces.ts';
import { memberNames } from '../../shared/results/name-member.ts';
import type { ObjectivityMarker } from '../../shared/results/result.ts';
import { markerSchoolYear } from '../../shared/results/school-year.ts';
import type { SourceContent } from '../store/store.ts';
import { emptyContent } from './content.ts';
import type { MarkerColumns } from './marker-columns.ts';
import type { CsvTable } from './open.ts';
import { personalInLine, refusedLine } from './refuse-personal.ts';

/**
 * A published list of objectivity markers. The organisation stays empty here: it is found later by login, else by
 * name (`findOrganisation`), since the register may stand in another file. Rows without any marker are left out.
 */
export function readMarkers(
  table: CsvTable,
  columns: MarkerColumns,
  file: string,
  catalog: Catalog,
): SourceContent {
  const issues: Issue[] = [];
  const nameOf = memberNames(catalog);
  const named = columns.works.filter(({ subject }) => detectPersonalData(subject) === undefined);
  const works = named.map(({ at, grade, subject }) => {
    const member = nameOf('subject', subject);
    if (!member.known) {
      const params = { dimension: 'subject', word: subject.slice(0, 100), slug: member.code };
      issues.push({ code: 'results.unknown_subject', place: { file, line: table.header.line }, params });
    }
    return { at, code: `${member.code}.g${grade}` };
  });
  const seen = new Map<string, number>();
  const markers: ObjectivityMarker[] = [];
  for (const { line, cells } of table.records) {
    const place = { file, line };
    const cell = (at: number | undefined): string => (at === undefined ? '' : (cells[at] ?? '').trim());
    const of = {
      municipality: cell(columns.municipality),
      login: cell(columns.login),
      name: cell(columns.name),
    };
    const personal = personalInLine(Object.entries(of));
    if (personal) {
      issues.push(refusedLine(place, personal.column, personal.kind));
      continue;
    }
    const schoolYear = markerSchoolYear(cell(columns.year));
    if (schoolYear === undefined) {
      const params = { written: cell(columns.year).slice(0, 100), frequency: 'school_year' };
      issues.push({ code: 'period.unknown', place, params });
      continue;
    }
    const wrong = works.find(({ at }) => markOf(cell(at)) === undefined);
    if (wrong) {
      const raw = keptRaw(cell(wrong.at));
      const params = { column: (table.header.cells[wrong.at] ?? '').trim().slice(0, 100) };
      issues.push({ code: 'results.not_number', place, params, ...(raw !== undefined && { raw }) });
      continue;
    }
    const marked = works.filter(({ at }) => markOf(cell(at)) === 1).map(({ code }) => code);
    const key = [schoolYear, ...Object.values(of).map(comparableText), ...marked].join('\n');
    const first = seen.get(key);
    if (first !== undefined) {
      issues.push({
        code: 'results.duplicate',
        place,
        period: schoolYear,
        params: { otherSource: `${file}#L${first}` },
      });
      continue;
    }
    seen.set(key, line);
    if (marked.length > 0) markers.push({ schoolYear, organisation: '', works: marked, ...of, place });
  }
  return { ...emptyContent('markers'), markers, issues };
}

/** A published cell: 1 or blank; some lists write 0. */
function markOf(text: string): 0 | 1 | undefined {
  if (/^(?:|0|-|—|нет)$/i.test(text)) return 0;
  return /^(?:1|\+|да)$/i.test(text) ? 1 : undefined;
}
