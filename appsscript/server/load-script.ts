import { scriptOfPage } from '../script-tag.ts';

const loaded = new Map<string, unknown>();

/**
 * A part of the add-on that is evaluated once per execution and only where it is needed: whatever stands in a .gs file is
 * parsed at every edit of a cell (decision record 031). It is our own file of the same project, built together with this
 * one; `name` is that of the page and of what it exports.
 */
export function loadScript<T>(name: string): T {
  if (!loaded.has(name)) {
    const script = scriptOfPage(HtmlService.createHtmlOutputFromFile(name).getContent());
    loaded.set(name, new Function(`${script}\nreturn msoko_${name}.${name};`)());
  }
  return loaded.get(name) as T;
}
