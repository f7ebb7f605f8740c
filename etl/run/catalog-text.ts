import type { Workspace } from '../workspace/open-workspace.ts';

const texts = new WeakMap<Workspace, string>();

/**
 * The whole catalogue as text, for fingerprints; made once per workspace, whatever the number of outputs. Built-in rows
 * that were left out stand in no output: looking for what each of them may have meant would cost half a run.
 */
export function catalogText(workspace: Workspace): string {
  let text = texts.get(workspace);
  if (text === undefined) {
    text = JSON.stringify(workspace.catalog, (key, value) =>
      key === 'leftOut' ? undefined : value instanceof Map ? [...value] : value,
    );
    texts.set(workspace, text);
  }
  return text;
}
