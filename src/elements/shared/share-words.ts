import type { ShareMessages } from '../../locales/share-messages.js';
import { wordsOf } from './words.js';

/** The sentences around a shared link. */
export const shareWords = wordsOf<ShareMessages>({
  fr: async () => (await import('../../locales/fr-share.js')).share,
  en: async () => (await import('../../locales/en-share.js')).share,
});
