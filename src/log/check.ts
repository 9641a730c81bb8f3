/** What a page asks of a receipt before it says that a ballot is counted. Loaded while the ballot is on its way. */
import type { Receipt } from '../model/ballot.js';
import { ElectionError } from '../model/errors.js';
import type { LogIdentity } from '../model/results.js';
import { verifyReceipt } from './receipt.js';
import { sha256 } from './sha256.js';

/**
 * Resolves where the receipt proves that its ballot, with its choice, is in this log.
 * @param renew loads the election anew, as who opens the page now is told of it. It is asked only where the key is another
 * @throws ElectionError `receipt-invalid`: its detail is a `ReceiptFault`, its cause the receipt, which is evidence; and
 * what `renew` rejects with
 */
export async function checkReceipt(
  receipt: Receipt,
  log: LogIdentity,
  renew: () => Promise<{ readonly log?: LogIdentity | undefined }>,
): Promise<void> {
  const fault = await faultOf(receipt, log);
  if (fault === undefined) return;
  const renewed = fault === 'key' ? (await renew()).log : undefined;
  const now = renewed ? await faultOf(receipt, renewed) : fault;
  if (now !== undefined) throw new ElectionError('receipt-invalid', { detail: now, cause: receipt });
}

/** What is wrong with the receipt, if anything is. */
async function faultOf(receipt: Receipt, { key, numbers }: LogIdentity): Promise<string | undefined> {
  const expected = { keys: [key], choice: receipt.choice, numberOf: (id: string) => numbers[id] };
  try {
    await verifyReceipt(sha256, receipt, expected);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof ElectionError && thrown.code === 'receipt-invalid') return thrown.detail ?? '';
    throw thrown;
  }
}
