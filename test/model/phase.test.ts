import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { PHASES, type Calendar } from '../../src/model/election.js';
import { isFrom, nextPhase, phaseAt, phaseStarts } from '../../src/model/phase.js';
import { calendars } from './arbitraries.js';

const calendar: Calendar = {
  campaign: '2026-11-01T09:00:00+01:00',
  voting: '2026-11-15T09:00:00+01:00',
  counting: '2026-11-30T20:00:00+01:00',
  timeZone: 'Europe/Paris',
};
const at = (instant: string) => phaseAt(calendar, Date.parse(instant));

test('an election goes through the phases that its calendar has', () => {
  assert.equal(at('2026-10-01T00:00:00Z'), 'announced');
  assert.equal(at('2026-11-01T08:00:00Z'), 'campaign');
  assert.equal(at('2026-11-15T07:59:59.999Z'), 'campaign');
  assert.equal(at('2026-11-15T08:00:00Z'), 'voting');
  assert.equal(at('2026-11-30T18:59:59.999Z'), 'voting');
});

test('without a date of its own the proclamation follows the close at once', () => {
  assert.equal(at('2026-11-30T19:00:00Z'), 'proclaimed');
  const later = { ...calendar, proclaimed: '2026-12-02T12:00:00Z' };
  assert.equal(phaseAt(later, Date.parse('2026-12-02T11:59:59Z')), 'counting');
  assert.equal(phaseAt(later, Date.parse('2026-12-02T12:00:00Z')), 'proclaimed');
});

test('a phase begins at its very instant, whatever the offset it is written with', () => {
  fc.assert(
    fc.property(calendars, ({ calendar, starts }) => {
      starts.forEach(({ phase, at }, i) => {
        const begun = phase === 'counting' && !calendar.proclaimed ? 'proclaimed' : phase;
        const before = i === 0 ? 'announced' : starts[i - 1]?.phase;
        const lasting = before === 'counting' && !calendar.proclaimed ? 'proclaimed' : before;
        assert.equal(phaseAt(calendar, at), begun);
        assert.equal(phaseAt(calendar, at - 1), lasting);
        assert.deepEqual(nextPhase(calendar, at - 1), { phase, at });
        assert.notEqual(nextPhase(calendar, at)?.at, at);
      });
    }),
  );
});

test('phases never go backwards, and what is next is what comes', () => {
  fc.assert(
    fc.property(calendars, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), ({ calendar }, moments) => {
      const [first, last] = [phaseStarts(calendar)[0], phaseStarts(calendar).at(-1)];
      const [from, to] = [(first?.at ?? 0) - 1000, (last?.at ?? 0) + 1000];
      const times = moments.map((part) => Math.round(from + part * (to - from))).sort((a, b) => a - b);
      let before = 0;
      for (const now of times) {
        const phase = phaseAt(calendar, now);
        assert.ok(PHASES.indexOf(phase) >= before);
        before = PHASES.indexOf(phase);
        const next = nextPhase(calendar, now);
        if (!next) assert.ok(now >= (last?.at ?? 0));
        else {
          assert.ok(next.at > now);
          assert.equal(phaseAt(calendar, next.at - 1), phase, 'nothing changes before');
          if (next.phase !== 'announced') assert.notEqual(phaseAt(calendar, next.at), phase);
        }
      }
    }),
  );
});

test('one phase is from another where it is that one or a later one', () => {
  PHASES.forEach((phase, i) => {
    PHASES.forEach((other, j) => assert.equal(isFrom(phase, other), i >= j));
  });
});
