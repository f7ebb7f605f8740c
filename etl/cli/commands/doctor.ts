import { constants } from 'node:fs';
import { access, mkdir, statfs } from 'node:fs/promises';
import { cliTexts } from '../../../shared/texts/cli.ts';
import { googleDoctorTexts } from '../../../shared/texts/google-doctor.ts';
import { CatalogError } from '../../catalog/catalog-error.ts';
import { listFiles } from '../../run/list-files.ts';
import { StoreLocked } from '../../store/store.ts';
import { withStore } from '../../store/with-store.ts';
import { assembleRegister } from '../../workspace/assemble-register.ts';
import { openWorkspace, type Workspace } from '../../workspace/open-workspace.ts';
import { unknownRoadmapLines, unknownRoadmaps } from '../../workspace/unknown-roadmaps.ts';
import { WorkspaceError } from '../../workspace/workspace-error.ts';
import { exitCodes } from '../command-error.ts';
import type { Command } from '../context.ts';

interface Finding {
  /** Name of the step, for programs; only the newer ones have one. */
  readonly check?: string;
  readonly state: 'good' | 'bad' | 'advice';
  readonly text: string;
  readonly hint?: string;
}

const texts = cliTexts.doctor;

function nodeFinding(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const supported = major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  const text = texts.node(process.versions.node);
  if (!supported) return { state: 'bad', text, hint: texts.nodeOld };
  return major < 24 ? { state: 'advice', text, hint: texts.nodeAdvice } : { state: 'good', text };
}

async function folderFinding(path: string, name: string): Promise<Finding> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
    return { state: 'good', text: texts.folder(name) };
  } catch {
    return { state: 'bad', text: texts.folderBad(name) };
  }
}

async function storeFinding(workspace: Workspace): Promise<Finding> {
  try {
    await withStore(workspace, (store) => store.sources());
    return { state: 'good', text: texts.store };
  } catch (error) {
    if (error instanceof StoreLocked)
      return { state: 'bad', text: texts.storeLocked, hint: cliTexts.lockedHint };
    return { state: 'bad', text: texts.storeBroken(String(error)) };
  }
}

function roadmapFindings({ districtRows, catalog }: Workspace): Finding[] {
  const [hint = '', ...faults] = unknownRoadmapLines(unknownRoadmaps(districtRows, catalog)).reverse();
  return faults.reverse().map((text) => ({ check: 'roadmap', state: 'advice', text, hint }));
}

async function workspaceFindings(dir: string, withGoogle: boolean): Promise<Finding[]> {
  let workspace: Workspace;
  try {
    workspace = await openWorkspace(dir);
  } catch (error) {
    if (error instanceof WorkspaceError) return [{ state: 'bad', text: error.message, hint: error.hint }];
    if (error instanceof CatalogError)
      return [{ state: 'bad', text: error.message, hint: cliTexts.catalogHint }];
    throw error;
  }
  const { paths } = workspace;
  const register = assembleRegister(workspace.districts, workspace.organisationRows, []);
  const organisations = register.organisations.length;
  const files = await listFiles(paths.inbox);
  const space = await statfs(paths.root);
  return [
    { state: 'good', text: texts.config },
    { state: 'good', text: texts.catalog },
    organisations > 0
      ? { state: 'good', text: texts.register(register.districts.length, organisations) }
      : { state: 'advice', text: texts.register(register.districts.length, 0), hint: texts.noOrganisations },
    ...(register.issues.length > 0
      ? [{ state: 'advice', text: texts.registerIssues(register.issues.length) } as const]
      : []),
    ...roadmapFindings(workspace),
    await folderFinding(paths.inbox, 'inbox'),
    await folderFinding(paths.outbox, 'outbox'),
    await storeFinding(workspace),
    files.length > 0
      ? { state: 'good', text: texts.inbox(files.length) }
      : { state: 'advice', text: texts.inbox(0), hint: texts.inboxEmpty },
    { state: 'good', text: texts.space(Math.floor((space.bavail * space.bsize) / 1048576)) },
    ...(withGoogle ? await (await import('../../google/doctor/diagnose.ts')).diagnoseGoogle(workspace) : []),
  ];
}

export const doctorCommand: Command = {
  name: 'doctor',
  summary: texts.summary,
  usage: ['msoko doctor [--google]'],
  examples: ['msoko doctor --workspace район', 'msoko doctor --google'],
  options: { google: { type: 'boolean', help: googleDoctorTexts.option } },
  arity: [0, 0],
  async run({ streams, workspace, json, options }) {
    const findings = [nodeFinding(), ...(await workspaceFindings(workspace, options.google === true))];
    if (json) await streams.out(`${JSON.stringify({ findings })}\n`);
    else {
      for (const { state, text, hint } of findings) {
        await streams.out(`[${texts[state]}] ${text}\n${hint ? `    ${hint}\n` : ''}`);
      }
    }
    return findings.some((f) => f.state === 'bad') ? exitCodes.wrongUse : exitCodes.fine;
  },
};
