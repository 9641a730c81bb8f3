import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contrast, darkOn, mixed, textOn } from '../../../src/server/share/colours.js';
import { datesOf, drawable, posterOf } from '../../../src/server/share/poster.js';
import { anElection } from '../support/backend.js';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

describe('the colours of a poster', () => {
  it('are read on whatever colour a brand has', () => {
    fc.assert(
      fc.property(colour, (brand) => {
        assert.ok(contrast(textOn(brand), brand) >= 4.5, brand);
        const paper = mixed(brand, '#ffffff', 0.05);
        assert.ok(contrast(darkOn(paper, brand), paper) >= 4.5, brand);
      }),
    );
  });

  it('are by WCAG’s formula', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
    assert.equal(darkOn('#ffffff', '#0a0a0a'), '#0a0a0a');
  });
});

describe('what a poster says', () => {
  const election = {
    ...anElection('maison'),
    brand: { id: 'maison', name: 'Maison', colour: '#0a7d55' },
  };

  it('is in the election’s language, with its quotation marks and its dates', () => {
    const amina = { id: 'amina', name: 'Amina', slogan: 'À l’heure\u202f!' };
    const { slogan, votes } = posterOf(election, amina);
    assert.equal(slogan, '«\u202fÀ l’heure\u202f!\u202f»');
    assert.equal(votes, 'Vote\u00a0: 1–30 novembre 2026');
    const english = posterOf({ ...election, lang: 'en-GB' }, amina);
    assert.equal(english.slogan, '“À l’heure\u202f!”');
    assert.match(english.votes, /^Vote: 1\s?–\s?30 November 2026$/);
  });

  it('leaves out the last day where voting closes as it begins', () => {
    const calendar = {
      voting: '2026-11-01T08:00:00+01:00',
      counting: '2026-12-01T00:00:00+01:00',
      timeZone: 'Europe/Paris',
    };
    assert.equal(datesOf(calendar, 'fr'), '1–30 novembre 2026');
  });

  it('holds no sign that turns others round, no tower of marks and no emoji, and keeps the letters', () => {
    assert.equal(drawable('Z\u0334\u0321\u031b\u0354\u034eo\u202e abc'), 'Z\u0334\u0321o abc');
    assert.equal(drawable('Amina 🙂👩‍👩‍👧 🇫🇷 1️⃣'), 'Amina 1');
    assert.equal(drawable('أمينة\u200cبلقاسم'), 'أمينة\u200cبلقاسم');
    assert.equal(drawable('\u0000a\u2028\nb\ud800'), 'a b');
    assert.equal(drawable('© Œuvre n° 5 – «\u202fça\u202f»'), '© Œuvre n° 5 – «\u202fça\u202f»');
  });
});
