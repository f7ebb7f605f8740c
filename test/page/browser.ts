import { execFileSync } from 'node:child_process';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Realm } from '../appsscript/realm.ts';

/** Where Chromium is; undefined on a machine without one. */
export function chromiumPath(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {}
  }
  return undefined;
}

export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

export interface PageOptions {
  /** A sidebar of Sheets is 300 px wide. */
  readonly width?: number;
  readonly height?: number;
  /** What the person's clock says. */
  readonly now?: string;
  /** Runs before a call reaches the script: throws where the connection is lost. */
  readonly beforeCall?: (name: string) => void | Promise<void>;
  /** Runs when the script has done its work: throws where only the answer is lost. */
  readonly afterCall?: (name: string) => void | Promise<void>;
  /** Whether Google fails to carry the answer: null comes in its place. */
  readonly isDropped?: (name: string) => boolean;
}

/**
 * Opens the page that the script showed last, as Sheets does: its calls of google.script.run run in the script's realm.
 * Errors of the page fail the test.
 */
export async function openSidebar(browser: Browser, realm: Realm, options: PageOptions = {}): Promise<Page> {
  const { width = 300, height = 700, now, beforeCall, afterCall, isDropped } = options;
  const shown = realm.ui.page;
  if (!shown) throw new Error('the script showed no page');
  const context = await browser.newContext({ viewport: { width, height }, locale: 'ru-RU' });
  const page = await context.newPage();
  if (now !== undefined) await page.clock.setFixedTime(now);
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.exposeFunction('callScript', async (name: string, args: unknown[]) => {
    try {
      await beforeCall?.(name);
      const answer = realm.call(name, ...args);
      await afterCall?.(name);
      return { answer: isDropped?.(name) ? null : answer };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  });
  await page.addInitScript(googleScript);
  // a page of its own address, or there is no storage
  await page.route('http://sidebar.test/', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown.html }),
  );
  await page.goto('http://sidebar.test/');
  return page;
}

/** What Sheets gives every page; runs in the browser. */
function googleScript(): void {
  type Answer = { answer?: unknown; error?: string };
  const call = (globalThis as unknown as { callScript(name: string, args: unknown[]): Promise<Answer> })
    .callScript;
  const runner = (done?: (answer: unknown) => void, failed?: (error: Error) => void): unknown =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'withSuccessHandler') return (f: typeof done) => runner(f, failed);
          if (name === 'withFailureHandler') return (f: typeof failed) => runner(done, f);
          return (...args: unknown[]) => {
            void call(String(name), JSON.parse(JSON.stringify(args)) as unknown[]).then(
              ({ answer, error }) => {
                if (error === undefined) done?.(answer);
                else failed?.(new Error(error));
              },
            );
          };
        },
      },
    );
  const host = {
    closed: false,
    close: () => {
      host.closed = true;
    },
    editor: { focus: () => undefined },
  };
  Object.assign(globalThis, { google: { script: { run: runner(), host } } });
}
