import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory/memory.js';
import type { Submission } from '../../src/model/candidacy.js';
import { anElection, OPENS, SetClock } from '../server/support/backend.js';

const clock = new SetClock(OPENS - 1);

const submission: Submission = {
  profile: {
    name: ' Zoé Martin ',
    town: 'Sète',
    slogan: 'Un banc',
    manifesto: 'Je demande un banc sur chaque quai, et une horloge qui donne l’heure.',
  },
  consents: { age: true, rules: true, image: true },
};

describe('candidacies in memory', () => {
  it('are one a person; kept, mended by version, withdrawn, as the server does', async () => {
    const backend = memoryAdapter([anElection('maison')], { clock });
    const offer = (await backend.community?.())?.candidacies;
    assert.ok(offer);
    assert.equal(await offer.own('maison'), null);
    const key = randomUUID();
    const first = await offer.submit('maison', submission, key);
    assert.deepEqual([first.state, first.version, first.profile.name], ['pending', 1, 'Zoé Martin']);
    assert.deepEqual(await offer.submit('maison', submission, key), first);
    await assert.rejects(offer.submit('maison', submission, randomUUID()), { code: 'candidacy-exists' });
    const old = offer.submit('maison', { ...submission, version: 7 }, randomUUID());
    await assert.rejects(old, { code: 'changed-meanwhile' });
    const mended = await offer.submit('maison', { ...submission, version: 1 }, randomUUID());
    assert.equal(mended.version, 2);
    assert.equal((await offer.withdraw('maison', 2)).state, 'withdrawn');
    assert.equal((await offer.own('maison'))?.state, 'withdrawn');
    const other = (await backend.as('other').community?.())?.candidacies;
    assert.equal(await other?.own('maison'), null);
    await assert.rejects(Promise.resolve(other?.withdraw('maison', 1)), { code: 'candidacy-unknown' });
  });

  it('that are not as they must be are refused', async () => {
    const offer = (await memoryAdapter([anElection('maison')], { clock }).community?.())?.candidacies;
    const consents = { ...submission.consents, image: false };
    await assert.rejects(
      Promise.resolve(offer?.submit('maison', { ...submission, consents }, randomUUID())),
      {
        code: 'candidacy-invalid',
      },
    );
  });
});
