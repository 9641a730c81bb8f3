/** A voter's receipt, or the two words of a tracking code, against a log that was audited. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuditedLog } from '../../src/audit/audit.js';
import { checkReceipt } from '../../src/audit/receipt.js';
import { auditLog, sha256 } from './support/audit-files.js';
import { hour, votedBakery, wholeBakery } from './support/bakery.js';
import { keyOf, type LogWriter } from './support/log-writer.js';
import { codeOf, receiptOf } from './support/receipts.js';

const log = wholeBakery();
const { checkpoint, log: audited } = await auditLog(log);
assert.ok(checkpoint && audited);

const codes = (text: string, by: AuditedLog = audited): string[] =>
  checkReceipt(text, by, checkpoint, sha256).map(({ code }) => code);
const changed = (receipt: object, more: object): string => JSON.stringify({ ...receipt, ...more });

describe('a tracking code', () => {
  it('finds the ballot, and says what has become of it', () => {
    assert.deepEqual(codes(codeOf(log, 10)), ['receipt-counted']);
    assert.deepEqual(codes(codeOf(log, 7)), ['receipt-replaced']);
    assert.deepEqual(codes(codeOf(log, 601)), ['receipt-replaced']);
    assert.deepEqual(codes(codeOf(log, 602)), ['receipt-counted']);
    assert.deepEqual(codes(codeOf(log, 1)), ['receipt-review']);
    assert.deepEqual(codes(codeOf(log, 2)), ['receipt-invalidated']);
    assert.deepEqual(codes(codeOf(log, 3)), ['receipt-counted']);
  });

  it('of no ballot is of another log, or not yet in this one', () => {
    assert.deepEqual(codes(codeOf(log, 10).replace(/.$/, (last) => (last === '0' ? '1' : '0'))), [
      'receipt-absent',
    ]);
    assert.deepEqual(codes('0-000000'), ['receipt-absent']);
    assert.deepEqual(codes('ZZZZ-000000'), ['receipt-newer']);
  });
});

describe('a receipt', () => {
  it('holds: its proof, its place, its choice', () => {
    for (const size of [11, 300, log.entries.length])
      assert.deepEqual(codes(JSON.stringify(receiptOf(log, 10, size))), [
        'receipt-counted',
        'receipt-sealed',
      ]);
    const byIds = changed(receiptOf(log, 10), {
      text: undefined,
      choice: { method: 'plurality', candidate: 'candidate-2' },
    });
    assert.deepEqual(codes(byIds), ['receipt-counted', 'receipt-sealed']);
  });

  it('of a ballot that was replaced says so', () => {
    const [state] = checkReceipt(JSON.stringify(receiptOf(log, 7)), audited, checkpoint, sha256);
    assert.equal(state?.code, 'receipt-replaced');
    assert.equal(state?.values['standing'], 602);
  });

  it('fails where anything in it was changed', () => {
    const receipt = receiptOf(log, 10);
    const other = (change: (log: LogWriter) => void): LogWriter => {
      const fork = wholeBakery();
      change(fork);
      return fork;
    };
    const forked = other((fork) => fork.entries.splice(5, 1));
    const signedByAnother = other((fork) => (fork.signer = keyOf(fork.origin, 'another')));
    const elsewhere = wholeBakery({ election: 'market' });
    assert.deepEqual(codes(changed(receipt, { text: 'plurality:1' })), ['receipt-choice-wrong']);
    assert.deepEqual(codes(changed(receipt, { salt: 'A'.repeat(22) })), ['receipt-choice-wrong']);
    assert.deepEqual(codes(changed(receipt, { proof: receipt.proof.replace('index 10', 'index 11') })), [
      'receipt-proof-wrong',
    ]);
    assert.deepEqual(codes(JSON.stringify(receiptOf(forked, 9))), ['receipt-forked']);
    assert.deepEqual(codes(JSON.stringify(receiptOf(signedByAnother, 10))), ['receipt-signature-wrong']);
    assert.deepEqual(codes(JSON.stringify(receiptOf(elsewhere, 10))), ['receipt-elsewhere']);
  });

  it('that is newer than the log that was opened cannot be told yet', async () => {
    const newer = votedBakery({ voters: 60, opened: false });
    const before = await auditLog(newer);
    assert.ok(before.log && before.checkpoint);
    const index = newer.ballot('somebody', 'plurality:1', hour(10));
    const found = checkReceipt(
      JSON.stringify(receiptOf(newer, index)),
      before.log,
      before.checkpoint,
      sha256,
    );
    assert.equal(found[0]?.code, 'receipt-newer');
  });

  it('that is none is called so', () => {
    const receipt = receiptOf(log, 10);
    for (const text of [
      'hello',
      '{}',
      '[]',
      'null',
      changed(receipt, { proof: 1 }),
      changed(receipt, { salt: 'x' }),
      changed(receipt, { ballot: 'A'.repeat(22) }),
      changed(receiptOf(log, 0), {}),
    ])
      assert.deepEqual(codes(text), ['receipt-malformed'], text);
    const noText = changed(receipt, { text: undefined, choice: { method: { toString: 1 } } });
    assert.deepEqual(codes(noText), ['receipt-choice-wrong']);
  });
});
