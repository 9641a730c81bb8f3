import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pace } from '../../../src/server/live/pace.js';

test('a turn that takes long is followed by as long a rest', (t) => {
  let time = 1000;
  t.mock.method(performance, 'now', () => time);
  const pace = new Pace(250);
  assert.equal(pace.wait(), 0);
  pace.begin();
  time += 400;
  pace.end();
  assert.equal(pace.wait(), 400);
  time += 400;
  assert.equal(pace.wait(), 0);
});

test('no two turns begin within half of an interval', (t) => {
  let time = 1000;
  t.mock.method(performance, 'now', () => time);
  const pace = new Pace(250);
  const begun: number[] = [];
  for (; time < 11_000; time++)
    if (pace.wait() <= 0) {
      begun.push(time);
      pace.begin();
      pace.end();
    }
  const gaps = begun.slice(1).map((at, i) => at - (begun[i] ?? 0));
  assert.ok(Math.min(...gaps) >= 125);
  assert.ok(begun.length <= 41, 'four a second, and the first');
});
