/** Copies of an SQLite file. */
import Database from 'libsql';

/** Milliseconds to wait for a server that writes. */
const BUSY = 10_000;

/**
 * Writes the database, as it is at one instant, into a new file. A server may write meanwhile.
 * @throws what SQLite says
 */
export function copyDatabase(from: string, to: string): void {
  const database = new Database(from, { timeout: BUSY, readonly: true });
  try {
    database.prepare('VACUUM INTO ?').run([to]);
  } finally {
    database.close();
  }
}

/** @throws Error saying what is damaged, where something is */
export function checkDatabase(file: string): void {
  const database = new Database(file, { readonly: true });
  try {
    const [said] = database.prepare('PRAGMA quick_check').raw().get([]) as [string];
    if (said !== 'ok') throw new Error(said);
  } finally {
    database.close();
  }
}
