import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { base64, base64url, fromBase64, fromBase64url } from '../../src/log/base64.js';
import { fromDecimal } from '../../src/log/decimal.js';
import { fromUtf8, utf8 } from '../../src/log/utf8.js';

describe('base64', () => {
  it('is that of Node, in both alphabets', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 70 }),
      fc.uint8Array({ minLength: 3070, maxLength: 9300 }),
    );
    fc.assert(
      fc.property(bytes, (data) => {
        assert.equal(base64(data), Buffer.from(data).toString('base64'));
        assert.equal(base64url(data), Buffer.from(data).toString('base64url'));
        assert.deepEqual(fromBase64(base64(data)), data);
        assert.deepEqual(fromBase64url(base64url(data)), data);
      }),
    );
  });

  it('is read in the one way of writing it', () => {
    const wrong = [
      'A',
      'AA',
      'AAA',
      'AAAA=',
      'AB==',
      'AAB=',
      'A===',
      '====',
      'AA=A',
      'A-_A',
      'AAAA\n',
      ' AAAA',
      'AÀAA',
    ];
    for (const text of wrong) assert.equal(fromBase64(text), undefined, text);
    for (const text of ['A', 'AB', 'AAB', 'AA==', 'A+/A', 'AAAAA', 'AA\n'])
      assert.equal(fromBase64url(text), undefined, text);
    assert.deepEqual([fromBase64(''), fromBase64url('')], [new Uint8Array(), new Uint8Array()]);
  });
});

describe('a decimal', () => {
  it('is a number from 0 to 2^53 − 1, without leading zeros', () => {
    for (const number of [0, 1, 10, 20_852_163, Number.MAX_SAFE_INTEGER])
      assert.equal(fromDecimal(String(number)), number);
    const wrong = [
      '',
      '00',
      '01',
      '-1',
      '+1',
      '1.0',
      '1e3',
      ' 1',
      '1\n',
      '0x1',
      '٣',
      '9007199254740992',
      '9'.repeat(40),
    ];
    for (const text of wrong) assert.equal(fromDecimal(text), undefined, text);
  });
});

describe('UTF-8', () => {
  it('is read back as it was written, a byte order mark too', () => {
    for (const text of ['', 'Élu·e 🗳️', '\ufeff.']) assert.equal(fromUtf8(utf8(text)), text);
  });

  it('is nothing else', () => {
    for (const bytes of [[0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0x80]])
      assert.equal(fromUtf8(new Uint8Array(bytes)), undefined);
  });
});
