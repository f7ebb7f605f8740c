import type { Row, Workspace } from './workspace.ts';

const tables = [
  'indicators',
  'organisations',
  'districts',
  'elements',
  'forms',
  'dimensions',
  'observations',
] as const;
const optional = [
  'scope',
  'applies_if',
  'min_n',
  'factor',
  'roadmap',
  'monitoring',
  'level',
  'valid_from',
  'valid_to',
  'org_types',
];

/**
 * The smallest workspace found for which `fails` still holds: rows and optional cells are taken away as long as that
 * changes nothing. `fails` must be false, not throw, for a catalogue that no longer loads.
 */
export function minimise(workspace: Workspace, fails: (w: Workspace) => boolean): Workspace {
  let best = workspace;
  const keep = (w: Workspace): boolean => {
    const smaller = hangsTogether(w) && fails(w);
    if (smaller) best = w;
    return smaller;
  };
  for (let shrunk = true; shrunk; ) {
    shrunk = false;
    for (const table of tables) {
      // halves first, then quarters, down to single rows
      for (
        let size = Math.ceil(best[table].length / 2);
        size >= 1;
        size = size === 1 ? 0 : Math.ceil(size / 2)
      ) {
        for (let at = 0; at < best[table].length; ) {
          const rows = best[table].filter((_, i) => i < at || i >= at + size);
          if (keep({ ...best, [table]: rows })) shrunk = true;
          else at += size;
        }
      }
    }
    for (const table of ['indicators', 'elements', 'forms', 'organisations'] as const) {
      for (let at = 0; at < best[table].length; at++) {
        for (const column of optional) {
          // the level of an element or a form is no option
          if (!best[table][at]![column] || (column === 'level' && table !== 'indicators')) continue;
          const rows = best[table].map((row, i): Row => (i === at ? { ...row, [column]: '' } : row));
          if (keep({ ...best, [table]: rows })) shrunk = true;
        }
      }
    }
  }
  return best;
}

/** Units, districts and concrete elements that are named exist. */
function hangsTogether(w: Workspace): boolean {
  const districts = w.districts.map((d) => d.code);
  const units = [...districts, ...w.organisations.map((o) => o.code)];
  const known = w.elements.flatMap((e) => {
    const dims = (e.dims ?? '').split(' ').filter((d) => d !== '');
    const members = (d: string): string[] =>
      w.dimensions.filter((m) => m.dimension === d).map((m) => m.member!);
    return dims.reduce((codes, d) => codes.flatMap((c) => members(d).map((m) => `${c}.${m}`)), [e.code!]);
  });
  return (
    w.organisations.every((o) => districts.includes(o.district)) &&
    w.observations.every((o) => units.includes(o.organisation) && known.includes(o.element!))
  );
}

/** A workspace as few lines of text, for the message of a failed test. */
export function describeWorkspace(w: Workspace): string {
  const line = (row: Row): string =>
    Object.entries(row)
      .filter(
        ([k, v]) => v !== '' && !['name', 'title', 'help', 'source_line', 'basis', 'region_name'].includes(k),
      )
      .map(([k, v]) => `${k}=${v}`)
      .join('; ');
  return [`date ${w.date}`, ...tables.flatMap((t) => w[t].map((row) => `${t}: ${line(row)}`))].join('\n');
}
