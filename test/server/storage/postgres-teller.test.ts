import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { Teller } from '../../../src/server/storage/postgres-teller.js';

it('tells the first change at once, then what has gathered, and the rest on closing', async () => {
  const told: (readonly string[])[] = [];
  const teller = new Teller(async (elections) => void told.push(elections));
  teller.tell('a');
  await turn();
  assert.deepEqual(told, [['a']]);
  for (const election of ['a', 'b', 'a', 'b', 'c']) teller.tell(election);
  await turn();
  assert.equal(told.length, 1);
  await teller.close();
  assert.deepEqual(told, [['a'], ['a', 'b', 'c']]);
});

it('a notice that fails stops neither the next one nor the end', async () => {
  const asked: (readonly string[])[] = [];
  const teller = new Teller(async (elections) => {
    asked.push(elections);
    throw new Error('the database is away');
  });
  teller.tell('a');
  await turn();
  teller.tell('b');
  await teller.close();
  assert.deepEqual(asked, [['a'], ['b']]);
});
