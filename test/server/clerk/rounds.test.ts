import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCheckpoint } from '../../../src/log/open-checkpoint.js';
import { marksInMemory } from '../../../src/server/signing/marks.js';
import { anElection, aRead, aVote, DURING, type Backend } from '../support/backend.js';
import { assertProblem } from '../support/problem.js';
import { aSignedBackend, aSigner, aWitness, keyOf, NAME } from '../support/signed.js';

const ORIGIN = `${NAME}/maison`;

/** A backend whose election has these witnesses. */
async function witnessed(...witnesses: Awaited<ReturnType<typeof aWitness>>[]) {
  const ask = async (url: string, body: string) => {
    const asked = witnesses.find((witness) => url.startsWith(witness.url));
    assert.ok(asked);
    return asked.ask(url, body);
  };
  return aSignedBackend([anElection('maison')], {
    witnesses: witnesses.map(({ key, url }) => ({ key, url })),
    askWitness: ask,
  });
}

const keys = async () => [keyOf((await aSigner()).vkey(ORIGIN))];
const someWitness = async (number = 9) => aWitness([(await aSigner()).vkey(ORIGIN)], number);

async function shown({ server }: Pick<Backend, 'server'>, ...witnesses: { readonly key: string }[]) {
  const note = await (await server.fetch(aRead('/elections/maison/log/checkpoint'))).text();
  const opened = await openCheckpoint(
    note,
    await keys(),
    witnesses.map(({ key }) => keyOf(key)),
  );
  assert.ok(opened);
  return { size: opened.size, by: opened.witnesses.map(({ key }) => key.name) };
}

const vote = ({ server }: Pick<Backend, 'server'>, voter: number) => server.fetch(aVote('maison', { voter }));
/** An hour of the election's, on the full hour. */
const hours = (count: number): number => (Math.ceil(DURING / 3_600_000) + count) * 3_600_000;
const failures = ({ log }: Backend) => log.filter(({ event }) => event === 'witness-failed');

test('the checkpoint that is shown is the newest that a witness has co-signed', async () => {
  const witness = await someWitness();
  const backend = await witnessed(witness);
  await backend.server.turn();
  assert.deepEqual(await shown(backend, witness), { size: 1, by: ['witness.test/w9'] });
  await vote(backend, 1);
  await vote(backend, 2);
  assert.deepEqual(await shown(backend, witness), { size: 1, by: ['witness.test/w9'] });
  await backend.server.turn();
  assert.deepEqual(await shown(backend, witness), { size: 3, by: ['witness.test/w9'] });
  const { asked } = witness;
  await backend.server.turn();
  assert.equal(witness.asked, asked, 'nothing new, nobody asked');
  assert.deepEqual(failures(backend), []);
});

test('a witness that is away holds nothing up: it is told, and left alone for a while', async () => {
  const [one, two] = [await someWitness(1), await someWitness(2)];
  const backend = await witnessed(one, two);
  await backend.server.turn();
  one.isDown = true;
  assert.equal((await vote(backend, 1)).status, 201);
  await backend.server.turn();
  assert.deepEqual(await shown(backend, one, two), { size: 2, by: ['witness.test/w2'] });
  const { asked } = one;
  await vote(backend, 2);
  await backend.server.turn();
  assert.equal(one.asked, asked);
  assert.deepEqual(await shown(backend, one, two), { size: 3, by: ['witness.test/w2'] });
  const [failure, ...more] = failures(backend);
  assert.ok(failure?.event === 'witness-failed' && more.length === 0);
  assert.equal(failure.witness, 'witness.test/w1');
});

