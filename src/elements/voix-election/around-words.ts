import type { AroundMessages } from '../../locales/around-messages.js';
import { wordsOf } from '../shared/words.js';

/** The sentences of what is around the vote. */
export const aroundWords = wordsOf<AroundMessages>({
  fr: async () => (await import('../../locales/fr-around.js')).around,
  en: async () => (await import('../../locales/en-around.js')).around,
});
