/**
 * Text of a CSV file: a byte order mark decides, else UTF-16 where every other byte is zero, else UTF-8 where the bytes
 * are valid UTF-8, else windows-1251. Undefined for bytes that are no text: zeros inside, or UTF-8 with a few bad bytes,
 * which in windows-1251 would be read as nonsense.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return wideText(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return isDamagedUtf8(bytes) ? undefined : new TextDecoder('windows-1251').decode(bytes);
  }
}

/** UTF-16 that lost its mark: the header's Latin letters have a zero before or behind each. */
function wideText(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 64);
  if (bytes.length % 2 !== 0 || head.length < 16) return undefined;
  const zeros = (from: number): number => head.filter((byte, at) => at % 2 === from && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd * 2 === head.length && even === 0) return new TextDecoder('utf-16le').decode(bytes);
  return even * 2 === head.length && odd === 0 ? new TextDecoder('utf-16be').decode(bytes) : undefined;
}

/** Far more well-formed Cyrillic letters than faults: windows-1251 read as UTF-8 gives hardly any. */
export function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let faults = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) faults++;
    else if (code >= 0x400 && code < 0x460) letters++;
  }
  return faults > 0 && letters > 4 * faults;
}
