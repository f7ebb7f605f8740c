import type { Entry } from '../entries.ts';
import { functionHelp } from './function-help.ts';

const comment = (lines: readonly string[]): string =>
  `/**\n${lines.map((line) => ` * ${line}\n`).join('')} */\n`;

/** What a person asks for is loaded then; triggers and functions are there at once. */
const room = (kind: Entry['kind']): string => (kind === 'menu' || kind === 'call' ? 'desk()' : 'handlers');

/**
 * Apps Script finds menu items, triggers, page calls and custom functions among top-level function declarations only,
 * so each entry gets one that passes on to the bundle. Custom functions keep their help, which Sheets shows.
 */
export function footer(entries: readonly Entry[], globalName: string): string {
  return entries
    .map(({ kind, name, parameters, handler = name }) => {
      const list = parameters.join(', ');
      const head = kind === 'function' ? comment([...functionHelp(name, parameters), '@customfunction']) : '';
      return `${head}function ${name}(${list}){return ${globalName}.${room(kind)}.${handler}(${list})}\n`;
    })
    .join('');
}
