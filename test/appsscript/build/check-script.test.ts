import { describe, expect, it } from 'vitest';
import { checkScript, maxServerBytes } from '../../../appsscript/build/check-script.ts';
import { entries } from '../../../appsscript/entries.ts';
import { builtAddon } from '../realm.ts';

const codes = (script: string, options = {}) =>
  checkScript(script, options).map(({ code, detail }) => `${code} ${detail}`);

describe('checks of a built script', () => {
  it.each([
    ['var a = 1; function f() { return a; }', []],
    ['function f() { return setTimeout(f, 1); }', ['global setTimeout']],
    ['var x = new URL("http://x");', ['global URL']],
    ['function f(e) { return e.URL + { fetch: 1 }.fetch; }', []],
    ['try { f() } catch ({ message }) { message } function f() {}', []],
    ['var { a: b, ...rest } = JSON; b(rest)', []],
    ['var f = ([a], b = process) => a + b', ['global process']],
    ['outer: for (;;) break outer;', []],
  ])('%s', (script, expected) => {
    expect(codes(script)).toEqual(expected);
  });

  it('knows no syntax that came after ES2019', () => {
    expect(codes('var a = b?.c')[0]).toMatch(/^syntax /);
  });

  it('wants every entry as a top-level function, and few bytes', () => {
    const script = 'function a() {} var b = function () {};';
    expect(codes(script, { names: ['a', 'b'], limit: 10 })).toEqual(['size 39 > 10', 'entry b']);
  });
});

it('the built server passes', async () => {
  const files = await builtAddon();
  const names = entries.map(({ name }) => name);
  expect(codes(files.get('server.js') ?? '', { names, limit: maxServerBytes })).toEqual([]);
});

it('no script of a page holds a template literal, in which HtmlService would cut `//`', async () => {
  for (const [name, text] of await builtAddon())
    if (name.endsWith('.html')) expect([name, text.includes('`')]).toEqual([name, false]);
});
