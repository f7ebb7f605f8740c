import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  quotaExceeded,
  scopeInsufficient,
  serviceDisabled,
  unauthenticated,
  userRateLimit,
} from './access.ts';
import { one, type Params } from './drive/access.ts';
import { addFile } from './drive/files.ts';
import { FOLDER } from './drive/model.ts';
import { ApiError, errorBody } from './errors.ts';
import { type Failure, type Fault, FaultPlan } from './faults.ts';
import { perform } from './methods.ts';
import { OAuth } from './oauth.ts';
import { People } from './people.ts';
import { Quota, type QuotaLimits } from './quota.ts';
import { matchRoute } from './routes.ts';
import { bodyOf, readAll } from './upload.ts';
import { type Check, loadCheck, type Violation } from './validation.ts';
import { World } from './world.ts';

export interface GoogleServerOptions {
  /** Milliseconds; tells modification times, expirations and quotas. Default: the real time. */
  clock?: () => number;
  /** Limits of Sheets per minute; none by default. `GOOGLE_LIMITS` are Google's. */
  quota?: QuotaLimits;
  faults?: Fault[];
}

/** One answered request. */
export interface LoggedRequest {
  readonly method: string;
  readonly params: Params;
  readonly account: string | undefined;
  readonly status: number;
  /** Bytes of the body sent and of the answer, uncompressed; headers are not counted. */
  readonly up: number;
  readonly down: number;
  readonly body: unknown;
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

const serviceKey = (): object => ({
  type: 'service_account',
  project_id: 'district',
  private_key_id: 'test',
  private_key: keyPair().privateKey,
  client_email: SERVICE_ACCOUNT,
  client_id: '1234567890',
  token_uri: 'https://oauth2.googleapis.com/token',
});

/** Two accounts, a Shared Drive with a folder, and a folder in My Drive shared with the service account. */
function furnish(world: World): { folderId: string; sharedDriveId: string; personalFolderId: string } {
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

interface Room {
  world: World;
  oauth: OAuth;
  faults: FaultPlan;
  quota: Quota | undefined;
  log: LoggedRequest[];
  violations: Violation[];
  check: Check | undefined;
  held: Set<ServerResponse>;
}

async function answer(request: IncomingMessage, response: ServerResponse, room: Room): Promise<void> {
  const bytes = await readAll(request);
  // a redirecting transporter may leave the host in front of the path
  const url = new URL(
    (request.url ?? '/').replace(/^\/[a-z0-9.-]*googleapis\.com(?=\/)/, ''),
    'http://google',
  );
  const verb = request.method ?? 'GET';
  const token = verb === 'POST' && /\/token$/.test(url.pathname);
  const hit = token ? undefined : matchRoute(verb, url.pathname);
  const method = token ? 'oauth2.token' : (hit?.route.id ?? `${verb} ${url.pathname}`);
  const params: Params = { ...queryOf(url), ...hit?.path };
  const { json, content } = token ? { json: undefined, content: undefined } : bodyOf(request, bytes);
  const pretty = one(params, 'prettyPrint') !== 'false';
  const api = method.startsWith('drive.') || url.pathname.includes('/drive/') ? 'drive' : 'sheets';
  let account: string | undefined;

  const send = (status: number, body: unknown, headers: Record<string, string> = {}, cut = false): void => {
    const text =
      body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body, null, pretty ? 2 : 0);
    const type = typeof body === 'string' ? 'text/html; charset=UTF-8' : 'application/json; charset=UTF-8';
    room.log.push({
      method,
      params,
      account,
      status,
      up: bytes.length,
      down: Buffer.byteLength(text),
      body: json,
    });
    const out = Buffer.from(text);
    response.writeHead(status, {
      ...headers,
      ...(text === '' ? {} : { 'content-type': type, 'content-length': String(out.length) }),
    });
    if (!cut) response.end(out);
    else response.write(out.subarray(0, Math.floor(out.length / 2)), () => response.destroy());
  };

  const carryOut = (): { status: number; body: unknown; headers?: Record<string, string> } => {
    try {
      if (token) return room.oauth.answer(new URLSearchParams(bytes.toString()));
      if (!hit) throw new ApiError(404, `The test server knows no method ${verb} ${url.pathname}`);
      const holder = room.oauth.holder(request.headers.authorization);
      if (!holder) throw unauthenticated();
      account = holder.account;
      if (!room.world.enabled.has(api)) throw serviceDisabled(api);
      if (!hit.route.scopes.some((scope) => holder.scopes.includes(scope))) throw scopeInsufficient(method);
      const violation = room.check?.(verb, `${url.pathname}${url.search}`, json);
      if (violation) {
        room.violations.push(violation);
        throw new ApiError(400, `Invalid JSON payload received. ${violation.problems.join('; ')}`);
      }
      if (hit.route.quota) room.quota?.spend(hit.route.quota, holder.account);
      const body = perform(method, {
        world: room.world,
        account: holder.account,
        params,
        body: json,
        ...(content ? { content } : {}),
      });
      return { status: body === undefined ? 204 : 200, body };
    } catch (error) {
      if (error instanceof ApiError)
        return { status: error.code, body: errorBody(error, api), headers: error.headers };
      return {
        status: 500,
        body: { error: { code: 500, message: String((error as Error).stack), status: 'INTERNAL' } },
      };
    }
  };

  const fault = room.faults.strike(method, { params, body: json });
  try {
    fault?.meanwhile?.();
  } catch (error) {
    // a mistake of the test, told when the server stops
    room.violations.push({ method, url: 'meanwhile', problems: [String(error)] });
  }
  const failure = fault?.fail ?? fault?.then;
  if (!fault || !failure) {
    const { status, body, headers } = carryOut();
    send(status, body, headers);
    return;
  }
  const done =
    fault.when === 'after' || failure === 'slow' || failure === 'truncated' ? carryOut() : undefined;
  switch (failure) {
    case 'reset':
      room.log.push({ method, params, account, status: 0, up: bytes.length, down: 0, body: json });
      response.destroy();
      return;
    case 'truncated':
      send(done!.status, done!.body, done!.headers, true);
      return;
    case 'slow': {
      const late = (): void => {
        room.held.delete(response);
        if (!response.destroyed) send(done!.status, done!.body, done!.headers);
      };
      room.held.add(response);
      if (fault.delay !== undefined) setTimeout(late, fault.delay);
      return;
    }
    case 'html502':
      send(502, '<!DOCTYPE html><html lang=en><title>Error 502 (Server Error)!!1</title></html>');
      return;
    default: {
      const error = refusal(failure, fault.retryAfter, api, method);
      send(error.code, errorBody(error, api), error.headers);
    }
  }
}

function refusal(
  failure: Failure,
  retryAfter: number | undefined,
  api: 'sheets' | 'drive',
  method: string,
): ApiError {
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  switch (failure) {
    case 429:
      return api === 'sheets'
        ? quotaExceeded(/get$/i.test(method) ? 'Read' : 'Write', ' per user', retryAfter)
        : new ApiError(429, 'Too many requests', {
            reason: 'rateLimitExceeded',
            domain: 'usageLimits',
            headers,
          });
    case 'rate403':
      return userRateLimit(retryAfter);
    case 500:
      return new ApiError(500, 'Internal error encountered.', { headers });
    default:
      return new ApiError(503, 'The service is currently unavailable.', { headers });
  }
}

function queryOf(url: URL): Params {
  const params: Params = {};
  for (const key of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(key);
    params[key] = values.length > 1 ? values : values[0]!;
  }
  return params;
}
