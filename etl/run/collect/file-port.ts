import { readFile } from 'node:fs/promises';
import type { Issue } from '../../../shared/issue/issue.ts';
import { isSpreadsheetPath } from '../../../shared/issue/spreadsheet.ts';
import { emptyContent } from '../../csv/content.ts';
import { readSource, type SourceContext } from '../../source/read-source.ts';
import type { SourceContent } from '../../store/store.ts';
import { contentHash } from '../fingerprint.ts';
import { type InboxFile, listFiles } from '../list-files.ts';
import type { ListedSource, OpenedSource, SourcePort } from './source-port.ts';

/** Files are refused unread above this size (contracts §8). */
export const maxFileBytes = 25 * 1024 * 1024;

/** The files below some folders; their paths are relative to the inbox. A file is known by its bytes. */
export const filePort = (inbox: string, folders: readonly string[], context: SourceContext): SourcePort => ({
  owns: (path) => !isSpreadsheetPath(path),
  list: async () => ({
    sources: (await listFiles(inbox, folders)).map((file) => toSource(file, context)),
    isComplete: true,
    issues: [],
  }),
});

const toSource = (file: InboxFile, context: SourceContext): ListedSource => ({
  path: file.path,
  fileTime: file.fileTime,
  ...(file.hidden !== undefined && { hidden: file.hidden }),
  open: () => open(file, context),
});

async function open(file: InboxFile, context: SourceContext): Promise<OpenedSource> {
  const { path, fault, size, fileTime } = file;
  if (fault !== undefined) {
    return opened(`${fault}:${path}`, () => unreadable(path, 'file.unavailable', { reason: fault }));
  }
  if (size > maxFileBytes) {
    const params = { megabytes: Math.ceil(size / 1048576) };
    return opened(`too_large:${size}:${fileTime}`, () => unreadable(path, 'file.too_large', params));
  }
  const bytes = await readFile(file.absolute).catch(codeOf);
  if (typeof bytes !== 'string') return opened(contentHash(bytes), () => readSource(path, bytes, context));
  // gone since the folder was listed: it has left; held by another program: the next run will see
  if (bytes === 'ENOENT') return { state: 'left' };
  const reason = bytes === 'EACCES' || bytes === 'EPERM' ? 'access' : 'busy';
  return { state: 'closed', issue: { code: 'file.unavailable', place: { file: path }, params: { reason } } };
}

const opened = (hash: string, content: () => SourceContent): OpenedSource => ({
  state: 'open',
  hash,
  content,
});

const unreadable = (file: string, code: Issue['code'], params: Issue['params'] = {}): SourceContent => ({
  ...emptyContent('unreadable'),
  issues: [{ code, place: { file }, params }],
});

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
