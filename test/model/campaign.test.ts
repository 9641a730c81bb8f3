import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byInterest, entryOf, seatOf } from '../../src/model/campaign.js';
import type { Election, Rules } from '../../src/model/election.js';
import type { Mandate } from '../../src/model/mandate.js';
import { RULES } from '../support/rules.js';

const at = (text: string): number => Date.parse(text);
const VOTING = at('2027-01-10T00:00:00Z');
const AFTER = at('2027-03-10T00:00:00Z');

const anElection = (rules: Partial<Rules> = {}, changes: Partial<Election> = {}): Election => ({
  id: 'traverse',
  lang: 'fr',
  title: 'Qui présidera ?',
  brand: { id: 'traverse', name: 'Traverse', welcome: 'Montez.' },
  calendar: {
    voting: '2027-01-01T08:00:00Z',
    counting: '2027-01-31T20:00:00Z',
    proclaimed: '2027-02-01T10:00:00Z',
    timeZone: 'UTC',
  },
  rules: { ...RULES, ...rules },
  candidates: [
    { id: 'amina', name: 'Amina', town: 'Figeac', slogan: 'Un banc.', manifesto: 'Long.' },
    { id: 'gilles', name: 'Gilles' },
  ],
  ...changes,
});
const tally = { version: 10, ballots: 10, counts: { amina: 6, gilles: 4 } };

describe('an election among others', () => {
  it('shows its turnout and who leads where everyone may know', () => {
    const entry = entryOf(anElection(), tally, VOTING);
    assert.deepEqual(entry.leaders, [{ id: 'amina', name: 'Amina', town: 'Figeac' }]);
    assert.deepEqual([entry.ballots, entry.permille, entry.outcome], [10, 600, undefined]);
    assert.equal(entryOf(anElection(), tally, AFTER).outcome, 'elected');
  });

  it('holds nothing of results that are hidden: not a number, not a name', () => {
    for (const visibility of ['until-voted', 'until-close'] as const) {
      const entry = entryOf(anElection({ visibility }), tally, VOTING);
      assert.deepEqual(Object.keys(entry).sort(), ['brand', 'calendar', 'candidates', 'id', 'title']);
    }
    assert.ok(!('ballots' in entryOf(anElection(), tally, at('2026-12-01'))));
    assert.equal(entryOf(anElection({ visibility: 'until-close' }), tally, AFTER).ballots, 10);
  });

  it('nobody leads an empty box; those who are level lead together', () => {
    assert.ok(!('leaders' in entryOf(anElection(), { version: 0, ballots: 0, counts: {} }, VOTING)));
    const level = { version: 4, ballots: 4, counts: { amina: 2, gilles: 2 } };
    assert.equal(entryOf(anElection(), level, VOTING).leaders?.length, 2);
    assert.equal(entryOf(anElection(), level, AFTER).outcome, 'tie');
  });
});

describe('the assembly', () => {
  const mandate: Mandate = {
    response: { kind: 'welcomed', at: '2027-02-03T00:00:00Z' },
    milestones: [
      { id: 'c', title: 'C', at: '2027-06-01T00:00:00Z', place: 'Brive' },
      { id: 'b', title: 'B', at: '2027-05-01T00:00:00Z' },
      { id: 'a', title: 'A', at: '2027-03-01T00:00:00Z', kept: { at: '2027-03-01T00:00:00Z' } },
    ],
    reports: [],
    privileges: [],
    obligations: [],
  };

  it('seats a president with what comes next, and what was kept', () => {
    const seat = seatOf(anElection(), tally, mandate, AFTER);
    assert.deepEqual(
      seat?.agenda.map(({ id }) => id),
      ['b', 'c'],
    );
    assert.deepEqual([seat?.president.name, seat?.president.slogan], ['Amina', 'Un banc.']);
    assert.deepEqual([seat?.votes, seat?.ballots, seat?.kept, seat?.promised], [6, 10, 1, 3]);
    assert.equal(seat?.response, 'welcomed');
    assert.equal(seatOf(anElection(), tally, undefined, AFTER)?.response, undefined);
  });

  it('seats nobody before the proclamation, nor where nobody is elected', () => {
    assert.equal(seatOf(anElection(), tally, mandate, VOTING), undefined);
    assert.equal(seatOf(anElection({ quorum: 11 }), tally, mandate, AFTER), undefined);
    const level = { version: 4, ballots: 4, counts: { amina: 2, gilles: 2 } };
    assert.equal(seatOf(anElection(), level, mandate, AFTER), undefined);
  });
});

it('where one can do something comes first, then what changes soonest, then the alphabet', () => {
  const entry = (name: string, voting: string, counting: string) => ({
    ...entryOf(anElection(), tally, VOTING),
    id: name,
    brand: { id: name, name },
    calendar: { voting, counting, timeZone: 'UTC' },
  });
  const entries = [
    entry('over', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'),
    entry('before', '2027-02-01T00:00:00Z', '2027-03-01T00:00:00Z'),
    entry('late', '2027-01-01T00:00:00Z', '2027-03-01T00:00:00Z'),
    entry('b', '2027-01-01T00:00:00Z', '2027-02-01T00:00:00Z'),
    entry('a', '2027-01-01T00:00:00Z', '2027-02-01T00:00:00Z'),
  ];
  assert.deepEqual(
    byInterest(entries, VOTING).map(({ id }) => id),
    ['a', 'b', 'late', 'over', 'before'],
  );
});
