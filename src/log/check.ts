/** What a page asks of a receipt before it says that a ballot is counted. Loaded while the ballot is on its way. */
import type { Receipt } from '../model/ballot.js';
import { ElectionError } from '../model/errors.js';
import type { LogIdentity } from '../model/results.js';
import { verifyReceipt } from './receipt.js';
import { sha256 } from './sha256.js';

/**
 * Resolves where the receipt proves that its ballot, with its choice, is in this log.
 * @throws ElectionError `receipt-invalid`: its detail is a `ReceiptFault`, its cause the receipt, which is evidence
 */
export async function checkReceipt(receipt: Receipt, { key, numbers }: LogIdentity): Promise<void> {
  const expected = { keys: [key], choice: receipt.choice, numberOf: (id: string) => numbers[id] };
  try {
    await verifyReceipt(sha256, receipt, expected);
  } catch (thrown) {
    if (!(thrown instanceof ElectionError)) throw thrown;
    throw new ElectionError(thrown.code, { detail: thrown.detail ?? '', cause: receipt });
  }
}
