import { createHash } from 'node:crypto';
import type { DriveFile, Permission, SharedDrive } from './drive/model.ts';
import type { Book } from './sheets/model.ts';

/** An account that may sign in: a service account by key, a person by refresh token. */
export interface Account {
  readonly email: string;
  readonly kind: 'service' | 'person';
  displayName: string;
  /** Public half of the key of a service account (PEM). */
  publicKey?: string;
  refreshToken?: string;
  /** Scopes a person granted; a service account takes what it asks for. */
  granted?: string[];
  disabled?: boolean;
}

/** One line of the log of changes; what an account sees of it is decided when it asks. */
export interface Change {
  readonly sequence: number;
  readonly fileId: string;
  readonly time: string;
  /** Accounts that lost sight of the file by this change. */
  readonly lost: readonly string[];
}

export interface Mail {
  to: string;
  fileId: string;
  role: string;
  message?: string;
}

/** Everything the server knows: accounts, files, spreadsheets, the log of changes. */
export class World {
  readonly accounts = new Map<string, Account>();
  /** Members of groups by the group's mailbox. */
  readonly groups = new Map<string, string[]>();
  readonly files = new Map<string, DriveFile>();
  readonly drives = new Map<string, SharedDrive>();
  readonly books = new Map<string, Book>();
  readonly changes: Change[] = [];
  readonly mails: Mail[] = [];
  /** APIs switched on in the project of the credentials. */
  readonly enabled = new Set<'sheets' | 'drive'>(['sheets', 'drive']);
  readonly clock: () => number;
  /** Ids of deleted files: they stay in the log of changes. */
  readonly deletedFiles = new Set<string>();
  private counter = 0;

  constructor(clock: () => number) {
    this.clock = clock;
  }

  now(): string {
    return new Date(this.clock()).toISOString();
  }

  /** An opaque id of Google's length, the same in every run. */
  freshId(kind: string): string {
    const hash = createHash('sha256')
      .update(`${kind} ${++this.counter}`)
      .digest('base64url');
    return `1${hash.slice(0, 43)}`.replaceAll('-', 'x');
  }

  permissionIdOf(email: string): string {
    const hash = createHash('sha256').update(email.toLowerCase()).digest();
    return hash.readBigUInt64BE().toString().padStart(20, '0').slice(0, 20);
  }

  groupsOf(email: string): string[] {
    const found: string[] = [];
    for (const [group, members] of this.groups)
      if (members.some((member) => member.toLowerCase() === email.toLowerCase())) found.push(group);
    return found;
  }

  /** Notes that a file changed; `before` are the accounts that saw it until now. */
  changed(fileId: string, before: readonly string[] = []): void {
    const after = new Set(this.viewersOf(fileId));
    this.changes.push({
      sequence: this.changes.length + 1,
      fileId,
      time: this.now(),
      lost: before.filter((email) => !after.has(email)),
    });
  }

  viewersOf(fileId: string): string[] {
    const file = this.files.get(fileId);
    return file ? [...this.accounts.keys()].filter((email) => this.roleOf(email, file) !== undefined) : [];
  }

  /** The strongest role of an account on a file: own, of the folders above, of the Shared Drive. */
  roleOf(email: string, file: DriveFile): string | undefined {
    let best: string | undefined;
    for (const permission of this.permissionsOf(file)) {
      if (!this.applies(permission, email)) continue;
      if (best === undefined || RANK.indexOf(permission.role) > RANK.indexOf(best)) best = permission.role;
    }
    return best;
  }

  /** Own permissions and those of everything above, as {permission, inheritedFrom}. */
  permissionsOf(file: DriveFile): (Permission & { inheritedFrom?: string })[] {
    const list: (Permission & { inheritedFrom?: string })[] = [...file.permissions];
    const seen = new Set<string>([file.id]);
    for (let id = file.parents[0]; id !== undefined && !seen.has(id); ) {
      seen.add(id);
      const above: DriveFile | undefined = this.files.get(id);
      if (above) {
        // being owner of a folder makes nobody owner of what others put there
        for (const item of above.permissions)
          list.push({ ...item, role: item.role === 'owner' ? 'writer' : item.role, inheritedFrom: above.id });
        id = above.parents[0];
      } else id = undefined;
    }
    const drive = file.driveId === undefined ? undefined : this.drives.get(file.driveId);
    for (const item of drive?.permissions ?? []) list.push({ ...item, inheritedFrom: drive!.id });
    return list;
  }

  applies(permission: Permission, email: string): boolean {
    if (permission.expirationTime && Date.parse(permission.expirationTime) <= this.clock()) return false;
    const wanted = permission.emailAddress?.toLowerCase();
    switch (permission.type) {
      case 'anyone':
        return true;
      case 'domain':
        return email.toLowerCase().endsWith(`@${permission.domain?.toLowerCase()}`);
      case 'group':
        return this.groupsOf(email).some((group) => group.toLowerCase() === wanted);
      default:
        return wanted === email.toLowerCase();
    }
  }
}

/** Roles from weak to strong. */
export const RANK = ['reader', 'commenter', 'writer', 'fileOrganizer', 'organizer', 'owner'];

export const atLeast = (role: string | undefined, wanted: string): boolean =>
  role !== undefined && RANK.indexOf(role) >= RANK.indexOf(wanted);
