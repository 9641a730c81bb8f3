import test from 'node:test';
import { conformance } from '../../src/adapters/conformance.js';
import { httpAdapter } from '../../src/adapters/http/http.js';
import { createElectionServer } from '../../src/server/server.js';
import { memoryMedia, noMailer } from '../server/support/memory-media.js';
import { MemoryStorage } from '../server/support/memory-storage.js';
import { topicsBeside } from '../server/support/memory-topics.js';
import { approve } from './approve.js';
import { eventSourceOver } from './fetch-event-source.js';

let backends = 0;

/** The http adapter and the real handler, without a port between them. Each voter's device has a line of its own. */
conformance({
  test,
  supports: { live: true, ownBallot: true, list: true },
  community: ['candidacies', 'photos', 'videos', 'reports', 'news', 'questions', 'mandate', 'campaign'],
  async open(elections) {
    const backend = ++backends;
    let ahead = 0;
    const clock = { now: () => Date.now() + ahead, rate: 1 };
    const storage = new MemoryStorage(() => clock.now());
    storage.topics = await topicsBeside(storage, () => clock.now());
    for (const election of elections) await storage.putElection({ election, origins: ['*'] });
    const server = createElectionServer({
      storage,
      clock,
      secret: 's'.repeat(32),
      media: memoryMedia(),
      admin: { mailer: noMailer },
    });
    const fetch = (url: RequestInfo | URL, init?: RequestInit) => server.fetch(new Request(url, init));
    const devices = new Map<string, string>();
    return {
      adapter(voter) {
        if (!devices.has(voter)) devices.set(voter, String(devices.size).padStart(22, 'd'));
        const device = devices.get(voter) ?? '';
        return httpAdapter(`https://${voter}-${backend}.test`, {
          fetch,
          EventSource: eventSourceOver(fetch),
          storage: () => ({ getItem: () => device, setItem: () => {} }),
        });
      },
      elapse(ms) {
        ahead += ms;
      },
      approve: (election) => approve({ storage, clock }, election),
      reports: async (election, candidate) =>
        (await storage.topics?.reports.ofElection(election))?.get(candidate) ?? {},
      async close() {
        await server.close();
        await storage.close();
      },
    };
  },
});
