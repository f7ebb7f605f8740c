/** An id of Google Drive as it stands alone. */
const bare = /^[A-Za-z0-9_-]+$/;
/** `…/folders/<id>`, `…/d/<id>`, `…?id=<id>`, with whatever the browser adds behind. */
const linked = /(?:\/folders\/|\/d\/|[?&]id=)([A-Za-z0-9_-]+)(?=$|[/?&#])/;

/** The id of a folder or file on Google Drive from what a person pastes: the id or the address; else undefined. */
export function googleId(text: string): string | undefined {
  const trimmed = text.trim();
  if (bare.test(trimmed)) return trimmed;
  if (!/^https:\/\/(?:drive|docs)\.google\.com\//.test(trimmed)) return undefined;
  return linked.exec(trimmed)?.[1];
}
