import type { Workspace } from '../workspace/open-workspace.ts';
import { Contact, type ContactWatch } from './client/contact.ts';
import { type Google, googleOf } from './client/google.ts';

const contacts = new WeakMap<Workspace, Contact>();
const clients = new WeakMap<Workspace, Promise<Google | undefined>>();

export interface NightWatch extends ContactWatch {
  /** Told the seconds before each wait for the quota or the next try. */
  readonly onWait?: (seconds: number) => void;
}

/** Whether Google is there in this run; what one client has found holds for all. */
export function nightContact(workspace: Workspace, watch?: ContactWatch): Contact {
  let contact = contacts.get(workspace);
  if (!contact) {
    contact = new Contact(watch);
    contacts.set(workspace, contact);
  }
  return contact;
}

/**
 * The client of a nightly run, one for reading and writing alike: one token, one pace. Undefined where the workspace names
 * no folder. `watch` (of the first who asks): told how the waiting goes. Throws GoogleError `credentials` or `root`.
 */
export function nightClient(workspace: Workspace, watch: NightWatch = {}): Promise<Google | undefined> {
  let client = clients.get(workspace);
  if (!client) {
    client = googleOf(workspace, workspace.config.google?.summary ? 'write' : 'pull', {
      contact: nightContact(workspace, watch),
      ...(watch.onWait && { onWait: watch.onWait }),
    });
    clients.set(workspace, client);
  }
  return client;
}
