import type { CampaignMessages } from '../../locales/campaign-messages.js';
import { wordsOf } from './words.js';

/** The sentences of the campaign and its assembly. */
export const campaignWords = wordsOf<CampaignMessages>({
  fr: async () => (await import('../../locales/fr-campaign.js')).campaign,
  en: async () => (await import('../../locales/en-campaign.js')).campaign,
});
