import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { KnownLogs, peaksIn, peaksText } from '../../../src/server/storage/known-logs.js';
import type { HeadRow } from '../../../src/server/storage/schema.js';

const hashes = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 1, maxLength: 20 });
const row: HeadRow = { election: 'e', version: 3, ballots: 2, peaks: null, rules: null, closed: 0 };

test('peaks are read as they were written; what is none is refused', () => {
  fc.assert(fc.property(hashes, (peaks) => assert.deepEqual(peaksIn(peaksText(peaks)), peaks)));
  for (const text of ['', 'AAAA', `${peaksText([new Uint8Array(32)])} `])
    assert.throws(() => peaksIn(text), RangeError);
});

test('numbers are asked for once, and again when the rules are others', () => {
  const logs = new KnownLogs();
  assert.deepEqual(logs.unknown([row]), [], 'an election without a log has none');
  const logged = { ...row, peaks: peaksText([new Uint8Array(32)]), rules: 'first' };
  assert.deepEqual(logs.unknown([logged]), [logged]);
  logs.learn('e', 'first', new Map([['amina', 1]]));
  assert.deepEqual(logs.unknown([logged]), []);
  assert.equal(logs.headOf(logged).log?.numbers.get('amina'), 1);
  assert.equal(logs.unknown([{ ...logged, rules: 'second' }]).length, 1);
});

test('a head that another process moved is read, not remembered', () => {
  const logs = new KnownLogs();
  logs.learn('e', 'rules', new Map());
  const [own, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const text = logs.textOf('e', [own]);
  assert.equal(logs.headOf({ ...row, rules: 'rules', peaks: text }).log?.peaks[0], own);
  assert.deepEqual(logs.headOf({ ...row, rules: 'rules', peaks: peaksText([other]) }).log?.peaks, [other]);
});
