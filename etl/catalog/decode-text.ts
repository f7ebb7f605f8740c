const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows = new TextDecoder('windows-1251');

/** Bytes of a text file: UTF-8 with or without BOM, else windows-1251, as Russian Excel saves CSV. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return windows.decode(bytes);
  }
}
