import type { Workspace } from '../workspace/open-workspace.ts';

const texts = new WeakMap<Workspace, string>();

/** The whole catalogue as text, for fingerprints; made once per workspace, whatever the number of outputs. */
export function catalogText(workspace: Workspace): string {
  let text = texts.get(workspace);
  if (text === undefined) {
    text = JSON.stringify(workspace.catalog, (_, value) => (value instanceof Map ? [...value] : value));
    texts.set(workspace, text);
  }
  return text;
}
