import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { idFrom, inZone, newDraft, tidy, valueAt, withValue } from '../../../src/admin/form/draft.js';
import { lockOf } from '../../../src/admin/form/locked.js';
import { previewOf } from '../../../src/admin/form/preview.js';
import { problemsOf } from '../../../src/admin/form/problems.js';
import { timeline } from '../../../src/admin/form/timeline.js';
import type { Election, Phase } from '../../../src/model/election.js';
import type { Lock } from '../../../src/protocol/admin/elections.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const draft = newDraft(NOW, 'Europe/Paris', 'fr');
const whole: Election = {
  ...draft,
  id: 'traverse',
  title: 'Qui présidera ?',
  brand: { id: 'traverse', name: 'Traverse' },
  candidates: [
    { id: 'amina', name: 'Amina' },
    { id: 'gilles', name: 'Gilles' },
  ],
};
const kindAt = (election: Election, path: string) => problemsOf(election).get(path)?.kind;

describe('a first draft', () => {
  it('lacks what only the brand knows, and nothing else: each is said of a field of the form', () => {
    assert.deepEqual([...problemsOf(draft).keys()].sort(), ['brand.name', 'id', 'title']);
  });

  it('is an election once that is written', () => {
    assert.deepEqual([...problemsOf(whole)], []);
  });

  it('votes for a month, from eight in the morning to eight in the evening of the zone', () => {
    assert.equal(draft.calendar.voting, '2027-01-17T08:00:00+01:00');
    assert.equal(draft.calendar.counting, '2027-02-16T20:00:00+01:00');
  });
});

describe('what is wrong', () => {
  const changed = (path: string, value: unknown) => kindAt(withValue(whole, path, value), path);

  it('is said of the field that it is in', () => {
    assert.equal(changed('title', '   '), 'missing');
    assert.equal(changed('title', 'x'.repeat(141)), 'too-long');
    assert.equal(changed('brand.colour', 'teal'), 'wrong');
    assert.equal(changed('brand.url', 'javascript:alert(1)'), 'wrong');
    assert.equal(changed('rules.quorum', -1), 'wrong');
    assert.equal(changed('calendar.counting', whole.calendar.announced), 'order');
    assert.equal(changed('candidates.1.id', 'amina'), 'taken');
    assert.equal(changed('candidates.1.photo.src', 'http://photos.example/a.jpg'), 'wrong');
  });

  it('what is left empty and need not be there is not wrong', () => {
    for (const path of [
      'brand.story',
      'brand.colour',
      'brand.url',
      'calendar.mandate',
      'candidates.0.slogan',
    ])
      assert.equal(changed(path, ''), undefined, path);
  });
});

describe('a draft', () => {
  it('is changed in one place; the rest is shared', () => {
    const next = withValue(whole, 'candidates.1.slogan', 'Plus de bancs.');
    assert.equal(valueAt(next, 'candidates.1.slogan'), 'Plus de bancs.');
    assert.equal(next.candidates[0], whole.candidates[0]);
    assert.ok(Array.isArray(next.candidates));
    assert.equal(valueAt(whole, 'candidates.1.slogan'), undefined);
    assert.deepEqual(withValue(next, 'candidates.1.slogan', undefined), whole);
  });

  it('in another zone keeps the hours on the wall', () => {
    assert.equal(inZone(whole, 'America/Montreal').calendar.voting, '2027-01-17T08:00:00-05:00');
  });

  it('is tidied: no space around texts, nothing that is empty', () => {
    assert.deepEqual(tidy({ a: ' b ', c: '', d: { e: '' }, f: [{ g: ' ' }], h: 0 }), {
      a: 'b',
      f: [{}],
      h: 0,
    });
  });

  it('ids are made of names', () => {
    assert.equal(idFrom('Éloïse & Zoé  d’Évry'), 'eloise-zoe-d-evry');
    assert.equal(idFrom('Amina', ['amina', 'amina-2']), 'amina-3');
    assert.equal(idFrom('李'), 'candidate');
    assert.match(idFrom('x'.repeat(300)), /^x{56}$/);
  });
});

describe('what is locked', () => {
  const locks: readonly Lock[] = [
    { part: 'quorum', why: 'voting' },
    { part: 'calendar.voting', why: 'past' },
    { part: 'candidates', why: 'voting' },
    { part: 'brand', why: 'closed' },
  ];
  const lock = (path: string) => lockOf(path, locks);

  it('nothing of an election that is being made', () => {
    assert.equal(lockOf('id', undefined), undefined);
  });

  it('the id from the first day, for it is in addresses', () => {
    assert.equal(lockOf('id', []), 'address');
    assert.equal(lockOf('rules.quorum', []), undefined);
  });

  it('the parts that the server names', () => {
    assert.equal(lock('rules.quorum'), 'voting');
    assert.equal(lock('calendar.voting'), 'past');
    assert.equal(lock('brand.name'), 'closed');
    for (const path of ['title', 'calendar.counting', 'rules.revote'])
      assert.equal(lock(path), undefined, path);
  });

  it('who stands and under which name, but not what they say', () => {
    for (const path of ['candidates', 'candidates.0.name']) assert.equal(lock(path), 'voting', path);
    assert.equal(lock('candidates.0.manifesto'), undefined);
  });
});

describe('the line of phases', () => {
  it('shares out the whole line, and leaves none too short to be seen', () => {
    const stretches = timeline(whole.calendar, NOW);
    assert.equal(stretches.length, 8);
    assert.ok(Math.abs(stretches.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-9);
    for (const { share } of stretches) assert.ok(share >= 0.07);
  });

  it('says what has been, what is, and what is to come', () => {
    const when = (now: string) =>
      timeline(whole.calendar, Date.parse(now))
        .map(({ when }) => when[0])
        .join('');
    assert.equal(when('2026-01-01T00:00:00Z'), 'tttttttt');
    assert.equal(when('2027-01-20T00:00:00Z'), 'pppntttt');
    assert.equal(when('2029-01-01T00:00:00Z'), 'pppppppn');
  });

  it('a calendar that runs backwards is drawn all the same', () => {
    const stretches = timeline({ ...whole.calendar, counting: '2020-01-01T00:00:00Z' }, NOW);
    for (const { share } of stretches) assert.ok(share > 0 && share < 1);
  });
});

describe('the preview', () => {
  const standins = { title: 'Votre question', brand: 'Votre marque', candidate: 'Nom' };
  const at = (phase: Phase, election = whole) => previewOf(election, phase, standins);

  it('stands in the phase that is looked at', () => {
    for (const phase of ['announced', 'campaign', 'voting', 'counting', 'proclaimed', 'ended'] as const)
      assert.equal(at(phase).phase, phase);
  });

  it('hides what the rules hide, and has someone elected at the end', () => {
    assert.deepEqual(at('voting').results, { hidden: 'until-voted' });
    assert.equal(at('voting', withValue(whole, 'rules.visibility', 'always')).results.hidden, false);
    const { outcome } = at('proclaimed');
    assert.deepEqual(outcome?.kind === 'elected' && outcome.candidate, 'amina');
  });

  it('says in a word what is not written yet', () => {
    const { election } = at('campaign', { ...draft, candidates: [{ id: 'x', name: '' }] });
    assert.equal(election.title, 'Votre question');
    assert.equal(election.brand.name, 'Votre marque');
    assert.equal(election.candidates[0]?.name, 'Nom');
  });
});
