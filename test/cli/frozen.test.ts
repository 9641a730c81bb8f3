import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { frozenChanges } from '../../src/cli/frozen.js';
import type { Election } from '../../src/model/election.js';

const election: Election = {
  id: 'bakery',
  lang: 'fr',
  title: 'Qui ?',
  brand: { id: 'bakery', name: 'La Boulangerie' },
  calendar: {
    voting: '2027-01-01T08:00:00+01:00',
    counting: '2027-01-31T20:00:00+01:00',
    timeZone: 'Europe/Paris',
  },
  rules: {
    method: { kind: 'approval', max: 2 },
    visibility: 'until-voted',
    revote: true,
    confirm: true,
    quorum: 0,
    identity: 'device',
  },
  candidates: [
    { id: 'amina', name: 'Amina' },
    { id: 'bruno', name: 'Bruno' },
  ],
};
const before = Date.parse('2026-12-31T12:00:00Z');
const during = Date.parse('2027-01-15T12:00:00Z');
const after = Date.parse('2027-02-01T12:00:00Z');
const closing = (counting: string): Election => ({
  ...election,
  calendar: { ...election.calendar, counting },
});

describe('an election that is held', () => {
  const next: Election = {
    ...election,
    rules: { ...election.rules, revote: false, method: { kind: 'plurality' } },
    calendar: { ...election.calendar, voting: '2027-01-02T08:00:00+01:00' },
    candidates: [
      { id: 'amina', name: 'Aminata' },
      { id: 'chloe', name: 'Chloé' },
    ],
  };

  it('may change in everything until voting opens', () => {
    assert.deepEqual(frozenChanges(election, next, before), []);
  });

  it('keeps its rules, its opening and its candidates from then on, and each change is named', () => {
    assert.deepEqual(frozenChanges(election, next, during), [
      'rules.method ({"kind":"approval","max":2} → {"kind":"plurality"})',
      'rules.revote (true → false)',
      'calendar.voting ("2027-01-01T07:00:00.000Z" → "2027-01-02T07:00:00.000Z")',
      'the name of candidate amina ("Amina" → "Aminata")',
      'candidate bruno left out',
      'candidate chloe added',
    ]);
    assert.equal(frozenChanges(election, next, after).length, 6);
  });

  it('may still mend its texts, and write the same instants and rules another way', () => {
    const mended: Election = {
      ...election,
      title: 'Qui donc ?',
      calendar: { ...election.calendar, voting: '2027-01-01T07:00:00Z' },
      rules: { ...election.rules, method: { max: 2, kind: 'approval' } },
      candidates: [...election.candidates].reverse().map((candidate) => ({ ...candidate, slogan: 'Oui' })),
    };
    assert.deepEqual(frozenChanges(election, mended, during), []);
  });

  it('may put its close off while voting goes on, not move it into the past, nor reopen', () => {
    assert.deepEqual(frozenChanges(election, closing('2027-02-07T20:00:00+01:00'), during), []);
    assert.equal(frozenChanges(election, closing('2027-01-10T20:00:00+01:00'), during).length, 1);
    assert.equal(frozenChanges(election, closing('2027-02-07T20:00:00+01:00'), after).length, 1);
  });
});
