import type { ReceiptMessages } from '../../locales/receipt-messages.js';

const LOADERS: Readonly<Record<string, () => Promise<{ receipt: ReceiptMessages }>>> = {
  fr: () => import('../../locales/fr-receipt.js'),
  en: () => import('../../locales/en-receipt.js'),
};
const loaded: Record<string, ReceiptMessages> = {};

/**
 * The receipt's own sentences.
 * @param then called once they are there, where they are not yet
 */
export function receiptWords(lang: string, then: () => void): ReceiptMessages | undefined {
  if (!loaded[lang])
    void LOADERS[lang]?.().then(({ receipt }) => {
      loaded[lang] = receipt;
      then();
    });
  return loaded[lang];
}
