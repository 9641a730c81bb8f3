import type { ReceiptFault } from '../../log/receipt.js';
import type { ElectionError } from '../../model/errors.js';
import type { Since } from '../../log/since.js';

/** What a receipt proves, found out on this device. */
export type Proof =
  /** It has none: its backend keeps no log. */
  | { readonly kind: 'none' }
  | { readonly kind: 'checking' }
  /** What verifies could not be loaded. */
  | { readonly kind: 'unchecked' }
  | {
      readonly kind: 'proved';
      /** Entries of the log that was signed. */
      readonly size: number;
      /** Whether it was signed by another key than the one in force now. */
      readonly isEarlierKey: boolean;
    }
  | { readonly kind: 'invalid'; readonly fault: ReceiptFault };

/** What the log says of the ballot now. */
export type Now =
  | Since
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly error: ElectionError };
