import { join } from 'node:path';

/** The folders and files of a workspace (contracts §4). */
export interface WorkspacePaths {
  readonly root: string;
  readonly config: string;
  readonly districts: string;
  readonly organisations: string;
  readonly catalog: string;
  readonly templates: string;
  readonly inbox: string;
  readonly outbox: string;
  readonly frozen: string;
}

export const workspacePaths = (root: string): WorkspacePaths => ({
  root,
  config: join(root, 'msoko.config.json'),
  districts: join(root, 'districts.csv'),
  organisations: join(root, 'organisations.csv'),
  catalog: join(root, 'catalog'),
  templates: join(root, 'templates'),
  inbox: join(root, 'inbox'),
  outbox: join(root, 'outbox'),
  frozen: join(root, 'frozen'),
});
