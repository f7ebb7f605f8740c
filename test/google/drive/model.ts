export const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
export const FOLDER = 'application/vnd.google-apps.folder';

export interface Permission {
  id: string;
  type: 'user' | 'group' | 'domain' | 'anyone';
  role: string;
  emailAddress?: string;
  domain?: string;
  displayName?: string;
  expirationTime?: string;
  allowFileDiscovery?: boolean;
}

export interface DriveFile {
  readonly id: string;
  name: string;
  readonly mimeType: string;
  /** One parent at most (since 2020 a file has one place). */
  parents: string[];
  driveId?: string;
  /** Mailbox of the owner; files of a Shared Drive have none. */
  owner?: string;
  trashed: boolean;
  appProperties: Record<string, string>;
  properties: Record<string, string>;
  description?: string;
  permissions: Permission[];
  createdTime: string;
  modifiedTime: string;
  version: number;
  lastModifyingUser?: string;
  /** Bytes of an uploaded file. */
  content?: Buffer;
}

export interface SharedDrive {
  readonly id: string;
  name: string;
  permissions: Permission[];
}
