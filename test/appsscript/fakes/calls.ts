/** What a script asked of the services, since the counts are limited and each trip to the sheet costs time. */
export class Calls {
  readonly log: {
    readonly kind: 'read' | 'write' | 'other';
    readonly what: string;
    readonly where: string;
  }[] = [];

  add(kind: 'read' | 'write' | 'other', what: string, where = ''): void {
    this.log.push({ kind, what, where });
  }

  count(kind: 'read' | 'write'): number {
    return this.log.filter((one) => one.kind === kind).length;
  }

  clear(): void {
    this.log.length = 0;
  }
}
