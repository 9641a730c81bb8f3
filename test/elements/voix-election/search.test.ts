import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matching } from '../../../src/elements/voix-election/search.js';
import { candidates } from '../snapshots.js';

const found = (query: string) => matching(candidates, query).map(({ id }) => id);

describe('the search among candidates', () => {
  it('looks into the name, the town, the slogan and the manifesto', () => {
    assert.deepEqual(found('Belkacem'), ['amina']);
    assert.deepEqual(found('Ussel'), ['gilles']);
    assert.deepEqual(found('tournée'), ['gilles']);
    assert.deepEqual(found('banc sur chaque quai'), ['amina']);
  });

  it('does not mind accents, capitals, or spaces to spare', () => {
    assert.deepEqual(found('SOLENE'), ['solene']);
    assert.deepEqual(found('  solène   fabre '), ['solene']);
    assert.deepEqual(found('sole\u0300ne'), ['solene']);
  });

  it('wants every word, in whatever order and place', () => {
    assert.deepEqual(found('figeac amina'), ['amina']);
    assert.deepEqual(found('figeac gilles'), []);
  });

  it('nothing asked: everybody, in the order that they have', () => {
    assert.equal(matching(candidates, '   '), candidates);
  });

  it('a query is words, never a pattern', () => {
    for (const query of ['.*', 'a|b', '[', '\\', '(?:', '$']) assert.deepEqual(found(query), []);
  });

  it('finds nothing in what is not there', () => {
    assert.deepEqual(found('undefined'), []);
  });
});