test('what no witness has co-signed for two hours is shown without: one that is gone hides no result', async () => {
  const witness = await someWitness();
  const backend = await witnessed(witness);
  const { clock } = backend;
  await backend.server.turn();
  witness.isDown = true;
  clock.set(hours(5));
  await vote(backend, 1);
  await backend.server.turn();
  assert.deepEqual(
    await shown(backend, witness),
    { size: 1, by: ['witness.test/w9'] },
    'it was quiet so long',
  );
  clock.set(hours(7) - 1);
  await vote(backend, 2);
  assert.deepEqual(await shown(backend, witness), { size: 1, by: ['witness.test/w9'] });
  clock.set(hours(7));
  assert.deepEqual(await shown(backend, witness), { size: 3, by: [] });
  const another = { server: backend.another() };
  assert.deepEqual(await shown(another, witness), { size: 3, by: [] }, 'after a restart it shows no less');
  witness.isDown = false;
  const back = { server: backend.another() };
  await back.server.turn();
  await vote(back, 3);
  assert.deepEqual(await shown(back, witness), { size: 3, by: ['witness.test/w9'] }, 'and goes on with it');
});

test('a witness that cannot be reached at the start stops no vote', async () => {
  const witness = await someWitness();
  witness.isDown = true;
  const backend = await witnessed(witness);
  assert.equal((await vote(backend, 1)).status, 201);
  await backend.server.turn();
  assert.deepEqual(await shown(backend, witness), { size: 2, by: [] });
});

test('a store that is older than what a witness has seen takes no vote, though no mark is left', async () => {
  const witness = await someWitness();
  const before = await witnessed(witness);
  for (let voter = 0; voter < 4; voter++) await vote(before, voter);
  await before.server.turn();
  const restored = await witnessed(witness);
  const problem = await assertProblem(await vote(restored, 9), 'log-stale');
  assert.match(problem.detail ?? '', /has 1 entries here, and the witness witness\.test\/w9 knows one of 5/);
});

test('nor does one that a witness knows otherwise', async () => {
  const witness = await someWitness();
  const before = await witnessed(witness);
  for (let voter = 0; voter < 2; voter++) await vote(before, voter);
  await before.server.turn();
  const alone = await aSignedBackend([anElection('maison')]);
  for (let voter = 0; voter < 6; voter++) await vote(alone, voter);
  const fork = await witnessed(witness);
  for (const name of ['head', 'entries', 'hashes'] as const)
    Object.assign(fork.storage.log, { [name]: alone.storage.log[name].bind(alone.storage.log) });
  const problem = await assertProblem(await vote(fork, 9), 'log-stale');
  assert.match(problem.detail ?? '', /is not the one that the witness witness\.test\/w9 knows/);
});

test('two processes that ask the same witness do each other no harm', async () => {
  const witness = await someWitness();
  const backend = await witnessed(witness);
  const other = { server: backend.another({ marks: marksInMemory() }) };
  for (let round = 0; round < 5; round++) {
    await Promise.all([vote(backend, round * 2), vote(other, round * 2 + 1)]);
    await Promise.all([backend.server.turn(), other.server.turn()]);
  }
  await other.server.turn();
  assert.deepEqual(await shown(other, witness), { size: 11, by: ['witness.test/w9'] });
  assert.equal((await vote(backend, 99)).status, 201);
});

test('what a witness answers is kept only where its key has signed it', async () => {
  const [witness, impostor] = [await someWitness(), await someWitness(8)];
  const backend = await aSignedBackend([anElection('maison')], {
    witnesses: [{ key: witness.key, url: witness.url }],
    askWitness: (url, body) => impostor.ask(url, body),
  });
  await backend.server.turn();
  assert.deepEqual(await shown(backend, witness, impostor), { size: 1, by: [] });
  assert.equal(failures(backend).length, 1);
});

test('the page learns who co-signs', async () => {
  const witness = await someWitness();
  const { server } = await witnessed(witness);
  const view = (await (await server.fetch(aRead('/elections/maison'))).json()) as { log: unknown };
  assert.deepEqual(view.log, {
    key: (await aSigner()).vkey(ORIGIN),
    witnesses: [witness.key],
    numbers: { amina: 1, bruno: 2, chloe: 3 },
  });
});
