import type { FileIssueCode } from './unreadable.ts';

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const holds = (bytes: Uint8Array, stream: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(stream, 'utf16le'));

/**
 * What an OLE compound file (the container of Office 97–2003 and of encrypted workbooks) holds, told by the names
 * of its streams; undefined where the bytes are no compound file.
 */
export function compoundFileIssue(bytes: Uint8Array): FileIssueCode | undefined {
  if (signature.some((byte, i) => bytes[i] !== byte)) return undefined;
  if (holds(bytes, 'EncryptedPackage')) return 'file.encrypted';
  return holds(bytes, 'Workbook\0') || holds(bytes, 'Book\0') ? 'file.xls' : 'file.not_zip';
}
