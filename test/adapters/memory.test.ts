import assert from 'node:assert/strict';
import test from 'node:test';
import { conformance } from '../../src/adapters/conformance.js';
import { ballotFor, electionOf, forOne, vote } from '../../src/adapters/conformance/fixtures.js';
import { wholeElection } from '../../src/adapters/conformance/community/people.js';
import { memoryAdapter } from '../../src/adapters/memory/memory.js';
import { MAX_PHOTO } from '../../src/model/picture-type.js';

conformance({
  test,
  supports: { live: true, ownBallot: true, list: true },
  community: ['candidacies', 'photos', 'videos', 'reports', 'news', 'questions', 'mandate', 'campaign'],
  open(elections) {
    const backend = memoryAdapter(elections);
    let ahead = 0;
    return {
      adapter: backend.as,
      elapse(ms) {
        ahead += ms;
        backend.setClock({ now: () => Date.now() + ahead, rate: 1 });
      },
      approve: async (election, voter) => void (await backend.desk()).approve(election, voter),
      reports: async (election, candidate) => (await backend.desk()).reports(election, candidate),
      close() {},
    };
  },
});

const backendOf = () => memoryAdapter([electionOf('e')]);

test('a fault spoils as many calls as it was told to, and only those', async () => {
  const backend = backendOf();
  backend.fail({ code: 'overloaded', on: 'results', times: 2, retryAfter: 3000 });
  await backend.election('e');
  for (let i = 0; i < 2; i++)
    await assert.rejects(backend.results('e'), { code: 'overloaded', retryAfter: 3000 });
  await backend.results('e');
  backend.fail({ code: 'offline', times: Infinity });
  await assert.rejects(backend.results('e'), { code: 'offline' });
  backend.mend();
  await backend.results('e');
});

test('it can store a ballot and then report failure', async () => {
  const backend = backendOf();
  const ballot = ballotFor('e', forOne('ada'));
  backend.fail({ code: 'timeout', on: 'cast', stored: true });
  await assert.rejects(backend.cast(ballot), { code: 'timeout', retryable: true });
  assert.equal((await backend.ownBallot('e'))?.sequence, 1);
  assert.equal((await backend.cast(ballot)).sequence, 1);
});

test('it can take its time, and is not waited for in vain', async () => {
  const backend = backendOf();
  backend.setDelay(30);
  const before = performance.now();
  await backend.results('e');
  assert.ok(performance.now() - before >= 25);
  const stop = new AbortController();
  backend.setDelay(100_000);
  const call = backend.cast(ballotFor('e', forOne('ada')), { signal: stop.signal });
  stop.abort(new Error('enough'));
  await assert.rejects(call, { message: 'enough' });
});

test('its live line can be cut and mended', async () => {
  const backend = backendOf();
  const heard: unknown[] = [];
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  backend.watch('e', {
    onLive: (live) => heard.push(live),
    onResults: ({ results }) => heard.push(results.version),
  });
  await settled();
  backend.setLive(false);
  await vote(backend, 'e', 'ada');
  await settled();
  backend.setLive(true);
  await settled();
  assert.deepEqual(heard, [true, 0, false, true, 1]);
});

test('it takes photos up to the size that a server takes, of the kinds that every browser shows', async () => {
  const { candidacies } = (await memoryAdapter([wholeElection()]).community?.()) ?? {};
  const photo = async (head: string, size: number) => {
    const bytes = new Uint8Array(size);
    bytes.set(Buffer.from(head, 'latin1'));
    return candidacies?.photo?.('e', new Blob([bytes]));
  };
  assert.match((await photo('\x89PNG\r\n\x1a\n', MAX_PHOTO))?.src ?? '', /^blob:/);
  await assert.rejects(photo('\x89PNG\r\n\x1a\n', MAX_PHOTO + 1), { code: 'photo-too-large' });
  await assert.rejects(photo('\0\0\0\x18ftypheic', 64), { code: 'photo-unreadable' });
});

test('what it answers is a copy', async () => {
  const backend = backendOf();
  const { election } = await backend.election('e');
  Object.assign(election.brand, { name: 'Somebody else' });
  assert.equal((await backend.election('e')).election.brand.name, 'Brand');
});
