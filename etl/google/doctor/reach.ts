import { createRequire } from 'node:module';
import type * as DriveApi from 'googleapis/build/src/apis/drive/index.js';
import { googleClientTexts } from '../../../shared/texts/google-client.ts';
import { googleDoctorTexts as texts } from '../../../shared/texts/google-doctor.ts';
import { notGoogle } from '../client/fault.ts';
import { googleRoot } from '../client/root.ts';
import { adapterOf } from '../client/transport.ts';
import { advice, bad, type Finding, good } from './finding.ts';

const require = createRequire(import.meta.url);
/** Google refuses a key whose time is five minutes off; it is better to hear of it before. */
const clockSlack = 2 * 60_000;
const slowMs = 15_000;
const certificateFaults = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ALTNAME/;

/** Whether Google can be reached at all, by which way, and whether its clock agrees with ours. */
export async function reachFindings(root: string | undefined, now = Date.now): Promise<Finding[]> {
  const proxy = root === undefined ? proxyOf(process.env) : undefined;
  const way: Finding[] = [
    ...(root !== undefined ? [advice('google.root', texts.elsewhere(root))] : []),
    ...(proxy !== undefined ? [good('google.proxy', texts.proxy(proxy))] : []),
  ];
  const { auth } = require('googleapis/build/src/apis/drive/index.js') as typeof DriveApi;
  const { transporter } = new auth.OAuth2({
    transporterOptions: { adapter: adapterOf(root === undefined ? undefined : googleRoot(root)) },
    useAuthRequestParameters: false,
  });
  const sent = now();
  let date: string | null;
  try {
    const asked = transporter.request({
      // any answer will do: the address of tokens is the one without which nothing works
      url: 'https://oauth2.googleapis.com/token',
      method: 'GET',
      responseType: 'text',
      validateStatus: () => true,
    });
    date = (await within(asked, slowMs)).headers.get('date');
  } catch (error) {
    return [...way, bad('google.reach', texts.unreachable(wordOf(error)), hintOf(wordOf(error), proxy))];
  }
  const answered = now();
  const reached = good('google.reach', texts.reached(Math.round(answered - sent)));
  const theirs = date === null ? Number.NaN : Date.parse(date);
  // the header counts whole seconds and was written somewhere between the two readings
  const ahead = sent > theirs + 1000 ? sent - theirs : answered < theirs ? answered - theirs : 0;
  if (!(Math.abs(ahead) > clockSlack)) return [...way, reached];
  const minutes = Math.round(ahead / 60_000);
  return [...way, reached, bad('google.clock', texts.clock(minutes), texts.clockHint)];
}

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The system's word for what went wrong: `ENOTFOUND`. */
function wordOf(error: unknown): string {
  const fault = error as { code?: unknown; cause?: { code?: unknown; cause?: { code?: unknown } } };
  const words = [fault.cause?.cause?.code, fault.cause?.code, fault.code];
  return words.find((word): word is string => typeof word === 'string') ?? (error as Error).name;
}

/** What to do about a connection that fails with that word; `proxy` is the one in use. */
export function hintOf(word: string, proxy: string | undefined): string {
  const hints = texts.unreachableHints;
  if (certificateFaults.test(word)) return hints.certificate;
  if (word === notGoogle) return googleClientTexts.page().hint;
  if (proxy !== undefined) return hints.viaProxy;
  if (word === 'ENOTFOUND' || word === 'EAI_AGAIN') return `${hints.name} ${hints.proxy}`;
  if (/TIMEDOUT|Timeout|Abort/i.test(word)) return `${hints.slow} ${hints.proxy}`;
  return `${hints.refused} ${hints.proxy}`;
}

/** The proxy that the client will use, without its password. */
export function proxyOf(env: NodeJS.ProcessEnv): string | undefined {
  const text = env.HTTPS_PROXY ?? env.https_proxy ?? env.HTTP_PROXY ?? env.http_proxy;
  if (!text) return undefined;
  return URL.canParse(text) ? new URL(text).host : '?';
}
