import type { News, NewsOffer } from '../../model/news.js';
import { NEWS_ROUTES } from '../../protocol/question-routes.js';
import { addressOf } from '../../protocol/routes.js';
import type { Line } from './line.js';

export const newsOver = (line: Line): NewsOffer => ({
  ofElection(election, candidate, options) {
    const query = candidate === undefined ? '' : `?candidate=${encodeURIComponent(candidate)}`;
    return line.get(addressOf(NEWS_ROUTES.news, election) + query, newsIn, options);
  },
  write: (election, text, key, options) =>
    line.post(addressOf(NEWS_ROUTES.write, election), { text }, writtenIn, { ...options, key }),
});

function pieceIn(piece: News): News {
  if ([piece.id, piece.text, piece.at].every((part) => typeof part === 'string')) return piece;
  throw new TypeError();
}

const newsIn = ({ news }: { readonly news: readonly News[] }): readonly News[] => news.map(pieceIn);
const writtenIn = ({ piece }: { readonly piece: News }): News => pieceIn(piece);
