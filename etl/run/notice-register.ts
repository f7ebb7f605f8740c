import type { Day } from '../../shared/period/period.ts';
import { registerChanges } from '../../shared/register/register-change.ts';
import type { Store } from '../store/store.ts';
import { assembleRegister } from '../workspace/assemble-register.ts';
import type { Workspace } from '../workspace/open-workspace.ts';

/** Remembers how the register has changed since the run before: names, dates and mergers have a history. */
export async function noticeRegister(
  workspace: Workspace,
  store: Store,
  run: number,
  date: Day,
): Promise<void> {
  const inbox = (await store.registerRows()).map(({ row }) => ({ file: '', ...row }));
  const { organisations } = assembleRegister(workspace.districts, workspace.organisationRows, inbox);
  const changes = registerChanges(await store.registerEvents(), organisations);
  if (changes.length > 0) await store.appendRegisterChanges(run, date, changes);
}
