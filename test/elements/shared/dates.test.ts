import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dateOf, momentOf } from '../../../src/elements/shared/dates.js';

const MAY = '2027-05-01T09:00:00+02:00';

describe('dates written in full', () => {
  it('the first of a month is “1er” in French, and in no other language or place', () => {
    assert.equal(dateOf('fr', MAY, 'Europe/Paris'), '1er mai 2027');
    assert.equal(dateOf('en-GB', MAY, 'Europe/Paris'), '1 May 2027');
    assert.equal(dateOf('fr', '2027-05-21T09:00:00+02:00', 'Europe/Paris'), '21 mai 2027');
    assert.match(momentOf('fr', MAY, 'Europe/Paris'), /^samedi 1er mai 2027 à 0?9:00$/);
  });

  it('the day is that of the zone', () => {
    assert.equal(dateOf('fr', '2027-04-30T22:30:00Z', 'Europe/Paris'), '1er mai 2027');
    assert.equal(dateOf('fr', '2027-04-30T22:30:00Z', 'UTC'), '30 avril 2027');
  });
});
