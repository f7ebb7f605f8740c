import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Book } from '../appsscript/fakes/book.ts';
import { bookOfPlan } from '../appsscript/fakes/book-of-plan.ts';
import { openRealm, type Realm } from '../appsscript/realm.ts';
import { chromiumPath, openBrowser, openSidebar, type PageOptions } from './browser.ts';

/** A page of the add-on beside the workbook it works on. */
export interface Sidebar {
  readonly page: Page;
  readonly book: Book;
  readonly realm: Realm;
}

export type OpenSidebar = (
  plan: Parameters<typeof bookOfPlan>[0],
  entry: string,
  options: PageOptions & { readonly now: string },
) => Promise<Sidebar>;

/**
 * One Chromium for all tests of a file: opens what an entry of the menu shows over the workbook of a plan, and waits for
 * its first screen.
 */
export function sidebars(): OpenSidebar {
  const chromium = chromiumPath();
  if (!chromium) throw new Error('the page suite needs Chromium');
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium);
  });
  afterAll(async () => {
    await browser.close();
  });
  return async (plan, entry, options) => {
    const book = bookOfPlan(plan);
    const realm = await openRealm(book);
    realm.run(entry);
    const page = await openSidebar(browser, realm, options);
    await heading(page).waitFor();
    return { page, book, realm };
  };
}

/** The title of a screen. */
export const heading = (page: Page, name?: RegExp | string) =>
  page.getByRole('heading', { level: 1, ...(name !== undefined && { name }) });

export const card = (page: Page, name: RegExp | string) => page.getByRole('button', { name });

/** What those who hear the page were told last. */
export const said = (page: Page) => page.locator('[aria-live=polite]').textContent();
