import { strFromU8, strToU8 } from 'fflate';
import type { Parts } from '../normalise.ts';
import { attributes, escapeXml, xmlDeclaration } from './xml.ts';

const relationshipsNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** Prefix of the relationship types used here. */
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Wrong use: a part that the package does not hold. */
export class MissingPart extends Error {
  override readonly name = 'MissingPart';
}

export function readPart(parts: Parts, path: string): string {
  const bytes = parts.get(path);
  if (!bytes) throw new MissingPart(path);
  return strFromU8(bytes);
}

export function writePart(parts: Parts, path: string, xml: string): void {
  parts.set(path, strToU8(xml));
}

/** Adds the content types of new parts; an entry that is there already is not doubled. */
export function addContentTypes(parts: Parts, entries: readonly string[]): void {
  const path = '[Content_Types].xml';
  const xml = readPart(parts, path);
  const added = entries.filter((entry) => !xml.includes(entry));
  writePart(parts, path, xml.replace('</Types>', `${added.join('')}</Types>`));
}

export function overrideType(path: string, type: string): string {
  return `<Override PartName="/${escapeXml(path)}" ContentType="${type}"/>`;
}

export function defaultType(extension: string, type: string): string {
  return `<Default Extension="${extension}" ContentType="${type}"/>`;
}

/** Relationships of one part, numbered rId1, rId2 … in the order they are added. */
export interface Relationships {
  /** Returns the id. `type` is the last step of the relationship type, e.g. `hyperlink`. */
  add(type: string, target: string, external?: boolean): string;
  /** Undefined as long as nothing was added. */
  readonly xml: string | undefined;
}

export function createRelationships(): Relationships {
  const items: string[] = [];
  return {
    add(type, target, external) {
      const Id = `rId${items.length + 1}`;
      const TargetMode = external ? 'External' : undefined;
      items.push(
        `<Relationship${attributes({ Id, Type: `${officeRelationships}/${type}`, Target: target, TargetMode })}/>`,
      );
      return Id;
    },
    get xml() {
      if (items.length === 0) return undefined;
      return `${xmlDeclaration}<Relationships xmlns="${relationshipsNamespace}">${items.join('')}</Relationships>`;
    },
  };
}
