import type { RulesMessages } from '../../locales/rules-messages.js';
import { wordsOf } from '../shared/words.js';

/** The rules' own sentences. */
export const rulesWords = wordsOf<RulesMessages>({
  fr: async () => (await import('../../locales/fr-rules.js')).rules,
  en: async () => (await import('../../locales/en-rules.js')).rules,
});
