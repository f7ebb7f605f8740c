import { beforeAll, describe, expect, it } from 'vitest';
import { entries } from '../../appsscript/entries.ts';
import { reportPlan } from '../fixtures/report-book.ts';
import { Authorisation, allowedIn, type RunMode, scopes } from './fakes/authorisation.ts';
import { bookOfPlan } from './fakes/book-of-plan.ts';
import { builtAddon, openRealm } from './realm.ts';

const prefix = 'https://www.googleapis.com/auth/';
let manifest: { readonly oauthScopes: readonly string[] };
beforeAll(async () => {
  manifest = JSON.parse((await builtAddon()).get('appsscript.json')!);
});

describe('what Google lets a run do', () => {
  it.each<[RunMode, string, boolean]>([
    ['CUSTOM_FUNCTION', 'SpreadsheetApp.getActiveSpreadsheet', true],
    ['CUSTOM_FUNCTION', 'HtmlService.createHtmlOutputFromFile', true],
    ['CUSTOM_FUNCTION', 'CacheService.getDocumentCache', true],
    ['CUSTOM_FUNCTION', 'LockService.getUserLock', true],
    ['CUSTOM_FUNCTION', 'SpreadsheetApp.getUi', false],
    ['CUSTOM_FUNCTION', 'MailApp.sendEmail', false],
    ['CUSTOM_FUNCTION', 'Session.getEffectiveUser', false],
    ['LIMITED', 'SpreadsheetApp.getActiveSpreadsheet', true],
    ['LIMITED', 'PropertiesService.getDocumentProperties', true],
    ['LIMITED', 'Ui.createAddonMenu', true],
    ['LIMITED', 'Ui.showSidebar', false],
    ['LIMITED', 'MailApp.sendEmail', false],
    ['LIMITED', 'ScriptApp.newTrigger', false],
    ['NONE', 'Ui.createAddonMenu', true],
    ['NONE', 'ScriptApp.AuthMode', true],
    ['NONE', 'SpreadsheetApp.getActiveSpreadsheet', false],
    ['NONE', 'PropertiesService.getUserProperties', false],
    ['CLOCK', 'MailApp.sendEmail', true],
    ['CLOCK', 'SpreadsheetApp.getUi', false],
    ['FULL', 'ScriptApp.newTrigger', true],
    ['FULL', 'Ui.showSidebar', true],
  ])('%s: %s %s', (mode, call, isAllowed) => {
    const may = new Authorisation(JSON.stringify(manifest));
    may.mode = mode;
    const [service = '', member = ''] = call.split('.');
    const ask = (): void => may.check(service, member);
    if (isAllowed) expect(ask).not.toThrow();
    else expect(ask).toThrow(`You do not have permission to call ${call}`);
  });

  it('formulas use no service but those of Google’s guide on custom functions', () => {
    const guide = [
      ...['CacheService', 'HtmlService', 'Jdbc', 'LanguageApp', 'LockService', 'Maps'],
      ...['PropertiesService', 'SpreadsheetApp', 'UrlFetchApp', 'Utilities', 'XmlService'],
    ];
    expect(guide).toEqual(expect.arrayContaining([...allowedIn('CUSTOM_FUNCTION')]));
  });

  it('the manifest asks for the scopes that some call needs, and for no other', () => {
    const needed = Object.values(scopes).flatMap((own) => own['*'] ?? []);
    expect(manifest.oauthScopes.map((scope) => scope.replace(prefix, '')).sort()).toEqual(needed.sort());
  });

  it('without a scope the call is refused', () => {
    const may = new Authorisation('{"oauthScopes": []}');
    expect(() => may.check('MailApp', 'getRemainingDailyQuota')).toThrow('script.send_mail');
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
