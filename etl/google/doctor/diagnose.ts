import { googleDoctorTexts as texts } from '../../../shared/texts/google-doctor.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { type GoogleCredentials, readCredentials } from '../client/credentials.ts';
import { openGoogle } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { keyFile } from '../client/google-of.ts';
import { scopesOf } from '../client/scopes.ts';
import { readMinistryState } from '../share/ministry-state.ts';
import { googleStore } from '../state.ts';
import { bad, type Finding } from './finding.ts';
import { folderFindings } from './folder.ts';
import { keyFindings } from './key-findings.ts';
import { ministryFindings } from './ministry.ts';
import { reachFindings } from './reach.ts';
import { rightsFindings } from './rights.ts';

/** A person waits for the answer: a fault is told after so many seconds instead of being sat out. */
const patienceSeconds = 10;

/**
 * Goes the way of the nightly run step by step and stops where the next step cannot be told: settings, key, connection and
 * clock, token and APIs, folder and workbooks, what is shared. Reads only; at most five calls, and one per district that is shared.
 */
export async function diagnoseGoogle({
  config,
  paths,
}: Pick<Workspace, 'config' | 'paths'>): Promise<Finding[]> {
  if (!config.google) return [bad('google.settings', texts.noSection, texts.noSectionHint)];
  const findings: Finding[] = [];
  const isIll = (): boolean => findings.some(({ check, state }) => state === 'bad' && stopping.has(check));
  try {
    const file = keyFile(config.google.credentials, paths.root);
    const credentials: GoogleCredentials = await readCredentials(file);
    findings.push(...(await keyFindings(file, credentials, paths)));
    const root = process.env.MSOKO_GOOGLE_ROOT || undefined;
    findings.push(...(await reachFindings(root)));
    if (isIll()) return findings;
    const google = openGoogle({
      credentials,
      scopes: scopesOf.write,
      deadlineSeconds: patienceSeconds,
      ...(root !== undefined && { root }),
    });
    findings.push(...(await rightsFindings(google, credentials)));
    if (isIll()) return findings;
    findings.push(...(await folderFindings(google, config.google, credentials)));
    const shared = await readMinistryState(googleStore({ config, paths }));
    findings.push(...(await ministryFindings(google, shared)));
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    findings.push(bad(error.code === 'root' ? 'google.root' : 'google.key', error.message, error.hint));
  }
  return findings;
}

/** Without these no later step can be asked. */
const stopping = new Set(['google.reach', 'google.clock', 'google.token', 'google.drive']);
