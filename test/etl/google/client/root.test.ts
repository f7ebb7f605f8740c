import { describe, expect, it } from 'vitest';
import { atRoot, googleRoot } from '../../../../etl/google/client/root.ts';

describe('googleRoot', () => {
  it.each(['http://127.0.0.1:8080', 'http://localhost:1', 'http://[::1]:99/', 'https://google.example.org'])(
    'takes %s',
    (text) => {
      expect(googleRoot(text).href).toContain(text.replace(/\/$/, ''));
    },
  );

  it.each([
    'http://example.org',
    'http://10.0.0.1:8080',
    'http://127.0.0.1.example.org',
    'http://localhost.example.org',
    'ftp://localhost',
    'file:///tmp/x',
    'localhost:8080',
    'https://example.org/?key=1',
    '',
  ])('refuses «%s»', (text) => {
    expect(() => googleRoot(text)).toThrow(expect.objectContaining({ name: 'GoogleError', code: 'root' }));
  });

  it('does not repeat a password that stands in the address', () => {
    let message = '';
    try {
      googleRoot('https://user:hidden@example.org');
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain('MSOKO_GOOGLE_ROOT');
    expect(message).not.toContain('hidden');
  });

  it.each([
    ['https://oauth2.googleapis.com/token', 'http://localhost:5', 'http://localhost:5/token'],
    [
      'https://www.googleapis.com/upload/drive/v3/files?uploadType=media',
      'http://localhost:5/',
      'http://localhost:5/upload/drive/v3/files?uploadType=media',
    ],
    [
      'https://sheets.googleapis.com/v4/spreadsheets/a:batchUpdate',
      'https://x.example/google',
      'https://x.example/google/v4/spreadsheets/a:batchUpdate',
    ],
  ])('%s at %s is %s', (url, root, expected) => {
    expect(atRoot(new URL(url), googleRoot(root)).href).toBe(expected);
  });
});
