/** What this backend offers around the vote, put together from its topics. Loaded when somebody asks for it. */
import type { Community } from '../../model/community.js';
import { campaignOver, mandateOver } from './campaign.js';
import { candidaciesOver } from './candidacies.js';
import { createLine } from './line.js';
import { newsOver } from './news.js';
import { questionsOver } from './questions.js';
import { shareFrom } from './share.js';

/** @param base the backend's address, without a slash at the end */
export function community(base: string, ...backend: Parameters<typeof createLine>): Community {
  const line = createLine(...backend);
  return {
    candidacies: candidaciesOver(line),
    news: newsOver(line),
    questions: questionsOver(line),
    mandate: mandateOver(line),
    campaign: campaignOver(line),
    share: shareFrom(base),
  };
}
