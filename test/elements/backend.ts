/** A backend in memory for the tests of elements, its clock in mid-vote. */
import { memoryAdapter, type MemoryAdapter } from '../../src/adapters/memory/memory.js';
import type { Election } from '../../src/model/election.js';
import { during } from './snapshots.js';

export const clockAt = (instant: string) => ({ now: () => Date.parse(instant), rate: 1 });

export const backendOf = (...elections: readonly Election[]): MemoryAdapter =>
  memoryAdapter(elections, { clock: clockAt(during.voting) });

/** Another voter's ballot. */
export async function castBy(
  backend: MemoryAdapter,
  voter: string,
  election: string,
  candidate: string,
): Promise<void> {
  await backend
    .as(voter)
    .cast({ election, choice: { method: 'plurality', candidate }, key: crypto.randomUUID() });
}
