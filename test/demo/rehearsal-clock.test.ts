import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RehearsalClock } from '../../demo/rehearsal-clock.js';

function clockAt(now: number, rate: number, limit = () => Infinity, settlesAt = Infinity) {
  let world = 0;
  const clock = new RehearsalClock({ start: { now, rate }, limit, settlesAt, monotonic: () => world });
  return { clock, pass: (ms: number) => void (world += ms) };
}

describe('the clock of a rehearsal', () => {
  it('runs at its rate, and stands still at 0', () => {
    const { clock, pass } = clockAt(1000, 4464);
    pass(10);
    assert.equal(clock.now(), 45_640);
    clock.rate = 0;
    pass(10_000);
    assert.equal(clock.now(), 45_640);
    clock.rate = 2;
    pass(10);
    assert.equal(clock.now(), 45_660);
  });

  it('waits at a limit, and goes on from there without a jump', () => {
    let limit = 5000;
    const { clock, pass } = clockAt(0, 1000, () => limit);
    pass(60);
    assert.equal(clock.now(), 5000);
    pass(60);
    limit = Infinity;
    assert.equal(clock.now(), 65_000);
    pass(1);
    assert.equal(clock.now(), 66_000);
  });

  it('slows down to everyone’s pace once the month is over, unless told otherwise after that', () => {
    const { clock, pass } = clockAt(0, 1000, undefined, 5000);
    pass(60);
    assert.equal(clock.now(), 5000);
    assert.equal(clock.rate, 1);
    pass(60);
    assert.equal(clock.now(), 5060);
    clock.rate = 1000;
    pass(60);
    assert.equal(clock.now(), 65_060);
    assert.equal(clock.rate, 1000);
  });

  it('stays paused where the month is over', () => {
    const { clock, pass } = clockAt(6000, 0, undefined, 5000);
    pass(60);
    assert.equal(clock.now(), 6000);
    assert.equal(clock.rate, 0);
  });

  it('never runs backwards, whatever it is told', () => {
    const step = fc.record({ ms: fc.nat(1000), rate: fc.option(fc.nat(10_000)), limit: fc.nat(1_000_000) });
    fc.assert(
      fc.property(fc.array(step), fc.nat(1_000_000), (steps, settlesAt) => {
        let limit = Infinity;
        const { clock, pass } = clockAt(0, 100, () => limit, settlesAt);
        let before = clock.now();
        for (const each of steps) {
          limit = each.limit;
          pass(each.ms);
          if (each.rate !== null) clock.rate = each.rate;
          assert.ok(clock.now() >= before);
          before = clock.now();
        }
      }),
    );
  });
});
