import { beforeAll, describe, expect, it } from 'vitest';
import { entries } from '../../appsscript/entries.ts';
import { reportPlan } from '../fixtures/report-book.ts';
import { bookOfPlan } from './fakes/book-of-plan.ts';
import { functionServices, Gate, permissions, type RunMode } from './fakes/run-mode.ts';
import { builtAddon, openRealm } from './realm.ts';

const prefix = 'https://www.googleapis.com/auth/';
let manifest: { readonly oauthScopes: readonly string[] };
beforeAll(async () => {
  manifest = JSON.parse((await builtAddon()).get('appsscript.json')!);
});

describe('what Google lets a run do', () => {
  /** By the reference of Apps Script and the guides on triggers, custom functions and authorization of editor add-ons. */
  it.each<[RunMode, string, boolean]>([
    ['function', 'SpreadsheetApp.getActiveSpreadsheet', true],
    ['function', 'HtmlService.createHtmlOutputFromFile', true],
    ['function', 'CacheService.getDocumentCache', true],
    ['function', 'LockService.getUserLock', true],
    ['function', 'SpreadsheetApp.getUi', false],
    ['function', 'ScriptApp.getAuthorizationInfo', false],
    ['function', 'MailApp.sendEmail', false],
    ['function', 'Session.getEffectiveUser', false],
    ['simple', 'SpreadsheetApp.getActiveSpreadsheet', true],
    ['simple', 'PropertiesService.getDocumentProperties', true],
    ['simple', 'Ui.createAddonMenu', true],
    ['simple', 'Ui.showSidebar', false],
    ['simple', 'MailApp.sendEmail', false],
    ['simple', 'ScriptApp.newTrigger', false],
    ['none', 'Ui.createAddonMenu', true],
    ['none', 'ScriptApp.AuthMode', true],
    ['none', 'SpreadsheetApp.getActiveSpreadsheet', false],
    ['none', 'PropertiesService.getUserProperties', false],
    ['clock', 'MailApp.sendEmail', true],
    ['clock', 'SpreadsheetApp.getUi', false],
    ['person', 'ScriptApp.newTrigger', true],
    ['person', 'Ui.showSidebar', true],
  ])('%s: %s %s', (mode, call, isAllowed) => {
    const gate = new Gate(JSON.stringify(manifest));
    gate.mode = mode;
    const [service = '', member = ''] = call.split('.');
    const ask = (): void => gate.check(service, member);
    if (isAllowed) expect(ask).not.toThrow();
    else expect(ask).toThrow(`You do not have permission to call ${call}`);
  });

  it('the services of custom functions are those of Google’s guide', () => {
    expect([...functionServices].sort()).toEqual(
      [
        ...['CacheService', 'HtmlService', 'Jdbc', 'LanguageApp', 'LockService', 'Maps'],
        ...['PropertiesService', 'SpreadsheetApp', 'UrlFetchApp', 'Utilities', 'XmlService'],
      ].sort(),
    );
  });

  it('the manifest asks for the scopes that some call needs, and for no other', () => {
    const needed = Object.values(permissions).flatMap(({ scope }) => scope ?? []);
    expect(manifest.oauthScopes.map((scope) => scope.replace(prefix, '')).sort()).toEqual(
      [...new Set(needed)].sort(),
    );
  });

  it('without a scope the call is refused', () => {
    const gate = new Gate('{"oauthScopes": []}');
    expect(() => gate.check('MailApp', 'getRemainingDailyQuota')).toThrow('script.send_mail');
  });
});

describe('the add-on', () => {
  it('opens where it was never used, and touches nothing', async () => {
    const realm = await openRealm(bookOfPlan(reportPlan()));
    realm.run('onOpen', { authMode: 'NONE' });
    expect(realm.ui.menus).toHaveLength(1);
    expect(realm.calls.log).toEqual([]);
  });

  it('hands in, decides and reminds where Google sees no document around the script', async () => {
    const book = bookOfPlan(reportPlan({ typed: { 'pupils 2025/26': 1 } }));
    const realm = await openRealm(book, { now: '2025-10-20T09:00:00Z', isContained: false });
    const seen = { answer: '', day: '', post: '' };
    expect(realm.call('submitReport', { post: 'директор', seen })).toMatchObject({ kind: 'done' });
    book.type('Контингент', 'E9', 'пять');
    realm.run('onEdit', realm.edit('Контингент', 'E9'));
    expect(book.tab('Контингент').cells.get('E9')?.note).toContain('«пять»');
  });

  it.each([false, true])(
    'texts stand as they were typed, whether or not Sheets keeps apostrophes: %s',
    async (is) => {
      const book = bookOfPlan(reportPlan());
      book.isVerbatim = is;
      const realm = await openRealm(book, { now: '2025-10-20T09:00:00Z' });
      const say = (post: string): unknown => {
        const open = realm.call('openSubmission') as { view: { answers: unknown } };
        realm.call('submitReport', { post, seen: open.view.answers });
        return (realm.call('openSubmission') as { view: { answers: { post: string } } }).view.answers.post;
      };
      const posts = ['=1+1', '+7', '007', '1.10', '85 %', '01.09.2025', "'директор'", 'методист'];
      for (const post of posts) expect(say(post)).toBe(post);
      expect([...book.tab('Титул').cells.values()].filter(({ formula }) => formula === '=1+1')).toEqual([]);
    },
  );

  it('has entries under names that everybody can type, one apart', () => {
    const others = entries.map(({ name }) => name).filter((name) => !/^[A-Za-z]+$/.test(name));
    expect(others).toEqual(['МСОКО']);
  });
});
