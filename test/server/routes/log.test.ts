import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { base64, base64url } from '../../../src/log/base64.js';
import { openCheckpoint } from '../../../src/log/open-checkpoint.js';
import { verifyInclusion } from '../../../src/log/proof.js';
import { verifyReceipt } from '../../../src/log/receipt.js';
import { entriesIn, hashesIn } from '../../../src/log/tiles.js';
import { parseTlogProof } from '../../../src/log/tlog-proof.js';
import { appended, EMPTY, leafHash } from '../../../src/log/tree.js';
import type { Receipt } from '../../../src/model/ballot.js';
import type { ElectionView } from '../../../src/model/results.js';
import {
  aBackend,
  anElection,
  aRead,
  aVote,
  CLOSES,
  device,
  plurality,
  type Backend,
} from '../support/backend.js';
import { sha256 } from '../support/memory-log.js';
import { assertProblem } from '../support/problem.js';
import { aSignedBackend, aSigner, keyOf, NAME } from '../support/signed.js';

const LOG = '/elections/maison/log/';
const EVERYONE = { Origin: 'https://anyone.test' };

const read = ({ server }: Pick<Backend, 'server'>, address: string, headers = {}) =>
  server.fetch(aRead(LOG + address, { ...EVERYONE, ...headers }));
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

async function viewOf({ server }: Pick<Backend, 'server'>): Promise<ElectionView> {
  return (await (await server.fetch(aRead('/elections/maison'))).json()) as ElectionView;
}

/** What a page does with a receipt: it knows the key from the election. */
async function verified(backend: Pick<Backend, 'server'>, receipt: Receipt, candidate = 'amina') {
  const { log } = await viewOf(backend);
  assert.ok(log);
  const { key, numbers } = log;
  const choice = plurality(candidate);
  return verifyReceipt(sha256, receipt, { keys: [key], choice, numberOf: (id) => numbers[id] });
}

async function checkpointOf(backend: Pick<Backend, 'server'>) {
  const { log } = await viewOf(backend);
  const note = await (await read(backend, 'checkpoint')).text();
  const checkpoint = await openCheckpoint(note, [keyOf(log?.key ?? '')]);
  assert.ok(checkpoint);
  return { ...checkpoint, note };
}

test('the receipt proves that the ballot with this choice is in the log; again for a repeated ballot, and for one’s own', async () => {
  const backend = await aSignedBackend([anElection('maison')]);
  const key = randomUUID();
  const stored = await backend.server.fetch(aVote('maison', { key }));
  assert.equal(stored.status, 201);
  const receipt = (await stored.json()) as Receipt;
  assert.equal((await verified(backend, receipt)).size, 2);
  assert.equal(receipt.text, 'plurality:1');

  await backend.server.fetch(aVote('maison', { voter: 2, choice: plurality('bruno') }));
  const repeated = await backend.server.fetch(aVote('maison', { key }));
  assert.equal(repeated.status, 200);
  assert.equal((await verified(backend, (await repeated.json()) as Receipt)).size, 3);

  const own = await backend.server.fetch(
    aRead('/elections/maison/ballot', { Authorization: `Device ${device(1)}` }),
  );
  const { ballot } = (await own.json()) as { ballot: Receipt };
  assert.equal(ballot.ballot, receipt.ballot);
  assert.equal((await verified(backend, ballot)).size, 3);
});

test('a receipt of another choice, another ballot or another key proves nothing', async () => {
  const backend = await aSignedBackend([anElection('maison')]);
  const cast = async (voter: number) =>
    (await (await backend.server.fetch(aVote('maison', { voter }))).json()) as Receipt;
  const [one, two] = [await cast(1), await cast(2)];
  await assert.rejects(verified(backend, one, 'bruno'), { code: 'receipt-invalid', detail: 'choice' });
  await assert.rejects(verified(backend, { ...one, ballot: two.ballot }), { detail: 'ballot' });
  const foreign = await aSignedBackend([anElection('maison')], {
    signer: await aSigner(2),
  });
  await assert.rejects(verified(foreign, one), { code: 'receipt-invalid', detail: 'key' });
});

