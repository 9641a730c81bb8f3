import type { Appended } from '../../log/entry.js';
import type { Storage } from './storage.js';

type Listener = Parameters<Storage['onChange']>[0];

/** What a statement in an election's log changes: some change the election itself. */
export const changedBy = (statement: Appended): 'tally' | 'election' => {
  const { type } = statement;
  const isOfVoters = type === 'erasure' && statement.voters === 'all';
  return type === 'key' || type === 'moderation' || isOfVoters ? 'election' : 'tally';
};

/** Those who want to know of changes. Told in a microtask of its own: what they throw fails no commit. */
export class Changes {
  readonly #listeners = new Set<Listener>();

  on(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(...change: Parameters<Listener>): void {
    for (const listener of this.#listeners) queueMicrotask(() => listener(...change));
  }
}
