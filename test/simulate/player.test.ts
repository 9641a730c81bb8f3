import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serveNode, type Serving } from '../../src/server/node.js';
import { planBallots } from '../../src/simulate/plan.js';
import { playBallots } from '../../src/simulate/player.js';
import { aBackend, anElection, CLOSES, OPENS } from '../server/support/backend.js';

const election = anElection('bakery');
const ballots = planBallots({ seed: 1, elections: { bakery: { amina: 50, bruno: 30, chloe: 20 } } }, [
  election,
]);
const END = { amina: 50, bruno: 30, chloe: 20 };

const tick = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function served() {
  const { server, storage } = await aBackend([election]);
  let underway = 0;
  let most = 0;
  const fetch: typeof server.fetch = async (request, platform) => {
    most = Math.max(most, ++underway);
    await tick(2);
    const response = await server.fetch(request, platform);
    underway--;
    return response;
  };
  const listen = (port: number): Promise<Serving> => serveNode({ fetch }, { port, grace: 0 });
  const serving = await listen(0);
  return { backend: serving.url, serving, listen, storage, most: () => most };
}

describe('playing ballots', () => {
  it('casts what is due and no more: at any pace, standing still, or catching up at once', async () => {
    const { backend, serving, storage } = await served();
    let now = OPENS;
    let settled = 0;
    const end = playBallots({ ballots, backend, now: () => now, onProgress: (at) => (settled = at.settled) });
    const half = (OPENS + CLOSES) / 2;
    const dueByHalf = ballots.filter(({ at }) => at <= half).length;
    now = half;
    while (settled < dueByHalf) await tick(5);
    await tick(60);
    assert.equal(settled, dueByHalf);
    assert.equal((await storage.tally('bakery')).ballots, dueByHalf);

    now = CLOSES;
    assert.deepEqual(await end, { total: 100, settled: 100, fates: { accepted: 100 } });
    assert.deepEqual({ ...(await storage.tally('bakery')).counts }, END);
    await serving.close();
  });

  it('has no more on their way at once than it may', async () => {
    const { backend, serving, most } = await served();
    await playBallots({ ballots, backend, now: () => Infinity, concurrency: 7 });
    assert.equal(most(), 7);
    await serving.close();
  });

  it('outlives a backend that goes away and comes back, and played again counts nobody twice', async () => {
    const { backend, serving, listen, storage } = await served();
    const { port } = new URL(backend);
    let settled = 0;
    const end = playBallots({
      ballots,
      backend,
      now: () => Infinity,
      concurrency: 4,
      onProgress: (at) => (settled = at.settled),
    });
    while (settled < 20) await tick(2);
    await serving.close();
    await tick(300);
    const again = await listen(Number(port));
    assert.deepEqual((await end).fates, { accepted: 100 });

    await playBallots({ ballots, backend, now: () => Infinity, from: 40 });
    assert.deepEqual({ ...(await storage.tally('bakery')).counts }, END);
    await again.close();
  });

  it('counts what is refused by its code, and goes on', async () => {
    const { backend, serving } = await served();
    const strays = ballots.map((ballot, i) => (i % 2 ? { ...ballot, election: 'nowhere' } : ballot));
    const { fates } = await playBallots({ ballots: strays, backend, now: () => Infinity });
    assert.deepEqual(fates, { accepted: 50, 'election-unknown': 50 });
    await serving.close();
  });

  it('ends at once when told to, whatever is due', async () => {
    const { backend, serving } = await served();
    const stop = new AbortController();
    const end = playBallots({ ballots, backend, now: () => OPENS, signal: stop.signal });
    await tick(50);
    stop.abort();
    assert.deepEqual(await end, { total: 100, settled: 0, fates: {} });
    await serving.close();
  });
});
