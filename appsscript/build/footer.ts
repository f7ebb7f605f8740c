import type { Entry } from '../entries.ts';
import { functionHelp } from './function-help.ts';

const comment = (lines: readonly string[]): string =>
  `/**\n${lines.map((line) => ` * ${line}\n`).join('')} */\n`;

/**
 * Apps Script finds menu items, triggers, page calls and custom functions among top-level function declarations only,
 * so each entry gets one that passes on: to the bundle where it is one of `own`, else to what is read later. Custom
 * functions keep their help, which Sheets shows.
 */
export function footer(entries: readonly Entry[], own: readonly string[], globalName: string): string {
  return entries
    .map(({ kind, name, parameters }) => {
      const list = parameters.join(', ');
      const head = kind === 'function' ? comment([...(functionHelp[name] ?? []), '@customfunction']) : '';
      const passed = own.includes(name) ? `handlers.${name}(${list})` : `later('${name}', [${list}])`;
      return `${head}function ${name}(${list}) { return ${globalName}.${passed}; }\n`;
    })
    .join('');
}
