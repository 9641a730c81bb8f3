import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rangeIn } from '../../../src/server/media/range.js';

describe('a range', () => {
  for (const [asked, range] of [
    [null, undefined],
    ['bytes=0-', { from: 0, to: 10 }],
    ['bytes=3-5', { from: 3, to: 6 }],
    ['bytes=9-999', { from: 9, to: 10 }],
    ['bytes=-4', { from: 6, to: 10 }],
    ['bytes=-40', { from: 0, to: 10 }],
    ['bytes=10-', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=5-3', undefined],
    ['bytes=0-1,4-5', undefined],
    ['bytes=-', undefined],
    ['lines=0-1', undefined],
    ['bytes=a-b', undefined],
  ] as const)
    it(`${asked} of ten bytes`, () => assert.deepEqual(rangeIn(asked, 10), range));
});
