import type { Ballot, Receipt } from '../model/ballot.js';
import { isChoice } from '../model/choice.js';
import type { Id } from '../model/election.js';

/** What one device keeps of one election. */
export interface Kept {
  /** Seed of the order in which this voter sees the candidates. */
  readonly seed?: number | undefined;
  /** The ballot that is on its way: kept before its first send, until the backend has answered. */
  readonly pending?: Ballot | undefined;
  readonly receipt?: Receipt | undefined;
}

/** Where it is kept. Neither method throws. */
export interface Keeper {
  read(election: Id): Kept;
  /** Puts these members over what is kept already; an `undefined` one is forgotten. */
  write(election: Id, changes: Kept): void;
}

/**
 * Keeps in `localStorage`, one key an election: `voix:election:<id>`. Where storage is closed or full
 * (private windows) it keeps in memory, and a vote survives everything but the page.
 */
export function deviceKeeper(
  storage: () => Pick<Storage, 'getItem' | 'setItem'> = () => localStorage,
): Keeper {
  const memory = new Map<string, string>();
  const keyOf = (election: Id) => `voix:election:${election}`;

  /** Other scripts write to the same storage: what makes no sense there is as good as nothing. */
  function read(election: Id): Kept {
    const key = keyOf(election);
    try {
      const kept = JSON.parse(memory.get(key) ?? storage().getItem(key) ?? '{}') as Kept;
      const ballots = [kept.pending, kept.receipt];
      if (ballots.every((ballot) => !ballot || (ballot.election === election && isChoice(ballot.choice))))
        return kept;
    } catch {
      memory.delete(key);
    }
    return {};
  }

  return {
    read,
    write(election, changes) {
      const key = keyOf(election);
      const text = JSON.stringify({ ...read(election), ...changes });
      try {
        storage().setItem(key, text);
        memory.delete(key);
      } catch {
        memory.set(key, text);
      }
    },
  };
}
