import assert from 'node:assert/strict';
import test from 'node:test';
import { ElectionError, ERRORS, toElectionError, type ErrorCode } from '../../src/model/errors.js';

const RETRYABLE: ErrorCode[] = [
  'overloaded',
  'storage-failed',
  'log-stale',
  'internal',
  'offline',
  'timeout',
  'answer-unreadable',
];

test('exactly those errors may be tried again after which nothing is known, or nothing was done', () => {
  for (const code of Object.keys(ERRORS) as ErrorCode[])
    assert.equal(new ElectionError(code).retryable, RETRYABLE.includes(code), code);
});

test('an error says its code, and in detail what, and why', () => {
  const cause = new RangeError('deep');
  const error = new ElectionError('overloaded', { detail: 'here', retryAfter: 7, cause });
  assert.deepEqual(
    [error.name, error.code, error.message, error.detail, error.retryAfter, error.cause],
    ['ElectionError', 'overloaded', 'overloaded: here', 'here', 7, cause],
  );
  assert.equal(new ElectionError('offline').message, 'offline');
});

test('whatever is thrown becomes an ElectionError, itself where it is one', () => {
  const error = new ElectionError('offline');
  assert.equal(toElectionError(error), error);
  for (const thrown of [new TypeError('no'), 'no', undefined, null]) {
    const made = toElectionError(thrown);
    assert.equal(made.code, 'internal');
    assert.equal(made.cause, thrown);
  }
});

test('every sentence ends as one', () => {
  for (const [code, sentence] of Object.entries(ERRORS)) assert.match(sentence, /^[A-Z].*\.$/, code);
});
