import { type Node, parse } from 'acorn';

/** What a script at Google may use besides the language: no timers, no fetch, no DOM, no Node. */
const allowed: ReadonlySet<string> = new Set([
  ...['SpreadsheetApp', 'HtmlService', 'PropertiesService', 'CacheService', 'LockService', 'Utilities'],
  ...['MailApp', 'ScriptApp', 'Session'],
  ...['Array', 'Boolean', 'Date', 'Error', 'Float64Array', 'Function', 'Int32Array', 'JSON', 'Map', 'Math'],
  ...['Number', 'Object', 'Promise', 'RangeError', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol'],
  ...['SyntaxError', 'TypeError', 'Uint8Array', 'WeakMap', 'WeakSet', 'BigInt', 'Uint32Array'],
  ...['Infinity', 'NaN', 'undefined', 'isNaN', 'parseInt', 'parseFloat', 'arguments'],
]);

/** Bytes of the server's script: it is parsed anew at every edit of a cell. */
export const maxServerBytes = 60_000;

export interface ScriptFault {
  readonly code: 'syntax' | 'global' | 'entry' | 'size';
  readonly detail: string;
}

type AnyNode = Node & Record<string, unknown>;

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function walk(node: AnyNode, visit: (node: AnyNode, parent: AnyNode | undefined, key: string) => void): void {
  const step = (at: AnyNode, parent: AnyNode | undefined, key: string): void => {
    visit(at, parent, key);
    for (const [name, value] of Object.entries(at)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) step(child, at, name);
    }
  };
  step(node, undefined, '');
}

/** Names that a pattern binds; what it takes in place of a missing value is used, not bound. */
function bound(pattern: unknown, into: Set<string>): void {
  if (!isNode(pattern)) return;
  if (pattern.type === 'Identifier') into.add(String(pattern.name));
  const parts = [pattern.left, pattern.argument, pattern.elements, pattern.properties];
  if (pattern.type === 'Property') parts.push(pattern.value);
  for (const part of parts) for (const one of Array.isArray(part) ? part : [part]) bound(one, into);
}

const isPropertyName = (node: AnyNode, parent: AnyNode | undefined, key: string): boolean =>
  (parent?.type === 'MemberExpression' && key === 'property' && parent.computed === false) ||
  ((parent?.type === 'Property' || parent?.type === 'MethodDefinition') &&
    key === 'key' &&
    parent.computed === false &&
    parent.value !== node) ||
  (['LabeledStatement', 'BreakStatement', 'ContinueStatement'].includes(parent?.type ?? '') &&
    key === 'label');

/** Identifiers that nothing in the script declares. Scopes are not told apart: no minified local is named like a global. */
function freeNames(program: AnyNode): Set<string> {
  const declared = new Set<string>();
  const used = new Set<string>();
  walk(program, (node, parent, key) => {
    if (node.type === 'VariableDeclarator') bound(node.id, declared);
    if (/Function/.test(node.type) || node.type === 'ClassDeclaration' || node.type === 'ClassExpression') {
      bound(node.id, declared);
      for (const parameter of (node.params as unknown[] | undefined) ?? []) bound(parameter, declared);
    }
    if (node.type === 'CatchClause') bound(node.param, declared);
    if (node.type === 'Identifier' && !isPropertyName(node, parent, key)) used.add(String(node.name));
  });
  return new Set([...used].filter((name) => !declared.has(name)));
}

/**
 * Whether a built script can run at Google: ES2019, every entry point a top-level function, nothing used that is not
 * there, within its size. Without `names` and `limit` only the first and the third.
 */
export function checkScript(
  script: string,
  { names = [], limit = Number.POSITIVE_INFINITY }: { names?: readonly string[]; limit?: number } = {},
): ScriptFault[] {
  const bytes = new TextEncoder().encode(script).length;
  const faults: ScriptFault[] = bytes > limit ? [{ code: 'size', detail: `${bytes} > ${limit}` }] : [];
  let program: ReturnType<typeof parse>;
  try {
    program = parse(script, { ecmaVersion: 2019, sourceType: 'script' });
  } catch (error) {
    return [...faults, { code: 'syntax', detail: String(error) }];
  }
  const top = new Set(
    program.body.flatMap((node) => (node.type === 'FunctionDeclaration' ? [node.id.name] : [])),
  );
  for (const name of names) if (!top.has(name)) faults.push({ code: 'entry', detail: name });
  for (const name of freeNames(program as unknown as AnyNode))
    if (!allowed.has(name)) faults.push({ code: 'global', detail: name });
  return faults;
}
