import type { Archive } from './archive.ts';
import { localName, readPart } from './read-part.ts';

/** Where a relationship of a part leads; `type` is its last word, equal in transitional and strict files. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** Relationships of a part (`''` = of the package), targets resolved to part names; external ones are left out. */
export function readRelationships(archive: Archive, part: string): Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const file = part.slice(folder.length);
  const found: Relationship[] = [];
  readPart(archive, `${folder}_rels/${file}.rels`, {
    open(name, attributes) {
      if (localName(name) !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      const type = attributes.get('Type') ?? '';
      found.push({
        id: attributes.get('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolve(folder, attributes.get('Target') ?? ''),
      });
    },
    close() {},
    text() {},
  });
  return found;
}

/** `xl/` + `../docProps/app.xml` → `docProps/app.xml`; a leading `/` counts from the package. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  const absolute = target.startsWith('/');
  for (const step of `${absolute ? '' : folder}${target.replace(/\\/g, '/')}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  const joined = path.join('/');
  try {
    return archiveName(joined);
  } catch {
    return joined;
  }
}

const archiveName = (target: string): string => (target.includes('%') ? decodeURIComponent(target) : target);
