import { expect } from '@open-wc/testing';
import { electionOf, forOne } from '../../src/adapters/conformance/fixtures.js';
import { memoryAdapter } from '../../src/adapters/memory/memory.js';
import { createStore } from '../../src/store/store.js';
import { eventually } from '../elements/page.js';

describe('the store', () => {
  beforeEach(() => localStorage.clear());

  it('goes not back behind what was loaded while that which follows was being brought in', async () => {
    const adapter = memoryAdapter([electionOf('e')]);
    const seen: number[] = [];
    let loads = 0;
    const store = createStore({
      election: 'e',
      adapter: {
        ...adapter,
        supports: { ...adapter.supports, live: false, ownBallot: false },
        // With the pass of a receipt the election is loaded again.
        cast: async (ballot) => ({ ...(await adapter.cast(ballot)), pass: 'a pass' }),
        async election(id) {
          const version = ++loads;
          return {
            ...(await adapter.election(id)),
            results: { hidden: false, version, ballots: 1, counts: {} },
          };
        },
      },
    });
    store.subscribe((snapshot) => {
      if (snapshot.status !== 'ready' || snapshot.results.hidden) return;
      seen.push(snapshot.results.version);
      if (loads === 1) store.propose(forOne('ada'));
    });
    await eventually(() => seen.includes(2), 'it is not loaded again');
    // What follows has come by then.
    await import('../../src/store/follow.js');
    for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve));
    store.close();
    expect(seen).to.deep.equal([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).to.equal(2);
  });
});
