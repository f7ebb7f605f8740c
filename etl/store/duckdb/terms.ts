import type { Database } from './database.ts';

/** The words of the store (codes, statuses, tabs, cell addresses) and their numbers, counted from 0. */
export class Terms {
  readonly #texts: string[] = [];
  readonly #numbers = new Map<string, number>();
  #stored = 0;
  #appended = 0;

  static async load(db: Database): Promise<Terms> {
    const terms = new Terms();
    await db.chunks('SELECT text FROM term ORDER BY id', [], ([texts = []]) => {
      for (const text of texts) terms.number(text as string);
    });
    terms.#stored = terms.#texts.length;
    terms.#appended = terms.#stored;
    return terms;
  }

  /** The number of a word, giving it the next one if it is new; `append` then stores it. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.length;
    this.#texts.push(text);
    this.#numbers.set(text, number);
    return number;
  }

  /** The number of a word, or -1, which no row has. */
  find(text: string): number {
    return this.#numbers.get(text) ?? -1;
  }

  text(number: number): string {
    return this.#texts[number]!;
  }

  /** Stores the new words, inside the caller's transaction. */
  async append(db: Database): Promise<void> {
    const fresh = this.#texts.slice(this.#stored).map((text, i) => [this.#stored + i, text]);
    await db.append('term', fresh);
    this.#appended = this.#texts.length;
  }

  /** The transaction ended well. */
  committed(): void {
    this.#stored = this.#appended;
  }

  /** The transaction failed: its words were not stored. */
  rolledBack(): void {
    for (const text of this.#texts.splice(this.#stored)) this.#numbers.delete(text);
    this.#appended = this.#stored;
  }
}
