import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { randomId } from '../../src/server/random-id.js';

describe('randomId', () => {
  const ids = Array.from({ length: 5000 }, randomId);

  it('gives 128 bits in 22 digits, never the same', () => {
    for (const id of ids) assert.match(id, /^[\w-]{22}$/);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('begins with no dash: a command would take the id for an option', () => {
    assert.deepEqual(
      ids.filter((id) => id.startsWith('-')),
      [],
    );
  });
});
