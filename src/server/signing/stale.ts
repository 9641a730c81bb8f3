import { ElectionError } from '../../model/errors.js';

/** What happened, and what to do. Nothing is signed any more, and no ballot taken. */
const stale = (what: string): ElectionError => new ElectionError('log-stale', { detail: what });

/** Whoever tries things out deletes the data folder, and means it. */
const ANEW = 'After a mere trial, begin with a new key.';

export const behind = (origin: string, size: number, signed: number, by: string): ElectionError =>
  stale(
    `the log of ${origin} has ${size} entries here, and ${by} knows one of ${signed}: the database is an old copy. ` +
      'Restore the newest one. Where it is lost, hold the election anew, under another id: what was signed cannot be taken back. ' +
      ANEW,
  );

export const forked = (origin: string, size: number, by: string): ElectionError =>
  stale(
    `the log of ${origin} is not the one that ${by} knows: up to entry ${size - 1} they differ. ` +
      `Restore the database that goes with the key, or give the key that goes with the database. ${ANEW}`,
  );

export const otherKey = (origin: string, key: string): ElectionError =>
  stale(
    `the log of ${origin} is signed by ${key}, and this server has another key. ` +
      'Give it that key; where it is lost, or was changed on purpose, `voix rotate-key` puts a new one in force.',
  );

export const isStale = (thrown: unknown): thrown is ElectionError =>
  thrown instanceof ElectionError && thrown.code === 'log-stale';

/** The log that a vkey signs: a key's name is its log's origin. */
export const originOf = (vkey: string): string => vkey.slice(0, vkey.indexOf('+'));
