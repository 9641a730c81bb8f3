import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Calendar } from '../../src/model/election.js';
import { byDate, milestoneState, silentDays, termOf } from '../../src/model/mandate.js';

const at = (text: string): number => Date.parse(text);
const calendar: Calendar = {
  voting: '2027-01-01T08:00:00Z',
  counting: '2027-01-31T20:00:00Z',
  proclaimed: '2027-02-01T10:00:00Z',
  mandate: '2027-02-15T00:00:00Z',
  ended: '2027-08-15T00:00:00Z',
  timeZone: 'UTC',
};

describe('a date of the programme', () => {
  const milestone = { id: 'visite', title: 'Visite', at: '2027-03-01T09:00:00Z' };

  it('is ahead until its instant, due from then on, kept once it was done', () => {
    assert.equal(milestoneState(milestone, at('2027-03-01T08:59:59Z')), 'ahead');
    assert.equal(milestoneState(milestone, at('2027-03-01T09:00:00Z')), 'due');
    const kept = { ...milestone, kept: { at: '2027-02-01T09:00:00Z' } };
    assert.equal(milestoneState(kept, at('2027-02-02T09:00:00Z')), 'kept');
  });

  it('that lasts is due once it is over', () => {
    const lasting = { ...milestone, ends: '2027-03-03T18:00:00Z' };
    assert.equal(milestoneState(lasting, at('2027-03-02T09:00:00Z')), 'ahead');
    assert.equal(milestoneState(lasting, at('2027-03-03T18:00:00Z')), 'due');
  });

  it('stands in the programme by its instant, whatever the offset it is written in', () => {
    const later = { id: 'b', title: '', at: '2027-03-01T09:30:00Z' };
    const earlier = { id: 'a', title: '', at: '2027-03-01T10:00:00+01:00' };
    assert.deepEqual(
      byDate([later, earlier]).map(({ id }) => id),
      ['a', 'b'],
    );
  });
});

describe('a term', () => {
  it('runs from the mandate to its end; a day begun is a day left', () => {
    const begins = at('2027-02-15T00:00:00Z');
    const ends = at('2027-08-15T00:00:00Z');
    assert.deepEqual(termOf(calendar, begins), { begins, ends, share: 0, daysLeft: 181 });
    assert.equal(termOf(calendar, begins + 1)?.daysLeft, 181);
    assert.equal(termOf(calendar, ends - 1)?.daysLeft, 1);
    assert.equal(termOf(calendar, (begins + ends) / 2)?.share, 0.5);
  });

  it('is never more than over, nor less than begun', () => {
    assert.deepEqual(
      [at('2020-01-01'), at('2030-01-01')].map((now) => termOf(calendar, now)?.share),
      [0, 1],
    );
    assert.equal(termOf(calendar, at('2030-01-01'))?.daysLeft, 0);
  });

  it('without an end has none; without a beginning it is none', () => {
    const { ended: _, ...open } = calendar;
    const begins = at('2027-02-15T00:00:00Z');
    assert.deepEqual(termOf(open, begins), { begins, ends: undefined, share: 0, daysLeft: 0 });
    const { mandate: __, ...none } = open;
    assert.equal(termOf(none, begins), undefined);
  });
});

describe('a brand that does not respond', () => {
  it('is silent for whole days since the proclamation', () => {
    assert.equal(silentDays(calendar, undefined, at('2027-02-02T09:59:59Z')), undefined);
    assert.equal(silentDays(calendar, undefined, at('2027-02-02T10:00:00Z')), 1);
    assert.equal(silentDays(calendar, undefined, at('2027-02-10T09:59:59Z')), 8);
  });

  it('has spoken once it has, whatever it said', () => {
    const response = { kind: 'refused', at: '2027-02-02T10:00:00Z' } as const;
    assert.equal(silentDays(calendar, response, at('2027-06-01T10:00:00Z')), undefined);
  });

  it('is silent from the close where nothing else is the proclamation', () => {
    const { proclaimed: _, ...rest } = calendar;
    assert.equal(silentDays(rest, undefined, at('2027-02-02T20:00:00Z')), 2);
  });
});
