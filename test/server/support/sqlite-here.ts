import { errorOf, failureOf, type Writing } from '../../../src/server/storage/sqlite-calls.js';
import { openWriting } from '../../../src/server/storage/sqlite-writing.js';
import { openWith, type SqliteOptions, type StartWriter } from '../../../src/server/storage/sqlite.js';
import type { Storage } from '../../../src/server/storage/storage.js';

/**
 * What the writing thread does, on this one, one call after the other: to start a thread takes longer than most tests.
 * What would cross to it, and back, is copied as if it did.
 */
const startHere: StartWriter = async (options) => {
  const writing = openWriting(options);
  let last: Promise<unknown> = Promise.resolve();
  const call = <Name extends keyof Writing>(
    name: Name,
    ...args: Parameters<Writing[Name]>
  ): Promise<Awaited<ReturnType<Writing[Name]>>> => {
    const sent = structuredClone(args) as readonly unknown[];
    const does = writing[name] as (...given: readonly unknown[]) => ReturnType<Writing[Name]>;
    const done = last
      .then(() => does(...sent))
      .then(
        (result) => structuredClone(result) as Awaited<ReturnType<Writing[Name]>>,
        (thrown: unknown) => {
          throw errorOf(structuredClone(failureOf(thrown)));
        },
      );
    last = done.catch(() => undefined);
    return done;
  };
  return { call, close: () => call('close') };
};

/** A real database in a file, for tests of what stands upon it. */
export const openSqliteHere = (database: string, options: SqliteOptions): Promise<Storage> =>
  openWith(startHere, database, options);
