import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type AccessAction,
  type AccessEvent,
  type AccessRole,
  accessActions,
  accessRoles,
  type GranteeType,
  granteeTypes,
} from '../../shared/ministry/access.ts';
import { isDay } from '../../shared/period/period.ts';
import { shareTexts } from '../../shared/texts/share.ts';
import { splitRecords } from '../csv/records.ts';
import { csvLine } from '../export/table.ts';
import { writeAtomic } from '../files/write-atomic.ts';
import { WorkspaceError } from '../workspace/workspace-error.ts';

const columns = ['day', 'district', 'action', 'type', 'who', 'role', 'until', 'command'] as const;

export const journalPath = (root: string): string => join(root, 'share.csv');

/** Every line of share.csv, oldest first; none where nothing was ever shared. Throws WorkspaceError for a line that is no event. */
export async function readJournal(root: string): Promise<AccessEvent[]> {
  const content = await readFile(journalPath(root), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (content === undefined) return [];
  const [header, ...lines] = splitRecords(content.replace(/^\uFEFF/, ''), ',').records;
  return lines.map(({ line, cells }) => {
    const of = (column: (typeof columns)[number]): string => {
      const at = header?.cells.indexOf(column) ?? -1;
      return (cells[at] ?? '').trim();
    };
    const event = toEvent(of);
    if (!event)
      throw new WorkspaceError(
        'share.journal',
        shareTexts.errors.journal(line),
        shareTexts.errors.journalHint,
      );
    return event;
  });
}

function toEvent(of: (column: (typeof columns)[number]) => string): AccessEvent | undefined {
  const word = <T extends string>(text: string, words: readonly T[]): T | undefined =>
    words.find((one) => one === text);
  const action: AccessAction | undefined = word(of('action'), accessActions);
  const type: GranteeType | undefined = word(of('type'), granteeTypes);
  const role: AccessRole | undefined = word(of('role'), accessRoles);
  const [day, until] = [of('day'), of('until')];
  if (!action || !type || !role || !isDay(day) || (until !== '' && !isDay(until))) return undefined;
  if ((type === 'anyone') !== (of('who') === '')) return undefined;
  return {
    ...{ day, action, type, role },
    district: of('district'),
    who: of('who'),
    ...(until !== '' && { until }),
    command: of('command'),
  };
}

/** Writes share.csv whole with the new lines at its end. */
export async function appendJournal(root: string, events: readonly AccessEvent[]): Promise<void> {
  if (events.length === 0) return;
  const all = [...(await readJournal(root)), ...events];
  const lines = all.map((event) => csvLine(columns.map((column) => event[column])));
  await writeAtomic(journalPath(root), new TextEncoder().encode(csvLine(columns) + lines.join('')));
}
