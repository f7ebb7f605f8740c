/**
 * `read`, `write`: contents or looks of a range · `ask`: a trip that gives places, no contents (where cells are merged, where
 * formulas stand, whether one may write).
 */
type Kind = 'read' | 'write' | 'ask' | 'other';

/** What a script asked of the services, since the counts are limited and each trip to the sheet costs time. */
export class Calls {
  readonly log: {
    readonly kind: Kind;
    readonly what: string;
    readonly where: string;
  }[] = [];

  add(kind: Kind, what: string, where = ''): void {
    this.log.push({ kind, what, where });
  }

  count(kind: Kind): number {
    return this.log.filter((one) => one.kind === kind).length;
  }

  clear(): void {
    this.log.length = 0;
  }
}
