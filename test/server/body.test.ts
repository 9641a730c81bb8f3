import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ErrorCode } from '../../src/model/errors.js';
import { aBackend, anElection, aVote, PAGE, type VoteOptions } from './support/backend.js';
import { assertProblem } from './support/problem.js';

const vote = '{"choice":{"method":"plurality","candidate":"amina"}}';

/** A body that goes on for as long as anyone reads; says how much was. */
function endless(): { body: ReadableStream<Uint8Array>; read: () => number; cancelled: () => boolean } {
  let read = 0;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      read += 4096;
      controller.enqueue(new Uint8Array(4096).fill(0x20));
    },
    cancel: () => void (cancelled = true),
  });
  return { body, read: () => read, cancelled: () => cancelled };
}

const REFUSED: readonly [what: string, code: ErrorCode, spoil: VoteOptions][] = [
  ['a body that is not JSON', 'body-not-json', { body: '<html>' }],
  ['an empty body', 'body-not-json', { body: '' }],
  ['a body cut off in the middle', 'body-not-json', { body: vote.slice(0, -2) }],
  ['a body that is not text', 'body-not-json', { body: new Uint8Array([0xff, 0xfe, 0x00]) }],
  ['JSON sent as text/plain', 'body-not-json', { headers: { 'Content-Type': 'text/plain' } }],
  ['JSON sent as application/jsonp', 'body-not-json', { headers: { 'Content-Type': 'application/jsonp' } }],
  ['JSON of no type', 'body-not-json', { headers: { 'Content-Type': null } }],
  [
    'a form',
    'body-not-json',
    {
      body: new URLSearchParams({ candidate: 'amina' }),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    },
  ],
  ['a list', 'body-invalid', { body: '[]' }],
  ['null', 'body-invalid', { body: 'null' }],
  ['nesting a thousand deep', 'body-invalid', { body: '['.repeat(1000) + ']'.repeat(1000) }],
  [
    'a choice nested a thousand deep',
    'body-invalid',
    { body: `{"choice":${'{"choice":'.repeat(1000)}1${'}'.repeat(1001)}` },
  ],
  ['__proto__ beside the choice', 'body-invalid', { body: vote.replace('{', '{"__proto__":{"x":1},') }],
  ['__proto__ in the choice', 'body-invalid', { body: vote.replace('"method"', '"__proto__":{},"method"') }],
  [
    '__proto__ in disguise',
    'body-invalid',
    { body: vote.replace('"method"', '"\\u005f_proto__":{},"method"') },
  ],
  ['constructor', 'body-invalid', { body: vote.replace('"method"', '"constructor":1,"method"') }],
  ['an unknown key', 'body-invalid', { body: vote.replace('"method"', '"weight":9,"method"') }],
  ['an unknown method', 'body-invalid', { choice: { method: 'ranked', candidates: ['amina'] } }],
  ['a candidate that is a number', 'body-invalid', { choice: { method: 'plurality', candidate: 1 } }],
  ['a candidate that is no id', 'body-invalid', { choice: { method: 'plurality', candidate: '../../etc' } }],
  [
    'a candidate who does not stand',
    'candidate-unknown',
    { choice: { method: 'plurality', candidate: 'nobody' } },
  ],
  ['another method’s choice', 'choice-method', { choice: { method: 'approval', candidates: ['amina'] } }],
  ['no key', 'key-missing', { headers: { 'Idempotency-Key': null } }],
  ['a key that is no UUID', 'key-missing', { headers: { 'Idempotency-Key': 'once' } }],
  ['no voter', 'identity-missing', { headers: { Authorization: null } }],
  ['a voter of another scheme', 'identity-invalid', { headers: { Authorization: 'Bearer abc' } }],
  ['a device id that is too short', 'identity-invalid', { headers: { Authorization: 'Device abc' } }],
  [
    'a device id that is too long',
    'identity-invalid',
    { headers: { Authorization: `Device ${'a'.repeat(23)}` } },
  ],
  ['a foreign page', 'origin-refused', { headers: { Origin: 'https://elsewhere.test' } }],
  ['a page without an origin of its own', 'origin-refused', { headers: { Origin: 'null' } }],
];

for (const [what, code, spoil] of REFUSED)
  test(`${what}: ${code}, and nothing is stored`, async () => {
    const { server, storage } = await aBackend([anElection('maison')]);
    await assertProblem(await server.fetch(aVote('maison', spoil)), code);
    assert.equal(storage.calls.cast, undefined);
    assert.equal(({} as { x?: number }).x, undefined);
  });

for (const election of [
  'nobody',
  'Maison',
  '..',
  '%2e%2e',
  '%E0%A4%A',
  'a'.repeat(65),
  'maison%00',
  '__proto__',
])
  test(`an election called ${election.slice(0, 12)} is unknown`, async () => {
    const { server } = await aBackend([anElection('maison')]);
    const response = await server.fetch(aVote(election));
    await assertProblem(
      response,
      election === '..' || election === '%2e%2e' ? 'route-unknown' : 'election-unknown',
    );
  });

test('a body too large is refused by its declared length, before any of it is read', async () => {
  const { server } = await aBackend([anElection('maison')]);
  const { body, read } = endless();
  const response = await server.fetch(aVote('maison', { body, headers: { 'Content-Length': '16385' } }));
  await assertProblem(response, 'body-too-large');
  assert.ok(read() <= 4096);
});

for (const declared of [null, '52', 'plenty'])
  test(`a body that declares ${declared ?? 'no'} length and never ends is read no further than the limit`, async () => {
    const { server } = await aBackend([anElection('maison')]);
    const { body, read, cancelled } = endless();
    const response = await server.fetch(aVote('maison', { body, headers: { 'Content-Length': declared } }));
    await assertProblem(response, 'body-too-large');
    assert.ok(read() <= 16_384 + 3 * 4096, `${read()} bytes were read`);
    assert.ok(cancelled());
  });

test('a body that arrives in pieces, even in the middle of a letter, is whole', async () => {
  const { server } = await aBackend([anElection('maison')]);
  const bytes = new TextEncoder().encode(vote);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  assert.equal((await server.fetch(aVote('maison', { body, headers }))).status, 201);
});

test('a complaint says where and what was expected, and repeats nothing that was sent', async () => {
  const { server } = await aBackend([anElection('maison')]);
  const choice = { method: 'plurality', candidate: '<script>secret</script>' };
  const { detail } = await assertProblem(await server.fetch(aVote('maison', { choice })), 'body-invalid');
  assert.match(detail ?? '', /^body\.choice\.candidate: expected /);
  const unknown = await server.fetch(aVote('maison', { body: '{"<secret>":1}' }));
  assert.ok(!JSON.stringify(await assertProblem(unknown, 'body-invalid')).includes('secret'));
});

test('a page that the election allows reads every refusal', async () => {
  const { server } = await aBackend([anElection('maison')]);
  const response = await server.fetch(aVote('maison', { body: '' }));
  assert.equal(response.headers.get('Access-Control-Allow-Origin'), PAGE);
});
