import type { News, NewsOffer } from '../../model/news.js';
import { NEWS_ROUTES } from '../../protocol/news-messages.js';
import { addressOf } from '../../protocol/routes.js';
import type { Line } from './line.js';

export const newsOver = (line: Line): NewsOffer => ({
  ofElection(election, candidate, options) {
    const query = candidate === undefined ? '' : `?candidate=${encodeURIComponent(candidate)}`;
    return line.get(addressOf(NEWS_ROUTES.news, election) + query, newsIn, options);
  },
});

function newsIn({ news }: { readonly news: readonly News[] }): readonly News[] {
  if (news.every(({ id, text, at }) => [id, text, at].every((part) => typeof part === 'string'))) return news;
  throw new TypeError();
}
