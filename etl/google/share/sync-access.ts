import { type AccessEvent, activeAccess, type Grantee, granteeKey } from '../../../shared/ministry/access.ts';
import type { Day } from '../../../shared/period/period.ts';
import { shareTexts } from '../../../shared/texts/share.ts';
import type { Google } from '../client/google.ts';
import { type DrivePermission, listPermissions, shownGrantee } from './permissions.ts';
import { revoke } from './revoke.ts';

const { causes } = shareTexts;

export interface AccessCheck {
  readonly district: string;
  readonly date: Day;
  /** What is written down as the cause of what is done here. */
  readonly command: string;
  /** A client that may take permissions away; asked for only where one has to go. */
  readonly manage: () => Promise<Google>;
}

/**
 * Holds what is written down against what Google says, takes away what has run out, and returns the lines for
 * share.csv: nobody's access goes unnoticed, whoever gave or took it. Throws GoogleError.
 */
export async function syncAccess(
  google: Google,
  fileId: string,
  journal: readonly AccessEvent[],
  { district, date, command, manage }: AccessCheck,
): Promise<AccessEvent[]> {
  const permissions = await listPermissions(google, fileId);
  const present = new Map(permissions.map((one) => [granteeKey(shownGrantee(one)), one]));
  const events: AccessEvent[] = [];
  const held = activeAccess(journal, district);
  for (const { type, who, role, until } of held) {
    const there = present.get(granteeKey({ type, who }));
    const hasEnded = until !== undefined && until < date;
    const end = { day: date, district, type, who, role, ...(until !== undefined && { until }) };
    if (!there) events.push({ ...end, action: hasEnded ? 'expired' : 'gone', command: causes.google });
    else if (hasEnded && !there.isInherited) {
      await revoke(await manage(), fileId, there);
      events.push({ ...end, action: 'expired', command });
    }
  }
  const written = new Map(held.map((entry) => [granteeKey(entry), entry]));
  for (const permission of permissions) {
    const shown = shownGrantee(permission);
    const known = written.get(granteeKey(shown));
    if (known?.role === permission.role) continue;
    events.push(foundEvent(shown, permission, district, date));
  }
  return events;
}

const foundEvent = (
  { type, who }: Grantee,
  { role, isInherited }: DrivePermission,
  district: string,
  day: Day,
): AccessEvent => ({
  ...{ day, district, type, who, role },
  action: 'found',
  command: isInherited ? causes.folder : causes.google,
});
