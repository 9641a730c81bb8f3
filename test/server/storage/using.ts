import { after, it } from 'node:test';
import type { Storage, StorageOptions } from '../../../src/server/storage/storage.js';
import { DURING } from '../support/backend.js';

/** Opens the same place each time. Tests share it, each with elections of its own. */
export type Open = (options: StorageOptions) => Promise<Storage>;

/** Runs with a storage that is closed whatever happens. */
export type Using = (
  test: (storage: Storage) => Promise<void>,
  options?: Partial<StorageOptions>,
) => Promise<void>;

export type Shows = (name: string, ...using: Parameters<Using>) => void;

/** A storage of its own. */
export const usingOwn =
  (open: Open): Using =>
  async (test, options) => {
    const storage = await open({ now: () => DURING, ...options });
    try {
      await test(storage);
    } finally {
      await storage.close();
    }
  };

/**
 * One storage for all tests of a suite, at the time that each of them gives; a test that gives other options has
 * its own. To be called in the suite's `describe`.
 */
export function usingOne(open: Open): Using {
  let now = () => DURING;
  let opened: Promise<Storage> | undefined;
  after(async () => (await opened)?.close());
  const own = usingOwn(open);
  return async (test, options = {}) => {
    const { now: time = () => DURING, ...others } = options;
    if (Object.keys(others).length) return own(test, options);
    now = time;
    opened ??= open({ now: () => now() });
    return test(await opened);
  };
}

export const showing =
  (using: Using): Shows =>
  (name, test, options) =>
    void it(name, () => using(test, options));
