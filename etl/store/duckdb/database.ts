import {
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBInstance,
  type DuckDBValue,
} from '@duckdb/node-api';

export type Row = Readonly<Record<string, DuckDBValue>>;

/** DuckDB's own size of a vector; a chunk holds no more rows. */
const chunkRows = 2048;

/**
 * A connection with the few calls the store needs. Values are always bound or appended, never part of the SQL.
 * 64-bit integers come back as numbers: nothing here counts beyond 2^53.
 */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  async run(sql: string, values: DuckDBValue[] = []): Promise<void> {
    await this.#connection.run(sql, values);
  }

  /** For small answers: all rows as objects. */
  async rows(sql: string, values: DuckDBValue[] = []): Promise<Row[]> {
    const reader = await this.#connection.runAndReadAll(sql, values);
    const rows = reader.getRowObjects();
    for (const row of rows) {
      for (const name in row) if (typeof row[name] === 'bigint') row[name] = Number(row[name]);
    }
    return rows;
  }

  /** For large answers: streamed, column by column, at most 2048 rows at a time. No 64-bit integers. */
  async chunks(
    sql: string,
    values: DuckDBValue[],
    take: (columns: DuckDBValue[][], rows: number) => void,
  ): Promise<void> {
    const result = await this.#connection.stream(sql, values);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      take(chunk.getColumns(), chunk.rowCount);
    }
  }

  /** Appends rows, each an array of values in the order of the table's columns. */
  async append(table: string, rows: readonly (readonly DuckDBValue[])[]): Promise<void> {
    if (rows.length === 0) return;
    const appender = await this.#connection.createAppender(table);
    try {
      const types = Array.from({ length: appender.columnCount }, (_, i) => appender.columnType(i));
      for (let from = 0; from < rows.length; from += chunkRows) {
        const part = rows.slice(from, from + chunkRows);
        const chunk = DuckDBDataChunk.create(types, part.length);
        chunk.setColumns(types.map((_, column) => part.map((row) => row[column] as DuckDBValue)));
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
    } catch (error) {
      // an appender that is merely dropped writes its buffered rows when it is collected, long after the rollback
      appender.clear();
      throw error;
    }
  }

  /** All or nothing; durable (the log is synced) when the promise resolves. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.#connection.run('BEGIN TRANSACTION');
    try {
      const result = await work();
      await this.#connection.run('COMMIT');
      return result;
    } catch (error) {
      // after a failed COMMIT there is nothing to roll back; the first error is the one that matters
      await this.#connection.run('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  /** Writes the log into the file and lets go of it. */
  async close(): Promise<void> {
    try {
      await this.#connection.run('CHECKPOINT');
    } finally {
      this.#connection.closeSync();
      this.#instance.closeSync();
    }
  }
}
