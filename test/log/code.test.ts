import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { base64url } from '../../src/log/base64.js';
import { parseTrackingCode, trackingCode } from '../../src/log/code.js';

/** A ballot's id that begins with these 30 bits. */
const ballotOf = (bits: number): string => {
  const id = new Uint8Array(16).fill(0xff);
  new DataView(id.buffer).setUint32(0, bits * 4 + 3);
  return base64url(id);
};

describe('a tracking code', () => {
  it('is the index and the beginning of the id in base 32', () => {
    assert.equal(trackingCode(0, ballotOf(0)), '0-000000');
    assert.equal(trackingCode(1, ballotOf(1)), '1-000001');
    assert.equal(trackingCode(31, ballotOf(2 ** 30 - 1)), 'Z-ZZZZZZ');
    assert.equal(trackingCode(32, ballotOf(32)), '10-000010');
    // 1F4: 1·1024 + 15·32 + 4. 7KQ2M9: its digits' values are 7, 19, 23, 2, 20, 9.
    const bits = [7, 19, 23, 2, 20, 9].reduce((sum, digit) => sum * 32 + digit);
    assert.equal(trackingCode(1508, ballotOf(bits)), '1F4-7KQ2M9');
  });

  it('is read back, as people write it', () => {
    const code = { index: 1508, ballot: '7KQ2M9' };
    for (const text of [
      '1F4-7KQ2M9',
      '1f4-7kq2m9',
      ' 1F4 7KQ2M9 ',
      '1F47KQ2M9',
      '1F4–7KQ2M9',
      'iF4-7KQ2M9',
      'lf4-7kq2m9',
    ])
      assert.deepEqual(parseTrackingCode(text), code, text);
    assert.deepEqual(parseTrackingCode('O-OOOOOI'), { index: 0, ballot: '000001' });
  });

  it('is read as it was written', () => {
    const indexes = fc.oneof(fc.maxSafeNat(), fc.nat(5000));
    fc.assert(
      fc.property(indexes, fc.nat(2 ** 30 - 1), (index, bits) => {
        const code = trackingCode(index, ballotOf(bits)) ?? '';
        assert.match(code, /^[0-9A-HJKMNP-TV-Z]+-[0-9A-HJKMNP-TV-Z]{6}$/);
        assert.deepEqual(parseTrackingCode(code), { index, ballot: code.slice(-6) });
      }),
    );
  });

  it('is nothing else', () => {
    for (const text of [
      '',
      '-',
      '7KQ2M9',
      '1-7KQ2M',
      '01-7KQ2M9',
      '1F4-7KQ2MU',
      '1F4_7KQ2M9',
      `${'Z'.repeat(11)}-7KQ2M9`,
      'ZZZZZZZZZZZ-7KQ2M9',
      '１-7KQ2M9',
    ])
      assert.equal(parseTrackingCode(text), undefined, text);
    for (const ballot of ['', 'AAA', 'AAAAA*', 'AAAAAB'])
      assert.equal(trackingCode(1, ballot), undefined, ballot);
  });
});
