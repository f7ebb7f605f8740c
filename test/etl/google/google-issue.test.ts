import { describe, expect, it } from 'vitest';
import { GoogleError, type GoogleErrorCode } from '../../../etl/google/client/google-error.ts';
import { googleIssue } from '../../../etl/google/google-issue.ts';
import { severityOf } from '../../../shared/issue/severity.ts';
import { googleIssueTexts } from '../../../shared/texts/google-issues.ts';
import { issueText } from '../../../shared/texts/issues.ts';

const place = { file: 'https://docs.google.com/spreadsheets/d/1', title: 'Школа 1' };
const program = 'msoko@district.iam.gserviceaccount.com';
const error = (code: GoogleErrorCode, message = 'слова клиента') =>
  new GoogleError(code, { message, hint: '' });
const told = (code: GoogleErrorCode, task: Parameters<typeof googleIssue>[2], account?: string) =>
  issueText(googleIssue(error(code), place, task, account));

describe('a failed call', () => {
  const codes = Object.keys(googleIssueTexts)
    .filter((code) => !['google.not_spreadsheet', 'google.trashed'].includes(code))
    .map((code) => code.slice('google.'.length) as GoogleErrorCode);

  it.each(codes)('%s says what is wrong and what to do, whatever was tried', (code) => {
    for (const task of ['folder', 'workbook', 'summary', 'ministry'] as const) {
      const issue = googleIssue(error(code), place, task, program);
      const { text, todo } = issueText(issue);
      expect(severityOf(issue)).toBe('error');
      expect(text.length).toBeGreaterThan(10);
      expect(todo).toMatch(/[.!]$/);
    }
  });

  it('tells that what was read before stands', () => {
    expect(told('forbidden', 'workbook').text).toBe(
      'Таблица Google не прочитана: у программы нет доступа к ней. Сведения, прочитанные раньше, сохранены.',
    );
    expect(told('forbidden', 'summary').text).toBe(
      'Таблица Google не обновлена: у программы нет права изменять её.',
    );
  });

  it('speaks of what was tried: nothing was read late where nothing was to be read', () => {
    for (const code of ['unavailable', 'quota', 'unauthorised', 'api_disabled'] as const) {
      const { text, todo } = told(code, 'ministry');
      expect([code, text]).toEqual([code, expect.stringContaining('не обновлена')]);
      expect(`${text} ${todo}`).not.toMatch(/прочита|пропущенн/);
      expect(told(code, 'folder').text).toContain('не прочитаны');
    }
    expect(told('not_found', 'ministry').todo).toContain('msoko share');
  });

  it('names the account of a program to share with, never a person', () => {
    expect(told('forbidden', 'folder', program).todo).toContain(program);
    expect(told('forbidden', 'folder', 'maria@example.org').todo).not.toContain('maria');
  });

  it('keeps the words about a key, an address and a refusal', () => {
    expect(told('credentials', 'folder').text).toBe('слова клиента');
    expect(told('unavailable', 'folder').text).not.toContain('слова клиента');
  });

  it('says of a page in place of an answer whose it may be, whatever was tried', () => {
    for (const task of ['folder', 'workbook', 'summary'] as const) {
      const page = new GoogleError('unavailable', { message: '', hint: '' }, undefined, 'NOT_GOOGLE');
      const { text, todo } = issueText(googleIssue(page, place, task));
      expect(text).toMatch(/вместо Google ответила страница \(прокси или портал входа в сеть\)/i);
      expect(todo).toContain('googleapis.com');
    }
  });

  it('of our own is thrown on', () => {
    expect(() => googleIssue(error('value'), place, 'workbook')).toThrow(GoogleError);
    expect(() => googleIssue(new TypeError('x'), place, 'workbook')).toThrow(TypeError);
  });
});
