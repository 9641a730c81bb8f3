import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { idFor } from '../../src/cli/first-election.js';

describe('the id of a first election', () => {
  it('is the name of its file, as an id', () => {
    assert.equal(idFor('my-brand.yaml'), 'my-brand');
    assert.equal(idFor('elections/Maison Lavandé.yml'), 'maison-lavande');
  });

  it('is one to begin with where the name tells nothing, or YAML would read no text', () => {
    for (const file of ['election.yaml', '2026.yaml', 'true.yaml', '選挙.yaml', '0x1f.yaml'])
      assert.equal(idFor(file), 'our-president', file);
  });
});
