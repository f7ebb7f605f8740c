import type { IncomingMessage, ServerResponse } from 'node:http';
import { scopeInsufficient, serviceDisabled, unauthenticated } from './access.ts';
import { one, type Params } from './drive/access.ts';
import { ApiError, errorBody } from './errors.ts';
import type { FaultPlan } from './faults.ts';
import { perform } from './methods.ts';
import type { OAuth } from './oauth.ts';
import type { Quota } from './quota.ts';
import { refusal } from './refusal.ts';
import { matchRoute } from './routes.ts';
import { bodyOf, readAll } from './upload.ts';
import type { Check, Violation } from './validation.ts';
import type { World } from './world.ts';

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

/** What a server keeps. */
export interface Room {
  world: World;
  oauth: OAuth;
  faults: FaultPlan;
  quota: Quota | undefined;
  log: LoggedRequest[];
  violations: Violation[];
  check: Check | undefined;
  held: Set<ServerResponse>;
}

/** Answers one request: order of refusals, faults, the work itself, the log. */
export async function answer(request: IncomingMessage, response: ServerResponse, room: Room): Promise<void> {
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
    case 'html200':
      send(200, '<!DOCTYPE html><html lang=ru><title>Вход в сеть</title>Подтвердите номер</html>');
      return;
    case 'html502':
      send(502, '<!DOCTYPE html><html lang=en><title>Error 502 (Server Error)!!1</title></html>');
      return;
    default: {
      const error = refusal(failure, fault.retryAfter, api, method);
      send(error.code, errorBody(error, api), error.headers);
    }
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
