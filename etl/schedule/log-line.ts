import { zonedText } from './zoned-time.ts';

/** `2026-11-23 03:00:05+03:00 …`, always one line, so that every line of the log bears its time. */
export function logLine(text: string, zone: string, now: number): string {
  return `${zonedText(now, zone).replace('T', ' ')} ${text.trim().replace(/\s*\n\s*/g, '; ')}\n`;
}

/** Lines that `logLine` made; anything else on a process's standard error is not for the log. */
export const isLogLine = (line: string): boolean =>
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d\d:\d\d /.test(line);
