/** Values of all units at once; where `status` is not 0 the value means nothing. */
export interface Vector {
  readonly values: Float64Array;
  /** See status.ts. */
  readonly status: Uint8Array;
  /** Belongs to the pool: give it back when done. */
  readonly pooled: boolean;
}

/** Lends arrays of one length, so that evaluating thousands of expressions allocates a handful of vectors. */
export class Pool {
  readonly length: number;
  private readonly free: Vector[] = [];

  constructor(length: number) {
    this.length = length;
  }

  /** Contents are left over from earlier use: write every unit. */
  take(): Vector {
    return (
      this.free.pop() ?? {
        values: new Float64Array(this.length),
        status: new Uint8Array(this.length),
        pooled: true,
      }
    );
  }

  give(vector: Vector): void {
    if (vector.pooled) this.free.push(vector);
  }
}
