import assert from 'node:assert/strict';
import test from 'node:test';
import { freeId, slug } from '../../src/model/slug.js';

test('a name becomes an id that may stand in an address', () => {
  for (const [name, id] of [
    ['Thanh-Mai Phạm', 'thanh-mai-pham'],
    ['Zoé Œuf', 'zoe-oeuf'],
    ['  O’Neill, Jr. ', 'o-neill-jr'],
    ['山田', ''],
    ['a'.repeat(90), 'a'.repeat(56)],
  ] as const)
    assert.equal(slug(name), id);
});

test('an id is given once', () => {
  assert.equal(freeId('Zoé', new Set()), 'zoe');
  assert.equal(freeId('Zoé', new Set(['zoe', 'zoe-2'])), 'zoe-3');
  assert.equal(freeId('山田', new Set()), 'candidate');
});
