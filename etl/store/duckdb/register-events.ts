import type {
  RegisterChange,
  RegisterEvent,
  RegisterField,
} from '../../../shared/register/register-change.ts';
import type { Database } from './database.ts';
import { requireOpenRun } from './ledger.ts';

/** All that runs noticed of the register, oldest first. */
export async function registerEvents(db: Database): Promise<RegisterEvent[]> {
  const rows = await db.rows('SELECT * FROM register_event ORDER BY rowid');
  return rows.map((row) => ({
    run: row.run as number,
    date: row.date as string,
    unit: row.unit as string,
    field: row.field as RegisterField,
    before: row.before as string,
    after: row.after as string,
  }));
}

export async function appendRegisterChanges(
  db: Database,
  run: number,
  date: string,
  changes: readonly RegisterChange[],
): Promise<void> {
  await requireOpenRun(db, run);
  await db.append(
    'register_event',
    changes.map(({ unit, field, before, after }) => [run, date, unit, field, before, after]),
  );
}
