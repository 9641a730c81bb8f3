import type { Election, Id } from '../model/election.js';
import { base64url } from '../log/base64.js';
import { publicAddresses } from './public-addresses.js';
import type { Secrets } from './secrets.js';
import type { Storage, Witness } from './storage/storage.js';

/** An election as the handlers need it: read once, not at every vote. */
export interface Listed {
  readonly election: Election;
  readonly origins: readonly string[];
  /** The election as it is sent. */
  readonly json: string;
  /** What the page needs to check a receipt, as it is sent; `undefined` where the log is not signed. */
  readonly log: string | undefined;
  /** Changes with the election; part of its ETag. */
  readonly tag: string;
  /** The voting hours, ms since 1970; the last is excluded. */
  readonly opens: number;
  readonly closes: number;
  /** The name under which voters' pseudonyms are made. */
  readonly voters: string;
  /** What opens the results to those who have voted. */
  readonly pass: string;
  /** The vkey that signs the log. */
  readonly key: string | undefined;
  readonly witnesses: readonly Witness[];
  /** The candidates' numbers in the log. */
  readonly numbers: ReadonlyMap<Id, number>;
}

export interface Catalogue {
  /** The election, at once where it was read before; `undefined` where there is none. */
  get(id: Id): Listed | undefined | Promise<Listed | undefined>;
  /** To be called when the election may have changed: the next `get` reads it again. */
  forget(id: Id): void;
}

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * Elections in memory. Unknown ids are not kept: they are as many as one likes to invent.
 * @param origin the backend's, for pages of others: see `publicAddresses`
 */
export function createCatalogue(
  storage: Pick<Storage, 'election' | 'log' | 'topics'>,
  secrets: Secrets,
  origin?: string,
): Catalogue {
  const known = new Map<Id, Listed | Promise<Listed | undefined>>();

  async function read(id: Id): Promise<Listed | undefined> {
    const stored = await storage.election(id);
    if (!stored) return undefined;
    const { election, origins, key, witnesses = [] } = stored;
    const json = JSON.stringify(election, publicAddresses(origin));
    const numbers = (await storage.log?.numbers(id)) ?? new Map<Id, number>();
    const salt = await storage.topics?.retention.saltOf(id);
    const known = {
      key,
      witnesses: witnesses.map((witness) => witness.key),
      numbers: Object.fromEntries(numbers),
    };
    const log = key === undefined ? undefined : JSON.stringify(known);
    return {
      election,
      origins,
      json,
      log,
      tag: await tagOf(json + log),
      opens: Date.parse(election.calendar.voting),
      closes: Date.parse(election.calendar.counting),
      voters: salt === undefined ? id : `${id}|${salt}`,
      pass: await secrets.pass(id),
      key,
      witnesses,
      numbers,
    };
  }

  function get(id: Id): ReturnType<Catalogue['get']> {
    const kept = known.get(id);
    if (kept) return kept;
    if (!ID.test(id)) return undefined;
    const reading = read(id);
    known.set(id, reading);
    const settle = (listed?: Listed) => {
      if (known.get(id) !== reading) return;
      if (listed) known.set(id, listed);
      else known.delete(id);
    };
    reading.then(settle, () => settle());
    return reading;
  }

  return { get, forget: (id) => void known.delete(id) };
}

async function tagOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return base64url(new Uint8Array(digest, 0, 9));
}
