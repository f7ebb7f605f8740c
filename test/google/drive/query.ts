import { ApiError } from '../errors.ts';
import type { World } from '../world.ts';
import { isTrashed } from './access.ts';
import type { DriveFile } from './model.ts';

type Test = (file: DriveFile) => boolean;

const TOKEN = /\s*(?:('(?:[^'\\]|\\.)*')|([{}()=]|!=|<=|>=|<|>)|([A-Za-z]+))/y;

/**
 * Parses `q` of files.list: parents, mimeType, trashed, name, fullText excluded, appProperties/properties has,
 * modifiedTime, sharedWithMe, joined by and/or/not and parentheses.
 * @throws ApiError 400 «Invalid Value» on anything else
 */
export function parseQuery(text: string, world: World, account: string, root: string): Test {
  const invalid = (): never => {
    throw new ApiError(400, 'Invalid Value', { reason: 'invalid' });
  };
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  let end = 0;
  for (let hit = TOKEN.exec(text); hit; hit = TOKEN.exec(text)) {
    tokens.push(hit[1] ?? hit[2] ?? hit[3]!);
    end = TOKEN.lastIndex;
  }
  if (text.slice(end).trim() !== '') invalid();
  let at = 0;
  const take = (...wanted: string[]): string | undefined =>
    tokens[at] !== undefined && wanted.includes(tokens[at]!) ? tokens[at++] : undefined;
  const need = (wanted: string): void => {
    if (!take(wanted)) invalid();
  };
  const quoted = (): string => {
    const token = tokens[at++] ?? '';
    if (!token.startsWith("'")) invalid();
    return token.slice(1, -1).replace(/\\(.)/g, '$1');
  };
  const or = (): Test => {
    let left = and();
    while (take('or')) {
      const [a, b] = [left, and()];
      left = (file) => a(file) || b(file);
    }
    return left;
  };
  const and = (): Test => {
    let left = not();
    while (take('and')) {
      const [a, b] = [left, not()];
      left = (file) => a(file) && b(file);
    }
    return left;
  };
  const not = (): Test => {
    if (!take('not')) return term();
    const inner = not();
    return (file) => !inner(file);
  };
  const term = (): Test => {
    if (take('(')) {
      const inner = or();
      need(')');
      return inner;
    }
    if (tokens[at]?.startsWith("'")) {
      const value = quoted();
      need('in');
      const list = tokens[at++];
      if (list === 'parents') return (file) => file.parents.includes(value === 'root' ? root : value);
      if (list === 'owners') return (file) => file.owner === (value === 'me' ? account : value);
      return invalid();
    }
    const field = tokens[at++] ?? '';
    if (field === 'sharedWithMe') return (file) => file.owner !== account && file.driveId === undefined;
    const sign = tokens[at++] ?? '';
    if (field === 'trashed' && (sign === '=' || sign === '!=')) {
      const value = take('true', 'false') ?? invalid();
      return (file) => (isTrashed(world, file) === (value === 'true')) === (sign === '=');
    }
    if ((field === 'appProperties' || field === 'properties') && sign === 'has') {
      need('{');
      need('key');
      need('=');
      const key = quoted();
      need('and');
      need('value');
      need('=');
      const value = quoted();
      need('}');
      return (file) => file[field][key] === value;
    }
    if (field === 'name' || field === 'mimeType') {
      const value = quoted();
      if (sign === '=') return (file) => file[field].toLowerCase() === value.toLowerCase();
      if (sign === '!=') return (file) => file[field].toLowerCase() !== value.toLowerCase();
      // documented: `contains` on names matches prefixes of words only
      if (sign === 'contains')
        return (file) =>
          file[field].toLowerCase().startsWith(value.toLowerCase()) ||
          file[field].toLowerCase().includes(` ${value.toLowerCase()}`);
      return invalid();
    }
    if (field === 'modifiedTime' || field === 'createdTime') {
      const value = Date.parse(quoted());
      if (Number.isNaN(value)) invalid();
      const compare: Record<string, (time: number) => boolean> = {
        '>': (time) => time > value,
        '>=': (time) => time >= value,
        '<': (time) => time < value,
        '<=': (time) => time <= value,
        '=': (time) => time === value,
        '!=': (time) => time !== value,
      };
      const test = compare[sign] ?? invalid();
      return (file) => test(Date.parse(file[field]));
    }
    return invalid();
  };
  const test = or();
  if (at < tokens.length) invalid();
  return test;
}
