import { one, type Params } from './drive/access.ts';
import { type Mask, parseMask } from './mask.ts';
import type { World } from './world.ts';

/** One call: who, with which parameters and body. */
export interface Call {
  readonly world: World;
  readonly account: string;
  readonly params: Params;
  readonly body: unknown;
  readonly content?: Buffer;
}

export const list = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

export const maskOf = (call: Call, fallback?: string): Mask | undefined => {
  const text = one(call.params, 'fields') ?? fallback;
  return text === undefined ? undefined : parseMask(text);
};

/** A part of the path. */
export const idIn = (call: Call, name: string): string => one(call.params, name)!;

/** What answers a method; undefined stands for 204 No Content. */
export type Methods = Readonly<Record<string, (call: Call) => unknown>>;
