import type { Workspace } from '../workspace/open-workspace.ts';
import { type Google, googleOf } from './client/google.ts';

const clients = new WeakMap<Workspace, Promise<Google | undefined>>();

/**
 * The client of a nightly run, one for reading and writing alike: one token, one pace. Undefined where the workspace names
 * no folder. `onWait` (of the first who asks): told the seconds before each wait. Throws GoogleError `credentials` or `root`.
 */
export function nightClient(
  workspace: Workspace,
  onWait?: (seconds: number) => void,
): Promise<Google | undefined> {
  let client = clients.get(workspace);
  if (!client) {
    client = googleOf(workspace, workspace.config.google?.summary ? 'write' : 'pull', {
      ...(onWait && { onWait }),
    });
    clients.set(workspace, client);
  }
  return client;
}
