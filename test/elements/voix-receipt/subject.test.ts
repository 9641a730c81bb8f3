import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  expectedOf,
  fileName,
  fileText,
  ownReceipt,
  receiptIn,
} from '../../../src/elements/voix-receipt/subject.js';
import type { Receipt } from '../../../src/model/ballot.js';
import { ElectionError } from '../../../src/model/errors.js';
import { election, readySnapshot, receipt } from '../snapshots.js';

const kept: Receipt = {
  ...receipt,
  proof: 'proof',
  salt: 'salt',
  text: 'plurality:2',
  key: 'earlier',
  pass: 'pass',
};
const log = {
  key: 'now',
  witnesses: [],
  numbers: { amina: 1, gilles: 2 },
  source: async () => undefined,
};

describe('a receipt that is kept', () => {
  it('is a file without the pass, and comes back from it as it was', () => {
    const { pass: _pass, ...shown } = kept;
    assert.deepEqual(receiptIn(fileText(kept)), shown);
    assert.equal(fileName(kept, '1F4-7KQ2M9'), 'traverse-1F4-7KQ2M9.voix-receipt.json');
  });

  it('comes back from one line, too, as a field has it', () => {
    assert.deepEqual(receiptIn(fileText(kept).replaceAll('\n', '')), receiptIn(fileText(kept)));
  });

  it('is nothing where it is no receipt', () => {
    const wrong = [
      '',
      'hello',
      '1F4-7KQ2M9',
      'null',
      '[]',
      '{}',
      '"receipt"',
      JSON.stringify({ ...kept, ballot: 7 }),
      JSON.stringify({ ...kept, sequence: 1.5 }),
      JSON.stringify({ ...kept, sequence: undefined }),
      JSON.stringify({ ...kept, choice: undefined }),
      JSON.stringify({ ...kept, choice: { method: 'plurality' } }),
      JSON.stringify({ ...kept, choice: { method: 'approval', candidates: 'amina' } }),
      JSON.stringify({ ...kept, choice: { method: 'approval', candidates: [1] } }),
    ];
    for (const text of wrong) assert.equal(receiptIn(text), undefined, text);
    const approval = { ...kept, choice: { method: 'approval', candidates: ['amina', 'gilles'] } };
    assert.deepEqual(receiptIn(JSON.stringify(approval))?.choice, approval.choice);
  });
});

describe('what a receipt is held against', () => {
  const known = { election: election(), log };

  it('is the election’s key and numbers; an earlier key is not held against a receipt that is kept', () => {
    const { keys, numberOf } = expectedOf(kept, known, false);
    assert.deepEqual(keys, ['now', 'earlier']);
    assert.deepEqual([numberOf('amina'), numberOf('gilles'), numberOf('nobody')], [1, 2, undefined]);
  });

  it('is the election’s own key alone while the ballot is being cast', () => {
    assert.deepEqual(expectedOf(kept, known, true).keys, ['now']);
  });

  it('is its own words where its election is not known here', () => {
    for (const elsewhere of [undefined, { election: election({ id: 'other' }), log }]) {
      const { keys, numberOf } = expectedOf(kept, elsewhere, false);
      assert.deepEqual(keys, ['earlier']);
      assert.equal(numberOf('gilles'), 2);
    }
  });
});

describe('a visitor’s own receipt', () => {
  const { choice } = receipt;

  it('is that of the ballot that counts, whatever becomes of another', () => {
    for (const vote of [
      { kind: 'voted', choice, receipt },
      { kind: 'casting', choice, receipt },
      { kind: 'kept', choice, receipt, error: new ElectionError('offline') },
      { kind: 'refused', choice, receipt, error: new ElectionError('voting-closed') },
    ] as const)
      assert.equal(ownReceipt(readySnapshot({ vote })), receipt, vote.kind);
  });

  it('is the answer that proves nothing, where one has come: it is the evidence', () => {
    const error = new ElectionError('receipt-invalid', { detail: 'signature', cause: kept });
    assert.equal(ownReceipt(readySnapshot({ vote: { kind: 'refused', choice, receipt, error } })), kept);
  });

  it('is none before the vote, and before the election is there', () => {
    assert.equal(ownReceipt(readySnapshot({ vote: { kind: 'none' } })), undefined);
    assert.equal(ownReceipt({ status: 'loading' }), undefined);
    assert.equal(ownReceipt(undefined), undefined);
  });
});
