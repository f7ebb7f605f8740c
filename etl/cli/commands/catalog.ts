import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatExpression } from '../../../shared/expression/format.ts';
import { catalogFaultLine } from '../../../shared/texts/catalog.ts';
import { cliTexts } from '../../../shared/texts/cli.ts';
import { loadCatalog } from '../../catalog/load.ts';
import { writeCatalogXlsx } from '../../catalog/write-xlsx.ts';
import { exitCodes } from '../command-error.ts';
import type { Command } from '../context.ts';

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
      await streams.out(`${JSON.stringify({ ...counts, list: indicators, leftOut })}\n`);
      return exitCodes.fine;
    }
    const texts = cliTexts.catalog;
    await streams.out(
      `${texts.counts(counts.roadmaps, counts.forms, counts.elements, counts.indicators, counts.checks)}\n`,
    );
    for (const i of catalog.indicators) await streams.out(`  ${i.code.padEnd(44)} ${i.name || i.title}\n`);
    if (catalog.leftOut.length > 0) {
      await streams.out(`${texts.leftOut}\n`);
      for (const fault of catalog.leftOut) await streams.out(`  ${catalogFaultLine(fault)}\n`);
    }
    await streams.out(`${texts.ok}\n`);
    return exitCodes.fine;
  },
};
