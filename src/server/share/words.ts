import { sharePage as en } from '../../locales/en-share.js';
import { sharePage as fr } from '../../locales/fr-share.js';
import type { SharePageMessages } from '../../locales/share-messages.js';
import type { Lang } from '../../model/election.js';

/** What is said in an election's language; in French where there is no other. */
export const shareWords = (lang: Lang): SharePageMessages => (/^en\b/i.test(lang) ? en : fr);