test('any page reads the log, whichever origins the election names; a write stays as closed as it was', async () => {
  const backend = await aSignedBackend([anElection('maison')]);
  const { headers } = await read(backend, 'checkpoint');
  assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
  assert.equal(headers.get('Vary'), null);
  const preflight = await backend.server.fetch(
    aRead(`${LOG}checkpoint`, { ...EVERYONE, 'Access-Control-Request-Method': 'GET' }, 'OPTIONS'),
  );
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get('Access-Control-Allow-Origin'), '*');
  await assertProblem(await backend.server.fetch(aVote('maison', { headers: EVERYONE })), 'origin-refused');
});

test('the checkpoint follows the log; who has it is not sent it again', async () => {
  const backend = await aSignedBackend([anElection('maison')]);
  const first = await read(backend, 'checkpoint');
  assert.equal(first.headers.get('Content-Type'), 'text/plain; charset=utf-8');
  assert.match(first.headers.get('Cache-Control') ?? '', /s-maxage=1/);
  const etag = first.headers.get('ETag') ?? '';
  assert.equal((await read(backend, 'checkpoint', { 'If-None-Match': etag })).status, 304);
  await backend.server.fetch(aVote('maison'));
  assert.equal((await read(backend, 'checkpoint', { 'If-None-Match': etag })).status, 200);
  const { size, origin } = await checkpointOf(backend);
  assert.deepEqual([size, origin], [2, `${NAME}/maison`]);
});

test('entries and tiles give the root that was signed, and are good for ever', async () => {
  const backend = await aSignedBackend([anElection('maison')]);
  for (let voter = 0; voter < 300; voter++) await backend.server.fetch(aVote('maison', { voter }));
  const { size, root } = await checkpointOf(backend);
  assert.equal(size, 301);
  const bundles = [await read(backend, 'tile/entries/000'), await read(backend, 'tile/entries/001.p/45')];
  const entries = (await Promise.all(bundles.map(bytesOf))).flatMap((bytes, i) => {
    const found = entriesIn(bytes, i === 0 ? 256 : 45);
    assert.ok(found);
    return found;
  });
  const leaves = entries.map((entry) => leafHash(sha256, entry));
  assert.equal(base64(appended(sha256, EMPTY, leaves).root), base64(root));
  const tiles = [await read(backend, 'tile/0/000'), await read(backend, 'tile/0/001.p/45')];
  const hashes = (await Promise.all(tiles.map(bytesOf))).flatMap((bytes, i) =>
    hashesIn(bytes, [256, 45][i] ?? 0),
  );
  assert.deepEqual(
    hashes.map((hash) => base64(hash ?? new Uint8Array())),
    leaves.map(base64),
  );
  assert.equal((await bytesOf(await read(backend, 'tile/1/000.p/1'))).length, 32);
  for (const response of [...bundles, ...tiles]) {
    assert.equal(response.headers.get('Content-Type'), 'application/octet-stream');
    assert.equal(response.headers.get('Cache-Control'), 'public, max-age=31536000, immutable');
  }
  backend.clock.rate = 4464;
  assert.equal((await read(backend, 'tile/0/000')).headers.get('Cache-Control'), 'no-store');
});

test('what no tree has, and what is written otherwise than tiles are, is nowhere', async () => {
  const backend = await aSignedBackend([anElection('maison')]);
  const beyond =
    'tile/0/000 tile/0/000.p/2 tile/0/001.p/1 tile/1/000.p/1 tile/entries/000.p/2 openings/000.p/2';
  const malformed =
    'tile/0/0 tile/00/000.p/1 tile/0/000.p/01 tile/0/000.p/1/ tile/64/000.p/1 tile/ tile/0/..%2f000.p/1';
  const others =
    'tile/entries/x000/000.p/1 documents/none proof/1 proof/-1 proof/1e0 proof/00 proof/99999999999999999999';
  for (const address of `${beyond} ${malformed} ${others} nothing`.split(' '))
    await assertProblem(await read(backend, address), 'route-unknown');
  assert.equal((await read(backend, 'tile/0/000.p/1')).status, 200);
});

