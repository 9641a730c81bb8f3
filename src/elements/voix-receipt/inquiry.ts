import type { Checkpoint } from '../../log/checkpoint.js';
import type { ReadFile } from '../../log/files.js';
import type { Expected, ReceiptFault } from '../../log/receipt.js';
import type { Receipt } from '../../model/ballot.js';
import { toElectionError } from '../../model/errors.js';
import type { Now, Proof } from './proof.js';

/** Finds out what a receipt proves, and what the log says of its ballot now. Asks nobody before `ask`. */
export class Inquiry {
  readonly receipt: Receipt;
  readonly #expected: Expected;
  readonly #onChange: () => void;
  #proof: Proof = { kind: 'checking' };
  #now: Now | undefined;
  #checkpoint: Checkpoint | undefined;

  constructor(receipt: Receipt, expected: Expected, onChange: () => void) {
    this.receipt = receipt;
    this.#expected = expected;
    this.#onChange = onChange;
    if (receipt.proof === undefined) this.#proof = { kind: 'none' };
    else void this.#verify();
  }

  get proof(): Proof {
    return this.#proof;
  }

  get now(): Now | undefined {
    return this.#now;
  }

  /**
   * Reads the log; only of a receipt that proves something. Resolves when it is known, whatever it is.
   * @param witnesses who co-sign it, by the page
   */
  async ask(read: ReadFile | undefined, witnesses: readonly string[] | undefined): Promise<void> {
    if (this.#proof.kind === 'unchecked') await this.#verify();
    const checkpoint = this.#checkpoint;
    if (!checkpoint || !read) return;
    this.#show({ kind: 'asking' });
    try {
      const { askAgain } = await import('../../log/desk.js');
      this.#show(await askAgain(this.receipt, checkpoint, read, witnesses));
    } catch (thrown) {
      this.#show({ kind: 'failed', error: toElectionError(thrown) });
    }
  }

  async #verify(): Promise<void> {
    try {
      const [{ verifyReceipt }, { sha256 }] = await Promise.all([
        import('../../log/receipt.js'),
        import('../../log/sha256.js'),
      ]);
      this.#checkpoint = await verifyReceipt(sha256, this.receipt, this.#expected);
      const [inForce] = this.#expected.keys;
      const isEarlierKey = this.receipt.key !== inForce;
      this.#proof = { kind: 'proved', size: this.#checkpoint.size, isEarlierKey };
    } catch (thrown) {
      const { code, detail } = toElectionError(thrown);
      // What verifies may not have come over the line: that says nothing of the receipt.
      this.#proof =
        code === 'receipt-invalid'
          ? { kind: 'invalid', fault: detail as ReceiptFault }
          : { kind: 'unchecked' };
    }
    this.#onChange();
  }

  #show(now: Now): void {
    this.#now = now;
    this.#onChange();
  }
}
