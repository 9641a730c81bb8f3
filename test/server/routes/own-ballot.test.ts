import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBackend, anElection, aRead, aVote, device, plurality } from '../support/backend.js';
import { assertProblem } from '../support/problem.js';

const PATH = '/elections/maison/ballot';
const asVoter = (voter: number) => ({ Authorization: `Device ${device(voter)}` });

test('a voter who has lost the receipt gets it again, pass and all; nobody on the way keeps it', async () => {
  const { server } = await aBackend([anElection('maison', { visibility: 'until-voted' })]);
  await server.fetch(aVote('maison'));
  const receipt: unknown = await (await server.fetch(aVote('maison', { choice: plurality('bruno') }))).json();
  const response = await server.fetch(aRead(PATH, asVoter(1)));
  assert.equal(response.headers.get('Cache-Control'), 'no-store');
  assert.deepEqual(await response.json(), { ballot: receipt });
});

test('who has not voted has none', async () => {
  const { server } = await aBackend([anElection('maison')]);
  await server.fetch(aVote('maison'));
  assert.deepEqual(await (await server.fetch(aRead(PATH, asVoter(2)))).json(), { ballot: null });
});

test('who does not say who they are is asked', async () => {
  const { server } = await aBackend([anElection('maison')]);
  const response = await server.fetch(aRead(PATH));
  assert.equal(response.headers.get('WWW-Authenticate'), 'Device');
  await assertProblem(response, 'identity-missing');
  await assertProblem(await server.fetch(aRead(PATH, { Authorization: 'Device ?' })), 'identity-invalid');
});
