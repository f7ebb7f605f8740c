import { below } from '../drive/access.ts';
import { copyFile, createFile, touch, updateFile } from '../drive/files.ts';
import { FOLDER, SPREADSHEET } from '../drive/model.ts';
import type { World } from '../world.ts';

/** What a person does with files and folders. */
export class PersonInDrive {
  protected readonly world: World;
  protected readonly account: string;

  constructor(world: World, account: string) {
    this.world = world;
    this.account = account;
  }

  rename(fileId: string, name: string): void {
    updateFile(this.world, this.account, { supportsAllDrives: 'true' }, fileId, { name });
  }

  trash(fileId: string): void {
    this.setTrashed(fileId, true);
  }

  restore(fileId: string): void {
    this.setTrashed(fileId, false);
  }

  private setTrashed(fileId: string, trashed: boolean): void {
    updateFile(this.world, this.account, { supportsAllDrives: 'true' }, fileId, { trashed });
  }

  /** Moves a file into another folder. */
  move(fileId: string, folderId: string): void {
    const file = this.world.files.get(fileId)!;
    const params = { supportsAllDrives: 'true', addParents: folderId, removeParents: file.parents.join(',') };
    updateFile(this.world, this.account, params, fileId, {});
  }

  copy(fileId: string, name: string, folderId?: string): string {
    const parents = folderId === undefined ? {} : { parents: [folderId] };
    return copyFile(this.world, this.account, { supportsAllDrives: 'true' }, fileId, { name, ...parents }).id;
  }

  /** A file that Drive only keeps. */
  newFile(name: string, parent: string, mimeType: string): string {
    const params = { supportsAllDrives: 'true' };
    return createFile(this.world, this.account, params, { name, mimeType, parents: [parent] }).id;
  }

  newFolder(name: string, parent: string): string {
    const params = { supportsAllDrives: 'true' };
    return createFile(this.world, this.account, params, { name, mimeType: FOLDER, parents: [parent] }).id;
  }

  /** A spreadsheet of the person's own making. */
  newBook(name: string, folderId: string): string {
    return createFile(
      this.world,
      this.account,
      { supportsAllDrives: 'true' },
      {
        name,
        mimeType: SPREADSHEET,
        parents: [folderId],
      },
    ).id;
  }

  share(fileId: string, email: string, role: string): void {
    const file = this.world.files.get(fileId)!;
    const before = this.world.viewersOf(fileId);
    const id = this.world.permissionIdOf(email);
    file.permissions = file.permissions.filter((item) => item.id !== id);
    file.permissions.push({ id, type: 'user', role, emailAddress: email });
    this.spread(fileId, before);
  }

  /**
   * Takes a file from an account (default: from the service account), wherever the right came from: an inherited one
   * is taken by moving the file into a folder of the person's own.
   */
  unshare(fileId: string, email?: string): void {
    const target = email ?? [...this.world.accounts.values()].find(({ kind }) => kind === 'service')!.email;
    const file = this.world.files.get(fileId)!;
    const before = this.world.viewersOf(fileId);
    const id = this.world.permissionIdOf(target);
    file.permissions = file.permissions.filter((item) => item.id !== id);
    if (this.world.roleOf(target, file) !== undefined) {
      file.parents = [`root-${this.world.permissionIdOf(this.account)}`];
      file.driveId = undefined;
      file.owner = this.account;
      const owner = this.world.permissionIdOf(this.account);
      file.permissions = file.permissions.filter((item) => item.id !== owner);
      file.permissions.push({ id: owner, type: 'user', role: 'owner', emailAddress: this.account });
    }
    this.spread(fileId, before);
  }

  private spread(fileId: string, before: string[]): void {
    this.world.changed(fileId, before);
    for (const child of below(this.world, fileId)) this.world.changed(child.id, before);
  }

  /** Notes a change of a file that no cell shows (opening with an add-on, for instance). */
  touch(fileId: string): void {
    touch(this.world, this.world.files.get(fileId)!, this.account);
  }
}
