import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { systemClock } from '../../etl/google/client/clock.ts';
import { fileMarks } from '../../etl/google/marks.ts';
import { goldenDistrict } from '../e2e/golden-district.ts';
import { records } from '../e2e/msoko.ts';
import { type Said, say } from '../etl/cli/console.ts';
import type { LoggedRequest } from './answer.ts';
import { builtInRegisters } from './google-district.ts';
import { type GoogleServer, startGoogle } from './server.ts';
import { columnName } from './sheets/a1.ts';
import type { Cell, Tab } from './sheets/model.ts';

/** A district that works on Google from its first command on. Waiting passes at once. */
export interface Story {
  readonly dir: string;
  readonly g: GoogleServer;
  /** `msoko …` inside this process. */
  say(...args: string[]): Promise<Said>;
  /** `msoko templates --google --json` */
  create(...args: string[]): Promise<Said>;
  /** `msoko run --json` */
  night(): Promise<Said>;
  /** Ids of the spreadsheets of a unit, or of the ministry's. */
  books(unit: string, kind?: 'workbook' | 'ministry'): string[];
  /** A person types into the cell of an element, wherever it is. */
  type(unit: string, element: string, value: string | number): void;
  /** Title of the tab and the cell of an element. */
  cellOf(id: string, element: string, period?: string): { tab: string; cell: string };
  /** `unit element` → value, as exported. */
  values(): Promise<Record<string, string>>;
  /** Seconds of waiting since the last look. */
  waited(): number;
  /** Requests since the last look, tokens apart. */
  requests(): LoggedRequest[];
  stop(): Promise<void>;
}

const day = '2025-06-10';

/** Environment and clock of the process are others until `stop`. `returns`: organisations are told what was found. */
export async function story(settings: { readonly returns?: boolean } = {}): Promise<Story> {
  const [g, dir] = await Promise.all([startGoogle(), goldenDistrict()]);
  const google = {
    returns: false,
    ...settings,
    folder: g.folderId,
    readsPerMinute: 6000,
    writesPerMinute: 6000,
  };
  writeFileSync(join(dir, 'msoko.config.json'), JSON.stringify({ schoolYear: '2024/25', google }));
  writeFileSync(join(dir, 'catalog', 'no-registers.csv'), noRegisters());
  for (const [name, value] of Object.entries(g.env)) vi.stubEnv(name, value);
  let now = 0;
  let lookedAt = 0;
  let seen = 0;
  const clock = [
    vi.spyOn(systemClock, 'now').mockImplementation(() => now),
    vi.spyOn(systemClock, 'sleep').mockImplementation(async (milliseconds) => {
      now += milliseconds;
    }),
  ];
  const books: Story['books'] = (unit, kind = 'workbook') =>
    [...g.world.files.values()]
      .filter(
        ({ appProperties: marks, trashed }) =>
          !trashed && marks[fileMarks.kind] === kind && marks[fileMarks.unit] === unit,
      )
      .map(({ id }) => id);
  const cellOf: Story['cellOf'] = (id, element, period = '2024/25') => {
    for (const tab of g.world.books.get(id)!.tabs) {
      const found = cellIn(tab, element, period);
      if (found) return { tab: tab.properties.title, cell: found };
    }
    throw new Error(`${element} ${period} is not in the spreadsheet`);
  };
  return {
    dir,
    g,
    say: (...args) => say(dir, ...args),
    create: (...args) => say(dir, 'templates', '--google', '--json', '--date', day, ...args),
    night: () => say(dir, 'run', '--json', '--date', day),
    books,
    cellOf,
    type(unit, element, value) {
      const [id] = books(unit);
      const { tab, cell } = cellOf(id!, element);
      g.people.type(id!, tab, cell, value);
    },
    async values() {
      const rows = records((await say(dir, 'export', 'observations', '--date', day)).out);
      return Object.fromEntries(rows.map((row) => [`${row.organisation} ${row.element}`, row.value ?? '']));
    },
    waited() {
      const seconds = (now - lookedAt) / 1000;
      lookedAt = now;
      return seconds;
    },
    requests() {
      const fresh = g.log.slice(seen);
      seen = g.log.length;
      return fresh.filter(({ method }) => method !== 'oauth2.token');
    },
    async stop() {
      for (const spy of clock) spy.mockRestore();
      vi.unstubAllEnvs();
      await g.stop();
    },
  };
}

/** Small books: without registers of objects. */
const noRegisters = (): string =>
  `code,title,standing,disabled\n${builtInRegisters()
    .map((code) => `${code},,,1\n`)
    .join('')}`;

function cellIn(tab: Tab, element: string, period: string): string | undefined {
  const text = (cell: Cell | undefined): string => cell?.userEnteredValue?.stringValue ?? '';
  const lines = Array.from(tab.rows, (row) => Array.from(row ?? [], text));
  const row = lines.findIndex((line) => line.includes(element));
  const column = lines.find((line) => line.includes('#cols'))?.indexOf(period) ?? -1;
  return row < 0 || column < 0 ? undefined : `${columnName(column)}${row + 1}`;
}
