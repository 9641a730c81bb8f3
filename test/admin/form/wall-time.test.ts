import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { instantOf, isZone, wallTimeOf } from '../../../src/admin/form/wall-time.js';

describe('the time on the wall', () => {
  it('is that of the election’s zone, whatever the machine’s', () => {
    assert.equal(wallTimeOf('2026-11-30T20:00:00+01:00', 'Europe/Paris'), '2026-11-30T20:00');
    assert.equal(wallTimeOf('2026-11-30T20:00:00+01:00', 'America/Montreal'), '2026-11-30T14:00');
  });

  it('is an instant again, with the offset of that day', () => {
    assert.equal(instantOf('2026-11-30T20:00', 'Europe/Paris'), '2026-11-30T20:00:00+01:00');
    assert.equal(instantOf('2026-07-14T20:00', 'Europe/Paris'), '2026-07-14T20:00:00+02:00');
    assert.equal(instantOf('2026-07-14T20:00', 'America/St_Johns'), '2026-07-14T20:00:00-02:30');
  });

  it('an hour that a change of clocks leaves out is the hour after it', () => {
    assert.equal(
      Date.parse(instantOf('2027-03-28T02:30', 'Europe/Paris')),
      Date.parse('2027-03-28T03:30:00+02:00'),
    );
  });

  it('there and back again is the same instant, but where clocks go back', () => {
    const zones = ['Europe/Paris', 'America/Montreal', 'Asia/Kathmandu', 'Pacific/Chatham', 'UTC'];
    const minutes = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2029, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const wall = wallTimeOf(new Date(minute * 60_000).toISOString(), zone);
        assert.equal(wallTimeOf(instantOf(wall, zone), zone), wall);
        assert.ok(Math.abs(Date.parse(instantOf(wall, zone)) - minute * 60_000) <= 3_600_000);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing is shown where there is no instant, or no such zone', () => {
    assert.equal(wallTimeOf(undefined, 'Europe/Paris'), '');
    assert.equal(wallTimeOf('soon', 'Europe/Paris'), '');
    assert.equal(wallTimeOf('2026-11-30T20:00:00Z', 'Europe/Nowhere'), '');
    assert.equal(instantOf('', 'Europe/Paris'), '');
    assert.equal(instantOf('2026-11-30T20:00', '+01:00'), '');
    assert.equal(isZone('+01:00'), false);
  });
});
