import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { describe, expect, it } from 'vitest';
import { folderType, spreadsheetType } from '../../../../etl/google/read/drive-files.ts';
import { sortChanges } from '../../../../etl/google/read/sort-changes.ts';

type Change = drive_v3.Schema$Change;

const file = (fileId: string, more: drive_v3.Schema$File = {}): Change => ({
  changeType: 'file',
  fileId,
  removed: false,
  file: { name: fileId, mimeType: spreadsheetType, parents: ['root'], modifiedTime: 't', ...more },
});
const gone = (fileId: string): Change => ({ changeType: 'file', fileId, removed: true });
const drive = (driveId: string, removed: boolean): Change => ({ changeType: 'drive', driveId, removed });

/** What the changes mean for the folder `root` with the subfolder `sub` in the Shared Drive `d`. */
function meaning(...changes: Change[]) {
  const sorted = sortChanges(changes, 'root', 'd', new Set(['root', 'sub']));
  return {
    changed: [...sorted.changed.keys()],
    left: [...sorted.left],
    ...(sorted.isRearranged && { isRearranged: true }),
    ...(sorted.isLost && { isLost: true }),
  };
}

describe('changes of a folder', () => {
  it.each<[string, Change[], ReturnType<typeof meaning>]>([
    ['nothing', [], { changed: [], left: [] }],
    ['a spreadsheet', [file('a')], { changed: ['a'], left: [] }],
    ['one in a subfolder', [file('a', { parents: ['sub'] })], { changed: ['a'], left: [] }],
    ['one elsewhere', [file('a', { parents: ['else'] })], { changed: [], left: ['a'] }],
    ['one without a parent we see', [file('a', { parents: null })], { changed: [], left: ['a'] }],
    ['one in the bin', [file('a', { trashed: true })], { changed: [], left: ['a'] }],
    ['one taken from us', [gone('a')], { changed: [], left: ['a'] }],
    ['one that came back', [gone('a'), file('a')], { changed: ['a'], left: [] }],
    ['one that changed and left', [file('a'), gone('a')], { changed: [], left: ['a'] }],
    ['the ministry', [file('a', { appProperties: { msokoKind: 'ministry' } })], { changed: [], left: ['a'] }],
    ['a text', [file('a', { mimeType: 'text/plain' })], { changed: [], left: ['a'] }],
    [
      'a new subfolder',
      [file('n', { mimeType: folderType })],
      { changed: [], left: ['n'], isRearranged: true },
    ],
    [
      'a subfolder elsewhere',
      [file('n', { mimeType: folderType, parents: ['x'] })],
      { changed: [], left: ['n'] },
    ],
    ['our subfolder gone', [gone('sub')], { changed: [], left: ['sub'], isRearranged: true }],
    ['the folder gone', [gone('root')], { changed: [], left: [], isLost: true }],
    ['the folder back', [gone('root'), file('root', { mimeType: folderType })], { changed: [], left: [] }],
    ['the Shared Drive gone', [drive('d', true)], { changed: [], left: [], isLost: true }],
    ['the Shared Drive renamed', [drive('d', false)], { changed: [], left: [] }],
    ['another Shared Drive gone', [drive('e', true)], { changed: [], left: [] }],
  ])('%s', (_, changes, expected) => {
    expect(meaning(...changes)).toEqual(expected);
  });
});