test('a proof of any entry is given against the newest checkpoint, with the entry itself', async () => {
  const backend = await aSignedBackend([anElection('maison')]);
  for (let voter = 0; voter < 20; voter++) await backend.server.fetch(aVote('maison', { voter }));
  const { size, root } = await checkpointOf(backend);
  for (const index of [0, 7, 20]) {
    const proof = parseTlogProof(await (await read(backend, `proof/${index}`)).text());
    assert.ok(proof?.extra);
    const { path, extra } = proof;
    assert.ok(verifyInclusion(sha256, { index, size, root, leaf: leafHash(sha256, extra), path }));
  }
});

test('the rules and the profiles are there under their hashes; what was erased is gone, and says so', async () => {
  const backend = await aSignedBackend([anElection('maison')]);
  const [entry = ''] = await backend.storage.log.entries('maison', 0, 1);
  const { document } = JSON.parse(entry) as { document: string };
  const response = await read(backend, `documents/${document}`);
  const text = await response.text();
  assert.equal(response.headers.get('Content-Type'), 'application/json');
  assert.equal(response.headers.get('Cache-Control'), 'public, max-age=300');
  assert.equal(base64url(sha256(new TextEncoder().encode(text))), document);
  const { candidates } = JSON.parse(text) as { candidates: { profile: string }[] };
  const profile = candidates[1]?.profile ?? '';
  assert.match(await (await read(backend, `documents/${profile}`)).text(), /"id":"bruno"/);
  await backend.storage.log.append('maison', {
    type: 'moderation',
    candidate: 2,
    act: 'erased',
    reason: 'on-request',
  });
  await assertProblem(await read(backend, `documents/${profile}`), 'document-erased');
});

for (const visibility of ['until-voted', 'until-close'] as const)
  test(`what ballots chose is hidden ${visibility} from everyone until the log has its close, and then for all to see`, async () => {
    const backend = await aSignedBackend([anElection('maison', { visibility })]);
    const receipt = (await (await backend.server.fetch(aVote('maison'))).json()) as Receipt;
    const hidden = () => read(backend, `openings/000.p/2?pass=${receipt.pass ?? ''}`);
    await assertProblem(await hidden(), 'openings-hidden');
    await backend.server.turn();
    await assertProblem(await hidden(), 'openings-hidden');
    // The clock alone opens nothing: another process's may be a little behind.
    backend.clock.set(CLOSES);
    await assertProblem(await hidden(), 'openings-hidden');
    await backend.server.turn();
    const opened = await read(backend, 'openings/000.p/2');
    assert.equal(await opened.text(), `null\n["${receipt.salt}","plurality:1"]\n`);
    assert.match(opened.headers.get('Cache-Control') ?? '', /immutable/);
    // Nor the log alone: a clock that went back shows nothing that it hides.
    backend.clock.set(CLOSES - 1);
    await assertProblem(await hidden(), 'openings-hidden');
  });

test('what ballots chose is for everyone at once where the results always are', async () => {
  const backend = await aSignedBackend([anElection('maison', { visibility: 'always' })]);
  await backend.server.fetch(aVote('maison', { choice: plurality('chloe') }));
  assert.match(
    await (await read(backend, 'openings/000.p/2')).text(),
    /^null\n\["[\w-]{22}","plurality:3"\]\n$/,
  );
});

test('a backend without a key serves its log unsigned, and its receipts prove nothing', async () => {
  const { server } = await aBackend([anElection('maison')]);
  const receipt = (await (await server.fetch(aVote('maison'))).json()) as Receipt;
  assert.equal(receipt.proof, undefined);
  assert.equal((await viewOf({ server })).log, undefined);
  await assertProblem(await read({ server }, 'checkpoint'), 'unsupported');
  await assertProblem(await read({ server }, 'proof/0'), 'unsupported');
  assert.equal((await read({ server }, 'tile/entries/000.p/2')).status, 200);
});

test('an election that there is not has no log', async () => {
  const { server } = await aSignedBackend([]);
  await assertProblem(await read({ server }, 'checkpoint'), 'election-unknown');
});
