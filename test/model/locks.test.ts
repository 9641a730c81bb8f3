import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Election } from '../../src/model/election.js';
import { changedParts, judgeChange, locksOf } from '../../src/model/locks.js';
import { RULES } from '../support/rules.js';

const election: Election = {
  id: 'maison',
  lang: 'fr',
  title: 'Qui présidera ?',
  brand: { id: 'maison', name: 'Maison', colour: '#0a7d55' },
  calendar: {
    campaign: '2026-10-01T00:00:00Z',
    voting: '2026-11-01T08:00:00Z',
    counting: '2026-11-30T19:00:00Z',
    mandate: '2027-01-01T00:00:00Z',
    timeZone: 'Europe/Paris',
  },
  rules: RULES,
  candidates: [
    { id: 'amina', name: 'Amina' },
    { id: 'bruno', name: 'Bruno', slogan: 'Oui' },
  ],
};
const BEFORE = Date.parse('2026-10-15T00:00:00Z');
const DURING = Date.parse('2026-11-15T00:00:00Z');
const AFTER = Date.parse('2026-12-01T00:00:00Z');
const calendar = (more: Partial<Election['calendar']>) => ({
  ...election,
  calendar: { ...election.calendar, ...more },
});

describe('the page on which an election stands', () => {
  it('may be changed at any time, and nobody need be told', () => {
    const moved = { ...election, page: 'https://maison.example/vote' };
    assert.deepEqual(changedParts(election, moved), ['look']);
    const { locked, amended } = judgeChange(election, moved, DURING);
    assert.deepEqual([locked, amended], [[], []]);
  });
});

describe('what of an election is locked', () => {
  it('is nothing before voting opens', () => {
    assert.deepEqual(locksOf(election, BEFORE), []);
    const other = { ...election, title: 'Autre', rules: { ...election.rules, quorum: 5 }, candidates: [] };
    assert.deepEqual(judgeChange(election, other, BEFORE), {
      parts: ['title', 'quorum', 'candidates', 'profiles'],
      locked: [],
      amended: [],
    });
  });

  it('is the question, the rules, who stands and what has begun, once voting has opened', () => {
    const locks = new Map(locksOf(election, DURING).map(({ part, why }) => [part, why]));
    for (const part of ['title', 'lang', 'brand', 'method', 'quorum', 'identity', 'candidates'])
      assert.equal(locks.get(part), 'voting', part);
    assert.equal(locks.get('calendar.voting'), 'past');
    assert.equal(locks.get('calendar.campaign'), 'past');
    for (const part of ['look', 'profiles', 'calendar.counting', 'calendar.mandate'])
      assert.ok(!locks.has(part), part);
  });

  it('is the close, too, once it has come', () => {
    const locks = new Map(locksOf(election, AFTER).map(({ part, why }) => [part, why]));
    assert.equal(locks.get('calendar.counting'), 'past');
    assert.equal(locks.get('quorum'), 'closed');
  });
});

describe('a change while voting is open', () => {
  it('of the look is free; of a profile or of the close it is an amendment', () => {
    const look = { ...election, brand: { ...election.brand, colour: '#123456' } };
    assert.deepEqual(judgeChange(election, look, DURING), { parts: ['look'], locked: [], amended: [] });
    const later = calendar({ counting: '2026-12-07T19:00:00Z' });
    assert.deepEqual(judgeChange(election, later, DURING).amended, ['calendar.counting']);
    const [amina, bruno] = election.candidates;
    assert.ok(amina && bruno);
    const said = { ...election, candidates: [{ ...bruno, slogan: 'Non' }, amina] };
    assert.deepEqual(judgeChange(election, said, DURING).amended, ['profiles']);
  });

  it('may not move a phase into the past, nor add, leave out or rename who stands', () => {
    assert.deepEqual(judgeChange(election, calendar({ counting: '2026-11-14T00:00:00Z' }), DURING).locked, [
      'calendar.counting',
    ]);
    const renamed = { ...election, candidates: election.candidates.map((one) => ({ ...one, name: 'X' })) };
    for (const candidates of [[], election.candidates.slice(1), renamed.candidates])
      assert.deepEqual(judgeChange(election, { ...election, candidates }, DURING).locked, ['candidates']);
  });

  it('is none where only the order of keys, candidates, or the writing of an instant is another', () => {
    const { id, ...rest } = election;
    const same = { ...rest, candidates: [...election.candidates].reverse(), id };
    assert.deepEqual(changedParts(election, same), []);
    assert.deepEqual(changedParts(election, calendar({ counting: '2026-11-30T20:00:00+01:00' })), []);
  });
});
