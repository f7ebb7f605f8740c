import type { WorkbookLimits } from './limits.ts';
import { Unreadable } from './unreadable.ts';

/** One entry of the central directory; sizes are what the directory claims. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  /** Position of the local header. */
  readonly offset: number;
}

const endLength = 22;
const most = 0xffffffff;

/**
 * Reads the central directory, zip64 included, and refuses what claims to be a bomb before anything is inflated.
 * Throws Unreadable: file.truncated where the directory is missing or points outside, file.bomb by total or ratio.
 */
export function readDirectory(bytes: Uint8Array, limits: WorkbookLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw new Unreadable('file.truncated');
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let start = view.getUint32(end + 16, true);
  let limit = end;
  if (count === 0xffff || size === most || start === most) {
    const wide = findWideEnd(view, end);
    if (wide !== undefined) {
      count = big(view, wide + 32);
      size = big(view, wide + 40);
      start = big(view, wide + 48);
      limit = wide;
    }
  }
  // bytes before the first header (a self-extractor, a stray line) shift every position
  const shift = limit - size - start;
  if (shift < 0 || start + shift + count * 46 > limit) throw new Unreadable('file.truncated');
  if (count > limits.parts) throw new Unreadable('file.bomb', { parts: count });
  const entries: ZipEntry[] = [];
  let at = start + shift;
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > limit || view.getUint32(at, true) !== 0x02014b50) throw new Unreadable('file.truncated');
    const entry = readEntry(view, bytes, at, shift);
    total += entry.size;
    if (total > limits.inflatedBytes)
      throw new Unreadable('file.bomb', { megabytes: Math.ceil(total / 1048576) });
    entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (total > limits.ratio * bytes.length) {
    throw new Unreadable('file.bomb', { megabytes: Math.ceil(total / 1048576) });
  }
  return entries;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, shift: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  if (at + 46 + nameLength + extraLength > bytes.length) throw new Unreadable('file.truncated');
  let compressed = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  // zip64 extra field: only the values that do not fit, in this order
  let extra = at + 46 + nameLength;
  const extraEnd = extra + extraLength;
  while (extra + 4 <= extraEnd) {
    const length = view.getUint16(extra + 2, true);
    if (view.getUint16(extra, true) === 1) {
      let field = extra + 4;
      const next = (): number => {
        if (field + 8 > extraEnd) throw new Unreadable('file.truncated');
        field += 8;
        return big(view, field - 8);
      };
      if (size === most) size = next();
      if (compressed === most) compressed = next();
      if (offset === most) offset = next();
    }
    extra += 4 + length;
  }
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    compressed,
    size,
    offset: offset + shift,
  };
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endLength - 0xffff);
  for (let at = view.byteLength - endLength; at >= first; at--) {
    if (
      view.getUint32(at, true) === 0x06054b50 &&
      at + endLength + view.getUint16(at + 20, true) <= view.byteLength
    ) {
      return at;
    }
  }
  return -1;
}

function findWideEnd(view: DataView, end: number): number | undefined {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return undefined;
  const at = big(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== 0x06064b50) throw new Unreadable('file.truncated');
  return at;
}

const big = (view: DataView, at: number): number => {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw new Unreadable('file.truncated');
  return value;
};
