import { access, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { cellsPerPeriod } from '../../../shared/catalog/cells-per-period.ts';
import { isWithin } from '../../../shared/catalog/owes.ts';
import type { NamedRow, SwitchedOff } from '../../../shared/catalog/switched-off.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import { formatExpression } from '../../../shared/expression/format.ts';
import { monitoredRoadmaps } from '../../../shared/register/monitored-roadmaps.ts';
import { catalogFaultLine } from '../../../shared/texts/catalog.ts';
import { cliTexts } from '../../../shared/texts/cli.ts';
import { switchTexts as off } from '../../../shared/texts/switches.ts';
import { loadCatalog } from '../../catalog/load.ts';
import { writeCatalogXlsx } from '../../catalog/write-xlsx.ts';
import { checkDistrictRoadmaps } from '../../workspace/check-district-roadmaps.ts';
import { workspacePaths } from '../../workspace/paths.ts';
import { readDistricts } from '../../workspace/read-districts.ts';
import {
  type UnknownRoadmap,
  unknownRoadmapLines,
  unknownRoadmaps,
} from '../../workspace/unknown-roadmaps.ts';
import { exitCodes } from '../command-error.ts';
import type { Command } from '../context.ts';

const rowJson = ({ kind, code, name, origin }: NamedRow) => ({
  kind,
  code,
  name,
  origin: `${origin.file}:${origin.line}`,
});

/** Forms in printing order with what one report of them asks. */
function formLines(catalog: Catalog): string[] {
  const forms = [...catalog.forms.values()].sort((a, b) => a.order - b.order);
  const width = Math.max(0, ...forms.map(({ code }) => code.length));
  return forms.map(
    (form) => `${form.code.padEnd(width)}  ${form.title}${off.cells(cellsPerPeriod(catalog, form.code))}`,
  );
}

function switchedOffLines({ off: rows, leftOut, unknown }: SwitchedOff): string[] {
  const lines: string[] = [];
  if (rows.length > 0)
    lines.push(off.title, ...rows.map((row) => `  ${off.row(row)}, ${off.place(row.origin)}`));
  if (leftOut.length > 0) {
    const kinds = [...new Set(leftOut.map(({ kind }) => kind))];
    lines.push(off.leftOut);
    for (const kind of kinds) {
      const own = leftOut.filter((row) => row.kind === kind);
      lines.push(
        `  ${off.count(kind, own.length)}`,
        ...own.map((row) => `    ${row.code}  ${row.name}`.trimEnd()),
      );
    }
  }
  if (unknown.length > 0)
    lines.push(
      off.unknown,
      ...unknown.map((row) => `  ${off.row(row)}, ${off.place(row.origin)}.${off.near(row.near)}`),
    );
  return lines.length > 0 ? [...lines, ''] : lines;
}

interface DistrictIndicators {
  readonly code: string;
  readonly name: string;
  readonly roadmaps: readonly string[];
  /** Roadmaps whose indicators the district keeps beside its own. */
  readonly monitoring: readonly string[];
  readonly indicators: number;
}

interface Districts {
  readonly kept: readonly DistrictIndicators[];
  readonly unknown: readonly UnknownRoadmap[];
}

/** How many indicators each district of the workspace keeps, and plans it names in vain; none without a workspace. */
async function districtsOf(catalog: Catalog, workspace: string): Promise<Districts> {
  const path = workspacePaths(workspace).districts;
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (!exists) return { kept: [], unknown: [] };
  const rows = await readDistricts(path);
  const districts = rows.map(({ district }) => district);
  checkDistrictRoadmaps(path, districts, catalog);
  const kept = districts.map((district) => {
    const { code, name, roadmaps } = district;
    const monitored = monitoredRoadmaps(district);
    return {
      code,
      name,
      roadmaps,
      monitoring: monitored.filter((id) => !roadmaps.includes(id)),
      indicators: catalog.indicators.filter((i) => i.kind !== 'group' && isWithin(monitored, i.roadmaps))
        .length,
    };
  });
  return { kept, unknown: unknownRoadmaps(rows, catalog) };
}

export const catalogCommand: Command = {
  name: 'catalog',
  summary: cliTexts.catalog.summary,
  usage: ['msoko catalog [--xlsx [ФАЙЛ]]'],
  examples: ['msoko catalog', 'msoko catalog --xlsx', 'msoko catalog --xlsx каталог.xlsx'],
  options: { xlsx: { type: 'boolean', help: cliTexts.catalog.xlsx } },
  arity: [0, 1],
  async run({ streams, cwd, workspace, json, positionals, options }) {
    // without a workspace this is the built-in catalogue
    const catalog = await loadCatalog({ workspace });
    if (options.xlsx === true) {
      const path = resolve(cwd, positionals[0] ?? 'catalog.xlsx');
      await writeFile(path, await writeCatalogXlsx({ workspace }));
      await streams.out(
        json ? `${JSON.stringify({ written: path })}\n` : `${cliTexts.catalog.written(path)}\n`,
      );
      return exitCodes.fine;
    }
    const { kept: districts, unknown: plans } = await districtsOf(catalog, workspace);
    const counts = {
      roadmaps: catalog.roadmaps.size,
      forms: catalog.forms.size,
      elements: catalog.elements.size,
      indicators: catalog.indicators.filter((i) => i.kind !== 'group').length,
      checks: catalog.checks.length,
    };
    if (json) {
      const indicators = catalog.indicators.map((i) => ({
        code: i.code,
        kind: i.kind,
        name: i.name,
        numerator: i.numerator && formatExpression(i.numerator),
        denominator: i.denominator && formatExpression(i.denominator),
        validFrom: i.validFrom,
        validTo: i.validTo,
        origin: `${i.origin.file}:${i.origin.line}`,
      }));
      const leftOut = catalog.leftOut.map((fault) => catalogFaultLine(fault));
      const { off, unknown, leftOut: rows } = catalog.switchedOff;
      const switchedOff = {
        off: off.map(rowJson),
        leftOut: rows.map(rowJson),
        unknown: unknown.map(rowJson),
      };
      const unknownPlans = plans.map(({ district, id }) => ({ district, id }));
      const forms = [...catalog.forms.values()].map(({ code, title }) => ({ code, title }));
      await streams.out(
        `${JSON.stringify({ ...counts, list: indicators, formList: forms, districts, unknownRoadmaps: unknownPlans, leftOut, switchedOff })}\n`,
      );
      return exitCodes.fine;
    }
    const texts = cliTexts.catalog;
    await streams.out(
      `${texts.counts(counts.roadmaps, counts.forms, counts.elements, counts.indicators, counts.checks)}\n`,
    );
    if (districts.length > 0) {
      await streams.out(`\n${texts.districts}\n`);
      for (const one of districts) await streams.out(`  ${texts.district(one)}\n`);
      for (const line of unknownRoadmapLines(plans)) await streams.out(`  ${line}\n`);
    }
    await streams.out(`\n${off.formsTitle}\n`);
    for (const line of formLines(catalog)) await streams.out(`  ${line}\n`);
    await streams.out(`\n${off.indicatorsTitle}\n`);
    for (const i of catalog.indicators) await streams.out(`  ${i.code.padEnd(44)} ${i.name || i.title}\n`);
    await streams.out(`\n${[...switchedOffLines(catalog.switchedOff), ...off.howTo].join('\n')}\n\n`);
    await streams.out(`${texts.ok}\n`);
    return exitCodes.fine;
  },
};
