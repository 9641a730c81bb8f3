import type { CampaignOffer } from './campaign.js';
import type { CandidacyOffer } from './candidacy.js';
import type { MandateOffer } from './mandate.js';
import type { NewsOffer } from './news.js';
import type { QuestionsOffer } from './question.js';
import type { ShareOffer } from './share.js';

/**
 * What a backend offers around the vote, a topic a member. What is absent it does not offer, and is not shown.
 * Every method rejects with an `ElectionError` and nothing else, or with the signal's reason where it is aborted.
 */
export interface Community {
  readonly candidacies?: CandidacyOffer;
  readonly news?: NewsOffer;
  readonly questions?: QuestionsOffer;
  readonly mandate?: MandateOffer;
  readonly campaign?: CampaignOffer;
  readonly share?: ShareOffer;
}
