import { readFile, stat } from 'node:fs/promises';
import { googleDoctorTexts as texts } from '../../../shared/texts/google-doctor.ts';
import type { WorkspacePaths } from '../../workspace/paths.ts';
import type { GoogleCredentials } from '../client/credentials.ts';
import { scopesOf } from '../client/scopes.ts';
import { isHandedOut } from '../login/handed-out.ts';
import { advice, bad, type Finding, good } from './finding.ts';

/** What can be said of a key without asking Google: whose it is, who may read it, what a login was granted. */
export async function keyFindings(
  file: string,
  credentials: GoogleCredentials,
  paths: WorkspacePaths,
): Promise<Finding[]> {
  const who =
    credentials.type === 'service_account'
      ? texts.serviceKey(credentials.email)
      : texts.userLogin(credentials.email);
  const findings: Finding[] = [good('google.key', who)];
  if (isHandedOut(file, paths))
    findings.push(bad('google.key_place', texts.keyHandedOut(file), texts.keyHandedOutHint));
  // Windows keeps rights elsewhere
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0)
    findings.push(advice('google.key_rights', texts.keyOpen(file), texts.keyOpenHint(file)));
  const granted = await grantedScopes(file);
  if (granted && scopesOf.manage.some((scope) => !granted.includes(scope)))
    findings.push(advice('google.manage', texts.noManage, texts.noManageHint));
  return findings;
}

/** The rights that `msoko login` wrote down; undefined for keys made otherwise. */
async function grantedScopes(file: string): Promise<readonly string[] | undefined> {
  const { scopes } = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, '')) as {
    scopes?: unknown;
  };
  return Array.isArray(scopes) ? (scopes as string[]) : undefined;
}
