/** Prepared statements over many rows at once: crossing into the database costs more than what it does there. */
import type Database from 'libsql';

export type Value = string | number | Uint8Array | null;

/** One statement, prepared for several numbers of rows. */
export interface Chunked {
  run(rows: readonly (readonly Value[])[]): void;
  /** For a statement that answers one JSON array: the arrays of all chunks, put together. */
  ask(rows: readonly (readonly Value[])[]): unknown[];
}

/** Rows a statement takes; any number is a few of these. */
const SIZES = [64, 8, 1];

/** Prepares `before (?, …), (?, …) after`. */
export function prepareInChunks(
  connection: Database.Database,
  before: string,
  columns: number,
  after: string,
): Chunked {
  const tuple = `(${Array(columns).fill('?').join(', ')})`;
  const prepared = SIZES.map((size) => {
    const statement = connection.prepare(`${before} ${Array(size).fill(tuple).join(', ')} ${after}`);
    return { size, statement: statement.reader ? statement.raw() : statement };
  });

  function inChunks<T>(
    rows: readonly (readonly Value[])[],
    use: (statement: Database.Statement, flat: Value[]) => T,
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
