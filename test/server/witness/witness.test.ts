import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { checkpointText } from '../../../src/log/checkpoint.js';
import { openCheckpoint } from '../../../src/log/open-checkpoint.js';
import { parseSignatures } from '../../../src/log/note.js';
import { consistencyPath } from '../../../src/log/proof.js';
import { appended, EMPTY, leafHash } from '../../../src/log/tree.js';
import { addCheckpointBody } from '../../../src/log/witness.js';
import { DURING } from '../support/backend.js';
import { sha256 } from '../support/memory-log.js';
import { aSigner, aWitness, keyOf } from '../support/signed.js';

const ORIGIN = 'vote.test/maison';

/** A log of numbered leaves; `twist` makes another one. */
async function aLog(twist = '', number = 1) {
  const signer = await aSigner(number);
  const leaf = (i: number) => leafHash(sha256, `${twist}${i}`);
  const rootAt = (size: number) =>
    appended(
      sha256,
      EMPTY,
      Array.from({ length: size }, (_, i) => leaf(i)),
    ).root;
  const note = (size: number, root = rootAt(size)) =>
    signer.sign(ORIGIN, checkpointText({ origin: ORIGIN, size, root }));
  const proof = (from: number, to: number) =>
    consistencyPath(
      sha256,
      async (level, first, last) =>
        level > 0 ? [] : Array.from({ length: last - first }, (_, i) => leaf(first + i)),
      from,
      to,
    );
  return {
    key: signer.vkey(ORIGIN),
    note,
    body: async (from: number, to: number) =>
      addCheckpointBody({ old: from, proof: await proof(from, to), checkpoint: await note(to) }),
    proof,
  };
}

type Witnessing = Awaited<ReturnType<typeof aWitness>>;

async function asked({ fetch, url }: Witnessing, body: string) {
  const response = await fetch(new Request(`${url}/add-checkpoint`, { method: 'POST', body }));
  return { status: response.status, text: await response.text(), type: response.headers.get('Content-Type') };
}

const shown = ({ fetch, url }: Witnessing, origin = ORIGIN) =>
  fetch(new Request(`${url}/${createHash('sha256').update(origin).digest('hex')}/checkpoint`));

test('a witness co-signs what continues the log that it knows, and shows the newest of it', async () => {
  const log = await aLog();
  const witness = await aWitness([log.key]);
  assert.equal((await shown(witness)).status, 404);
  for (const [from, to] of [
    [0, 3],
    [3, 10],
    [10, 10],
    [10, 200],
  ] as const) {
    const { status, text } = await asked(witness, await log.body(from, to));
    assert.equal(status, 200);
    assert.equal(parseSignatures(text)?.length, 1);
    const opened = await openCheckpoint((await log.note(to)) + text, [keyOf(log.key)], [keyOf(witness.key)]);
    assert.deepEqual(
      opened?.witnesses.map(({ time }) => time),
      [Math.floor(DURING / 1000)],
    );
  }
  const newest = await (await shown(witness)).text();
  const opened = await openCheckpoint(newest, [keyOf(log.key)], [keyOf(witness.key)]);
  assert.deepEqual([opened?.size, opened?.witnesses.length], [200, 1]);
});

test('it answers with the size that it knows to whoever starts from another, and signs nothing', async () => {
  const log = await aLog();
  const witness = await aWitness([log.key]);
  await asked(witness, await log.body(0, 10));
  for (const [from, to] of [
    [0, 20],
    [3, 20],
    [3, 3],
  ] as const)
    assert.deepEqual(await asked(witness, await log.body(from, to)), {
      status: 409,
      text: '10\n',
      type: 'text/x.tlog.size',
    });
});

test('it never co-signs two logs under one name', async () => {
  const [log, fork] = [await aLog(), await aLog('other ')];
  const witness = await aWitness([log.key]);
  await asked(witness, await log.body(0, 10));
  for (const body of [
    await fork.body(10, 20),
    await fork.body(10, 10),
    addCheckpointBody({ old: 10, proof: await log.proof(10, 20), checkpoint: await fork.note(20) }),
    addCheckpointBody({ old: 10, proof: [], checkpoint: await log.note(20) }),
  ])
    assert.equal((await asked(witness, body)).status, 422);
  assert.match(witness.notes.get(ORIGIN) ?? '', /\n10\n/);
});

test('the empty tree is the empty tree, and nothing is proved by it', async () => {
  const log = await aLog();
  const witness = await aWitness([log.key]);
  const [hash] = [new Uint8Array(32)];
  const wrong = addCheckpointBody({ old: 0, proof: [], checkpoint: await log.note(0, hash) });
  assert.equal((await asked(witness, wrong)).status, 422);
  const proved = addCheckpointBody({ old: 0, proof: [hash], checkpoint: await log.note(3) });
  assert.equal((await asked(witness, proved)).status, 422);
  assert.equal((await asked(witness, await log.body(0, 0))).status, 200);
});

test('a log that it does not know, a signature of nobody’s, and what is malformed are told apart', async () => {
  const [log, stranger] = [await aLog(), await aLog('', 2)];
  const witness = await aWitness([log.key]);
  const unknown = await aWitness([(await aSigner()).vkey('vote.test/jardin')]);
  assert.equal((await asked(unknown, await log.body(0, 3))).status, 404);
  assert.equal((await asked(witness, await stranger.body(0, 3))).status, 403);
  const body = await log.body(0, 3);
  assert.equal((await asked(witness, body.replace('\n3\n', '\n4\n'))).status, 403);
  for (const text of ['', 'old 0', body.replace('old 0', 'old 00'), body.replace('old 0', 'old -1')])
    assert.equal((await asked(witness, text)).status, 400);
  const long = addCheckpointBody({
    old: 1,
    proof: Array.from({ length: 64 }, () => new Uint8Array(32)),
    checkpoint: await log.note(3),
  });
  assert.equal((await asked(witness, long)).status, 400);
  const backwards = addCheckpointBody({ old: 4, proof: [], checkpoint: await log.note(3) });
  assert.equal((await asked(witness, backwards)).status, 400);
  assert.equal((await asked(witness, `${body}${'x'.repeat(70_000)}`)).status, 413);
  assert.equal((await witness.fetch(new Request(`${witness.url}/add-checkpoint`))).status, 405);
  assert.equal((await witness.fetch(new Request(`${witness.url}/`))).status, 404);
  assert.equal(witness.notes.size, 0);
});

test('of two that ask at once from the same size, one is co-signed', async () => {
  const log = await aLog();
  const witness = await aWitness([log.key]);
  await asked(witness, await log.body(0, 10));
  const bodies = await Promise.all([20, 15, 30].map((to) => log.body(10, to)));
  const answers = await Promise.all(bodies.map((body) => asked(witness, body)));
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409]);
});

test('nothing is co-signed that could not be kept, and a state that is damaged is not taken for a new log', async () => {
  const log = await aLog();
  const witness = await aWitness([log.key]);
  witness.notes.set(ORIGIN, 'damaged');
  const body = await log.body(0, 3);
  await assert.rejects(asked(witness, body), /damaged/);
});

test('a log whose key was changed is known by both', async () => {
  const [old, now] = [await aLog(), await aLog('', 2)];
  const witness = await aWitness([old.key, now.key]);
  assert.equal((await asked(witness, await old.body(0, 3))).status, 200);
  assert.equal((await asked(witness, await now.body(3, 5))).status, 200);
});
