import { generateKeyPairSync } from 'node:crypto';
import { addFile } from './drive/files.ts';
import { FOLDER } from './drive/model.ts';
import type { World } from './world.ts';

export const SERVICE_ACCOUNT = 'msoko@district.iam.gserviceaccount.com';
export const OWNER = 'owner@district.example';

// made anew for every process, 1,024 bits for speed: it opens nothing
let pair: { publicKey: string; privateKey: string } | undefined;
const keyPair = (): { publicKey: string; privateKey: string } => {
  pair ??= generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return pair;
};

/** Content of the key file. */
export const serviceKey = (): object => ({
  type: 'service_account',
  project_id: 'district',
  private_key_id: 'test',
  private_key: keyPair().privateKey,
  client_email: SERVICE_ACCOUNT,
  client_id: '1234567890',
  token_uri: 'https://oauth2.googleapis.com/token',
});

/** Two accounts, a Shared Drive with a folder, and a folder in My Drive shared with the service account. */
export function furnish(world: World): { folderId: string; sharedDriveId: string; personalFolderId: string } {
  world.accounts.set(SERVICE_ACCOUNT, {
    email: SERVICE_ACCOUNT,
    kind: 'service',
    displayName: SERVICE_ACCOUNT,
    publicKey: keyPair().publicKey,
  });
  world.accounts.set(OWNER, {
    email: OWNER,
    kind: 'person',
    displayName: 'Отдел образования',
    refreshToken: '1//test-refresh-token',
    granted: ['drive', 'spreadsheets'].map((scope) => `https://www.googleapis.com/auth/${scope}`),
  });
  const permission = (email: string, role: string) => ({
    id: world.permissionIdOf(email),
    type: 'user' as const,
    role,
    emailAddress: email,
  });
  const sharedDriveId = `0A${world.freshId('drive').slice(0, 17)}`;
  world.drives.set(sharedDriveId, {
    id: sharedDriveId,
    name: 'Отдел образования',
    permissions: [permission(OWNER, 'organizer'), permission(SERVICE_ACCOUNT, 'fileOrganizer')],
  });
  const folder = addFile(world, OWNER, {
    name: 'МСОКО',
    mimeType: FOLDER,
    parents: [sharedDriveId],
    driveId: sharedDriveId,
  });
  const personal = addFile(world, OWNER, {
    name: 'МСОКО',
    mimeType: FOLDER,
    parents: [`root-${world.permissionIdOf(OWNER)}`],
    owner: OWNER,
  });
  personal.permissions.push(permission(SERVICE_ACCOUNT, 'writer'));
  return { folderId: folder.id, sharedDriveId, personalFolderId: personal.id };
}
