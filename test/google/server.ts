import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer, type LoggedRequest } from './answer.ts';
import { type Fault, FaultPlan } from './faults.ts';
import { furnish, OWNER, SERVICE_ACCOUNT, serviceKey } from './furnish.ts';
import { OAuth } from './oauth.ts';
import { People } from './people.ts';
import { Quota, type QuotaLimits } from './quota.ts';
import { loadCheck, type Violation } from './validation.ts';
import { World } from './world.ts';

export interface GoogleServerOptions {
  /** Milliseconds; tells modification times, expirations and quotas. Default: the real time. */
  clock?: () => number;
  /** Limits of Sheets per minute; none by default. `GOOGLE_LIMITS` are Google's. */
  quota?: QuotaLimits;
  faults?: Fault[];
}

export interface GoogleServer {
  /** `http://127.0.0.1:port`: stands for every host of Google. */
  readonly root: string;
  /** Key file of the service account. */
  readonly credentialsFile: string;
  /** Credentials of a person (`authorized_user`), all scopes granted. */
  readonly userCredentialsFile: string;
  readonly env: { MSOKO_GOOGLE_ROOT: string; GOOGLE_APPLICATION_CREDENTIALS: string };
  readonly world: World;
  /** The same, under the name of the files in it. */
  readonly drive: World;
  readonly oauth: OAuth;
  readonly people: People;
  readonly faults: FaultPlan;
  readonly log: LoggedRequest[];
  /** Requests that Google's discovery documents do not allow; stays empty in a healthy test. */
  readonly violations: Violation[];
  /** Are requests checked against the discovery documents at all? */
  readonly checked: boolean;
  /** A folder in a Shared Drive of which the service account is a content manager. */
  readonly folderId: string;
  readonly sharedDriveId: string;
  /** A folder in a person's My Drive, shared with the service account as a writer. */
  readonly personalFolderId: string;
  readonly serviceAccount: string;
  /** Owner of the folders, the person behind `people`. */
  readonly owner: string;
  /** @throws Error when a request went against Google's discovery documents and nobody emptied `violations` */
  stop(): Promise<void>;
}

/** Starts a Google of one's own on loopback: Sheets v4, Drive v3 and the token endpoint. */
export async function startGoogle(options: GoogleServerOptions = {}): Promise<GoogleServer> {
  const clock = options.clock ?? Date.now;
  const world = new World(clock);
  const oauth = new OAuth(world);
  const faults = new FaultPlan();
  faults.add(...(options.faults ?? []));
  const quota = options.quota ? new Quota(options.quota, clock) : undefined;
  const log: LoggedRequest[] = [];
  const violations: Violation[] = [];
  const check = await loadCheck();
  const places = furnish(world);

  const held = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    void answer(request, response, { world, oauth, faults, quota, log, violations, check, held });
  });
  // a connection that rests for a while between two calls is not cut off under the client's hands
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const folder = mkdtempSync(join(tmpdir(), 'msoko-google-'));
  const credentialsFile = join(folder, 'service-account.json');
  writeFileSync(credentialsFile, JSON.stringify(serviceKey(), null, 2));
  const userCredentialsFile = join(folder, 'person.json');
  const person = {
    type: 'authorized_user',
    client_id: oauth.client.id,
    client_secret: oauth.client.secret,
    refresh_token: world.accounts.get(OWNER)!.refreshToken,
  };
  writeFileSync(userCredentialsFile, JSON.stringify(person, null, 2));

  return {
    root,
    credentialsFile,
    userCredentialsFile,
    env: { MSOKO_GOOGLE_ROOT: root, GOOGLE_APPLICATION_CREDENTIALS: credentialsFile },
    world,
    drive: world,
    oauth,
    people: new People(world, OWNER),
    faults,
    log,
    violations,
    checked: check !== undefined,
    ...places,
    serviceAccount: SERVICE_ACCOUNT,
    owner: OWNER,
    async stop() {
      for (const response of held) response.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      rmSync(folder, { recursive: true, force: true });
      if (violations.length > 0)
        throw new Error(`requests against Google's documents: ${JSON.stringify(violations, null, 2)}`);
    },
  };
}
