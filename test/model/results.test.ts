import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Rules, Visibility } from '../../src/model/election.js';
import { phaseAt } from '../../src/model/phase.js';
import { hiddenAt } from '../../src/model/results.js';
import { calendars } from './arbitraries.js';

const VISIBILITIES: Visibility[] = ['always', 'until-voted', 'until-close'];

test('before the opening nobody sees results; after the close everyone does', () => {
  fc.assert(
    fc.property(calendars, fc.constantFrom(...VISIBILITIES), fc.boolean(), (drawn, visibility, hasVoted) => {
      const election = { calendar: drawn.calendar, rules: { visibility } as Rules };
      for (const { at, phase } of drawn.starts) {
        const hidden = hiddenAt(election, at, hasVoted);
        if (['announced', 'candidacy', 'campaign'].includes(phase)) assert.equal(hidden, 'until-open');
        else if (phase !== 'voting') assert.equal(hidden, false);
      }
      const close = Date.parse(drawn.calendar.counting);
      assert.equal(phaseAt(drawn.calendar, close - 1), 'voting');
      assert.equal(hiddenAt(election, close, hasVoted), false);
    }),
  );
});

for (const [visibility, hasVoted, hidden] of [
  ['always', false, false],
  ['always', true, false],
  ['until-voted', false, 'until-voted'],
  ['until-voted', true, false],
  ['until-close', false, 'until-close'],
  ['until-close', true, 'until-close'],
] as const) {
  test(`while votes come in, results shown ${visibility} are hidden ${hidden} from who has ${hasVoted ? '' : 'not '}voted`, () => {
    const calendar = { voting: '2026-11-15T09:00:00Z', counting: '2026-11-30T20:00:00Z', timeZone: 'UTC' };
    const election = { calendar, rules: { visibility } as Rules };
    assert.equal(hiddenAt(election, Date.parse('2026-11-20T00:00:00Z'), hasVoted), hidden);
  });
}
