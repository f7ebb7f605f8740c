import { parse, type Token } from 'acorn';
import { describe, expect, it } from 'vitest';
import { checkScript, maxServerBytes } from '../../../appsscript/build/check-script.ts';
import { lazyScripts } from '../../../appsscript/build/lazy-script.ts';
import { buildServer } from '../../../appsscript/build/server.ts';
import { entries, entriesFor } from '../../../appsscript/entries.ts';
import { scriptOfPage } from '../../../appsscript/script-tag.ts';
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

it.each(lazyScripts)('$name, loaded when it is needed, uses nothing that Google lacks', async ({ name }) => {
  const files = await builtAddon();
  expect(codes(scriptOfPage(files.get(`${name}.html`) ?? ''))).toEqual([]);
});

it('no page holds a template literal, in which HtmlService would cut `//`', async () => {
  for (const [name, text] of await builtAddon()) {
    if (name.endsWith('.html')) expect([name, literals(scriptOfPage(text))]).toEqual([name, 0]);
  }
});

it('without the Cyrillic function the other one stands alone', async () => {
  const script = await buildServer({ isBound: true, latinOnly: true });
  const names = entriesFor({ latinOnly: true }).map(({ name }) => name);
  expect(names).toContain('MSOKO');
  expect(codes(script, { names })).toEqual([]);
  expect(script).not.toMatch(/function\s+[^\w$\s(*]/);
});

/** How many template literals a script has; a backtick in a text or an expression is none. */
function literals(script: string): number {
  let count = 0;
  const options = {
    ecmaVersion: 2020,
    onToken: ({ type }: Token) => void (type.label === '`' && count++),
  } as const;
  parse(script, options);
  return count;
}
