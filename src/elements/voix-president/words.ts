import type { MandateMessages } from '../../locales/mandate-messages.js';
import { wordsOf } from '../shared/words.js';

/** The mandate's own sentences. */
export const mandateWords = wordsOf<MandateMessages>({
  fr: async () => (await import('../../locales/fr-mandate.js')).mandate,
  en: async () => (await import('../../locales/en-mandate.js')).mandate,
});
