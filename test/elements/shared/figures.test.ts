import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { figuresOf } from '../../../src/elements/shared/figures.js';

/** Which of the spaces a language puts in is the platform's choice. */
const plain = (text: string) => text.replace(/\s/g, ' ');

const AT = Date.parse('2027-01-31T19:05:00Z');

describe('figures', () => {
  it('are written as the language writes them', () => {
    const [en, fr] = [figuresOf('en'), figuresOf('fr')];
    assert.equal(en.number(1_234_567), '1,234,567');
    assert.equal(plain(fr.number(1_234_567)), '1 234 567');
    assert.equal(en.share(333), '33.3%');
    assert.equal(plain(fr.share(333)), '33,3 %');
  });

  it('shares always have one decimal: a column of them does not move', () => {
    const { share } = figuresOf('en');
    assert.deepEqual([0, 1, 10, 1000].map(share), ['0.0%', '0.1%', '1.0%', '100.0%']);
  });

  it('the time is that of the election’s zone', () => {
    const { time } = figuresOf('en');
    assert.equal(plain(time(AT, 'Europe/Paris')), '8:05 PM');
    assert.equal(plain(time(AT, 'America/Martinique')), '3:05 PM');
    assert.equal(figuresOf('fr').time(AT, 'Europe/Paris'), '20:05');
  });

  it('are made once a language', () => {
    assert.equal(figuresOf('fr'), figuresOf('fr'));
    assert.notEqual(figuresOf('fr'), figuresOf('en'));
  });
});
