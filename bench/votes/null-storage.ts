import type { Storage, StoredElection } from '../../src/server/index.js';

/** Says that everything is stored, and stores nothing: what is left is the handler. */
export function nullStorage(): Storage {
  const elections = new Map<string, StoredElection>();
  let sequence = 0;
  return {
    putElection: async (stored) => void elections.set(stored.election.id, stored),
    election: async (id) => elections.get(id),
    elections: async () => [...elections.values()],
    cast: async ({ election, ballot, voter, choice, tier }) => ({
      kind: 'stored',
      ballot: {
        election,
        ballot,
        voter,
        choice,
        tier,
        sequence: ++sequence,
        at: '2026-11-22T00:00:00.000Z',
        replaces: undefined,
      },
    }),
    tally: async () => ({ version: sequence, ballots: sequence, counts: {} }),
    ballotOf: async () => undefined,
    async *ballots() {},
    onChange: () => () => undefined,
    ping: async () => undefined,
    close: async () => undefined,
  };
}
