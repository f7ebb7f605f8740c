import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parsePeriod, schoolYearOf } from '../../../shared/period/period.ts';
import { cliTexts } from '../../../shared/texts/cli.ts';
import { loadCatalog } from '../../catalog/load.ts';
import { csvLine } from '../../export/table.ts';
import { workspacePaths } from '../../workspace/paths.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command } from '../context.ts';
import { today } from '../today.ts';

const texts = cliTexts.init;
const timeZone = 'Europe/Moscow';

const organisationColumns = [
  ...[
    'code',
    'name',
    'type',
    'district',
    'locality',
    'programmes',
    'opened',
    'closed',
    'merged_into',
    'login',
  ],
];

/** Writes a file only if there is none: nothing that a person made is ever replaced. */
async function writeNew(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

export const initCommand: Command = {
  name: 'init',
  summary: texts.summary,
  usage: ['msoko init ПАПКА [--roadmap ID] [--district КОД] [--school-year 2024/25] [--force]'],
  examples: [
    'msoko init район',
    'msoko init район --roadmap botlikh --district botlikh --school-year 2025/26',
  ],
  options: {
    roadmap: { type: 'string', help: texts.roadmap },
    district: { type: 'string', help: texts.district },
    'school-year': { type: 'string', help: texts.schoolYear },
    force: { type: 'boolean', help: texts.force },
  },
  arity: [1, 1],
  async run({ streams, cwd, date, json, positionals, options }) {
    const dir = resolve(cwd, positionals[0]!);
    const catalog = await loadCatalog({});
    const roadmapId = (options.roadmap as string | undefined) ?? 'botlikh';
    const roadmap = catalog.roadmaps.get(roadmapId);
    if (!roadmap) {
      const known = [...catalog.roadmaps.keys()];
      throw new CommandError(
        'init.roadmap',
        texts.unknownRoadmap(roadmapId, known),
        cliTexts.seeHelpOf('init'),
      );
    }
    const district = (options.district as string | undefined) ?? roadmapId;
    if (!/^[A-Za-z0-9_-]{1,40}$/.test(district)) {
      throw new CommandError('init.district', texts.badCode(district), cliTexts.seeHelpOf('init'));
    }
    const schoolYear =
      (options['school-year'] as string | undefined) ?? schoolYearOf(date ?? today(timeZone));
    if (parsePeriod(schoolYear)?.frequency !== 'school_year') {
      throw new CommandError('init.school_year', texts.badYear(schoolYear), cliTexts.seeHelpOf('init'));
    }
    const present = await readdir(dir).catch(() => [] as string[]);
    if (present.length > 0 && options.force !== true) {
      throw new CommandError('init.exists', texts.exists(dir), texts.existsHint);
    }
    const paths = workspacePaths(dir);
    for (const folder of [
      paths.templates,
      paths.inbox,
      paths.outbox,
      paths.frozen,
      paths.catalog,
      join(dir, 'store'),
    ]) {
      await mkdir(folder, { recursive: true });
    }
    await writeNew(paths.config, `${JSON.stringify({ schoolYear, timeZone }, null, 2)}\n`);
    await writeNew(
      paths.districts,
      csvLine(['code', 'name', 'region', 'region_name', 'roadmap']) +
        csvLine([district, roadmap.district, regionCode(roadmap.region), roadmap.region, roadmapId]),
    );
    await writeNew(paths.organisations, csvLine(organisationColumns));
    await streams.out(
      json
        ? `${JSON.stringify({ dir, district, roadmap: roadmapId, schoolYear })}\n`
        : `${texts.done(dir)}\n${texts.next}\n`,
    );
    return exitCodes.fine;
  },
};

/** ISO 3166-2 codes of the regions of the built-in roadmaps; another region is named by its own words. */
const regionCode = (region: string): string =>
  ({
    'Республика Дагестан': 'RU-DA',
    'Республика Ингушетия': 'RU-IN',
    'Тульская область': 'RU-TUL',
    'Пензенская область': 'RU-PNZ',
  })[region] ?? region;
