import type { Streams } from './context.ts';

/** One line of progress that redraws itself on a terminal and stays silent elsewhere. */
export class Progress {
  private readonly streams: Streams;
  private shown = '';

  constructor(streams: Streams) {
    this.streams = streams;
  }

  show(text: string): void {
    if (!this.streams.interactive) return;
    const line = text.slice(0, 100);
    this.streams.log(`\r${line.padEnd(this.shown.length)}`);
    this.shown = line;
  }

  /** A line that stays, on a terminal or not. */
  say(text: string): void {
    this.clear();
    this.streams.log(`${text}\n`);
  }

  clear(): void {
    if (this.shown === '') return;
    this.streams.log(`\r${' '.repeat(this.shown.length)}\r`);
    this.shown = '';
  }
}
