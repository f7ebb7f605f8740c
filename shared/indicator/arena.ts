/** A stretch of a longer array, beginning with `from`. Views would say the same, but take far longer to make. */
export interface Run<T> {
  readonly of: T;
  readonly from: number;
}

const pageLength = 1 << 14;

/** Cuts stretches from pages of numbers of one type. */
class Pages<T extends { readonly length: number }> {
  private readonly make: (length: number) => T;
  private page: T | undefined;
  private used = 0;

  constructor(make: (length: number) => T) {
    this.make = make;
  }

  take(length: number): Run<T> {
    let page = this.page;
    if (page === undefined || this.used + length > page.length) {
      page = this.make(Math.max(pageLength, length));
      this.page = page;
      this.used = 0;
    }
    const from = this.used;
    this.used += length;
    return { of: page, from };
  }
}

/**
 * Room for the tens of thousands of small arrays of a table, each of which would otherwise be a piece of memory for
 * the garbage collector to look after. All go with the table.
 */
export class Arena {
  private readonly ofFloats = new Pages((length) => new Float64Array(length));
  private readonly ofIntegers = new Pages((length) => new Int32Array(length));
  private readonly ofBytes = new Pages((length) => new Uint8Array(length));

  floats(length: number): Run<Float64Array> {
    return this.ofFloats.take(length);
  }

  integers(length: number): Run<Int32Array> {
    return this.ofIntegers.take(length);
  }

  bytes(length: number): Run<Uint8Array> {
    return this.ofBytes.take(length);
  }
}
