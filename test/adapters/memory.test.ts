import test from 'node:test';
import { conformance } from '../../src/adapters/conformance.js';
import { memoryAdapter } from '../../src/adapters/memory/memory.js';

conformance({
  test,
  supports: { live: true, ownBallot: true, list: true },
  open(elections) {
    const backend = memoryAdapter(elections);
    let ahead = 0;
    return {
      adapter: backend.as,
      elapse(ms) {
        ahead += ms;
        backend.setClock({ now: () => Date.now() + ahead, rate: 1 });
      },
      close() {},
    };
  },
});
