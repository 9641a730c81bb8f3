/** Prepared statements over many rows at once: crossing into the database costs more than what it does there. */
import AsyncDatabase from 'libsql/promise';

export type Value = string | number | null;

/** What is used of `libsql/promise`. `exec` runs on another thread; statements run at once, on this one. */
export interface AsyncConnection {
  readonly inTransaction: boolean;
  exec(sql: string): Promise<unknown>;
  prepare(sql: string): Promise<Statement>;
  close(): void;
}

/** The package's types leave out what is there, and know nothing of statements. */
export const openAsync = (path: string, busy: number): AsyncConnection =>
  new AsyncDatabase(path, { timeout: busy }) as unknown as AsyncConnection;

export interface Statement {
  readonly reader: boolean;
  raw(): Statement;
  run(parameters: readonly Value[]): unknown;
  get(parameters: readonly Value[]): unknown;
}

/** One statement, prepared for several numbers of rows. */
export interface Chunked {
  run(rows: readonly (readonly Value[])[]): void;
  /** For a statement that answers one JSON array: the arrays of all chunks, put together. */
  ask(rows: readonly (readonly Value[])[]): unknown[];
}

/** Rows a statement takes; any number is a few of these. */
const SIZES = [64, 8, 1];

/** Prepares `before (?, …), (?, …) after`. */
export async function prepareInChunks(
  connection: AsyncConnection,
  before: string,
  columns: number,
  after: string,
): Promise<Chunked> {
  const tuple = `(${Array(columns).fill('?').join(', ')})`;
  const prepared: { size: number; statement: Statement }[] = [];
  for (const size of SIZES) {
    const statement = await connection.prepare(`${before} ${Array(size).fill(tuple).join(', ')} ${after}`);
    prepared.push({ size, statement: statement.reader ? statement.raw() : statement });
  }

  function inChunks<T>(
    rows: readonly (readonly Value[])[],
    use: (statement: Statement, flat: Value[]) => T,
  ): T[] {
    const used: T[] = [];
    let from = 0;
    for (const { size, statement } of prepared)
      for (; rows.length - from >= size; from += size)
        used.push(use(statement, rows.slice(from, from + size).flat()));
    return used;
  }

  return {
    run: (rows) => void inChunks(rows, (statement, flat) => statement.run(flat)),
    ask: (rows) => inChunks(rows, (statement, flat) => jsonIn(statement.get(flat))).flat(),
  };
}

function jsonIn(row: unknown): unknown[] {
  const [text] = row as [string];
  return text === '[]' ? [] : (JSON.parse(text) as unknown[]);
}
