import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrivalHash, arrivalIn } from '../../../src/model/arrival.js';
import { sharedAddress } from '../../../src/elements/voix-share/address.js';

const AMINA = { election: 'traverse', candidate: 'amina-belkacem' };

describe('the address of a candidate', () => {
  it('is the one that the backend gives, whole', () => {
    const offer = {
      address: (election: string, id: string) => `/api/elections/${election}/candidates/${id}`,
    };
    assert.equal(
      sharedAddress(offer, AMINA, 'https://brand.test/vote#top'),
      'https://brand.test/api/elections/traverse/candidates/amina-belkacem',
    );
  });

  it('is the page at the candidate where the backend gives none, or none that may be opened', () => {
    const there = 'https://brand.test/vote?lang=fr#voix=traverse/amina-belkacem';
    const page = 'https://brand.test/vote?lang=fr#top';
    assert.equal(sharedAddress(undefined, AMINA, page), there);
    assert.equal(sharedAddress({ address: () => 'javascript:alert(1)' }, AMINA, page), there);
  });
});

describe('the fragment that says for whom one has come', () => {
  it('is read as it was written', () => {
    assert.deepEqual(arrivalIn(arrivalHash(AMINA)), AMINA);
  });

  for (const hash of [
    '',
    '#',
    '#voix',
    '#voix=',
    '#voix=traverse',
    '#voix=a/b/c',
    '#voix=A/b',
    '#voix=a/<b>',
    '#other=a/b',
  ])
    it(`says nothing as ${hash || 'nothing'}`, () => assert.equal(arrivalIn(hash), undefined));
});
