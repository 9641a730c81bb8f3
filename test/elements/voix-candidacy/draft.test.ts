import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  draftOf,
  emptyDraft,
  faultsOf,
  keepDraft,
  readDraft,
  submissionOf,
  type Draft,
} from '../../../src/elements/voix-candidacy/draft.js';

function storage(closed = false) {
  const kept = new Map<string, string>();
  const refuse = () => {
    if (closed) throw new DOMException('closed');
  };
  return () => ({
    getItem: (key: string) => (refuse(), kept.get(key) ?? null),
    setItem: (key: string, text: string) => (refuse(), void kept.set(key, text)),
    removeItem: (key: string) => (refuse(), void kept.delete(key)),
  });
}

const draft: Draft = {
  ...emptyDraft,
  name: ' Amina ',
  town: 'Figeac',
  slogan: 'Un banc',
  manifesto: 'Je prends le train depuis vingt ans, et j’attends debout.',
  video: 'https://youtu.be/dQw4w9WgXcQ',
  alt: 'Sur un quai',
  photo: { src: '/media/a', focus: [40, 30] },
  consents: { age: true, rules: true, image: true },
};

describe('a draft', () => {
  it('comes back after a reload, until it is sent', () => {
    const device = storage();
    assert.equal(readDraft('traverse', device), undefined);
    assert.equal(keepDraft('traverse', draft, device), true);
    assert.deepEqual(readDraft('traverse', device), draft);
    assert.equal(readDraft('ondine', device), undefined);
    keepDraft('traverse', undefined, device);
    assert.equal(readDraft('traverse', device), undefined);
  });

  it('is written all the same where storage is closed; what makes no sense there is as good as nothing', () => {
    assert.equal(keepDraft('traverse', draft, storage(true)), false);
    assert.equal(readDraft('traverse', storage(true)), undefined);
    for (const text of ['{', '[]', '{"name":7}', 'null', '"x"']) {
      const device = storage();
      device().setItem('voix:candidacy:traverse', text);
      const read = readDraft('traverse', device);
      assert.ok(read === undefined || read.name === '', text);
    }
  });

  it('is sent tidied, its link as a video, and is found again in what was sent', () => {
    const sent = submissionOf(draft, 2);
    assert.equal(sent.profile.name, 'Amina');
    assert.deepEqual(sent.profile.video, { provider: 'youtube', id: 'dQw4w9WgXcQ' });
    assert.deepEqual(sent.profile.photo, { src: '/media/a', focus: [40, 30], alt: 'Sur un quai' });
    assert.deepEqual([sent.version, 'email' in sent], [2, false]);
    const at = '2026-11-22T10:00:00Z';
    const back = draftOf({
      id: 'x',
      state: 'returned',
      version: 2,
      profile: sent.profile,
      submittedAt: at,
      changedAt: at,
    });
    assert.deepEqual(submissionOf(back, 2), sent);
  });

  it('says what is wrong with a link that is no video, whatever it hides', () => {
    assert.deepEqual(faultsOf(draft), {});
    for (const video of ['javascript:alert(1)', 'https://example.org/film.mp4', 'bonjour'])
      assert.deepEqual(faultsOf({ ...draft, video }), { video: 'address' });
  });
});
