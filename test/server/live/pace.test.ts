import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pace } from '../../../src/server/live/pace.js';

test('a turn among many who vote is followed by as long a rest, one among few by a shorter one', (t) => {
  let time = 1000;
  t.mock.method(performance, 'now', () => time);
  const pace = new Pace(250);
  assert.equal(pace.wait(), 0);
  pace.begin();
  time += 400;
  pace.end(200);
  assert.equal(pace.wait(), 400);
  time += 400;
  assert.equal(pace.wait(), 0);
  pace.begin();
  time += 400;
  pace.end(5);
  assert.equal(pace.wait(), 20);
  time += 20;
  pace.begin();
  time += 400;
  pace.end(0);
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
      pace.end(0);
    }
  const gaps = begun.slice(1).map((at, i) => at - (begun[i] ?? 0));
  assert.ok(Math.min(...gaps) >= 125);
  assert.ok(begun.length <= 42, 'four a second, and the first two');
});

test('what comes once an interval waits for nothing any more, soon after one turn that took long', (t) => {
  let time = 1000;
  t.mock.method(performance, 'now', () => time);
  const pace = new Pace(250);
  const waits: number[] = [];
  for (let i = 0; i < 6; i++) {
    const came = 1000 + i * 250;
    time = Math.max(time, came);
    time += pace.wait();
    waits.push(time - came);
    pace.begin();
    time += i === 0 ? 240 : 120;
    pace.end(i === 0 ? 60 : 5);
  }
  assert.deepEqual(waits, [0, 230, 120, 10, 0, 0]);
});
