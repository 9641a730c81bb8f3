/** Nothing is forgotten: every public element is heard in every state that it has. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';

const HERE = 'test/elements/heard';
/** What an election may look like to a visitor, whichever element shows it. */
const STATES = ['loading', 'empty', 'open', 'error', 'offline', 'voted', 'closed', 'tied'];

test('each public element has a file of what is heard of it', async () => {
  const elements = (await readdir('src/elements')).filter((name) => name.startsWith('voix-'));
  const files = (await readdir(HERE)).filter((name) => name.endsWith('.txt'));
  assert.deepEqual(files.sort(), elements.map((name) => `${name}.txt`).sort());
});

test('an election is heard in each of its states', async () => {
  const text = await readFile(`${HERE}/voix-election.txt`, 'utf8');
  const states = [...text.matchAll(/^## (.+)$/gm)].map(([, state]) => state);
  assert.deepEqual(
    STATES.filter((state) => !states.includes(state)),
    [],
  );
});
