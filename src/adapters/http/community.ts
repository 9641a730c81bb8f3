/** What this backend offers around the vote, put together from its topics. Loaded when somebody asks for it. */
import type { Community } from '../../model/community.js';
import { campaignOver, mandateOver } from './campaign.js';
import { candidaciesOver } from './candidacies.js';
import { createLine } from './line.js';
import { newsOver } from './news.js';
import { questionsOver } from './questions.js';

export function community(...backend: Parameters<typeof createLine>): Community {
  const line = createLine(...backend);
  return {
    candidacies: candidaciesOver(line),
    news: newsOver(line),
    questions: questionsOver(line),
    mandate: mandateOver(line),
    campaign: campaignOver(line),
  };
}
