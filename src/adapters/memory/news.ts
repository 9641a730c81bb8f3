import { ElectionError } from '../../model/errors.js';
import type { Id } from '../../model/election.js';
import type { News, NewsOffer } from '../../model/news.js';
import { questionFault } from '../../model/question.js';
import type { Town } from './community.js';

/** A candidate is whoever has the candidate's id for a name. */
export function newsIn(town: Town): (person: string) => NewsOffer {
  const kept: { readonly election: Id; readonly piece: News }[] = [];
  return (person) => ({
    ofElection: (election, candidate, options) =>
      town.answer(options, () => {
        const { id } = town.election(election);
        const all = kept.filter((one) => one.election === id).map(({ piece }) => piece);
        return all.filter((piece) => candidate === undefined || piece.candidate === candidate).reverse();
      }),
    write: (election, text, key, options) =>
      town.answer(options, () => {
        const { id, candidates } = town.election(election);
        if (!candidates.some((candidate) => candidate.id === person)) throw new ElectionError('not-allowed');
        if (questionFault('answer', text)) throw new ElectionError('question-invalid');
        const before = kept.find(({ piece }) => piece.id === key);
        if (before) return before.piece;
        const piece = { id: key, candidate: person, text, at: new Date(town.now()).toISOString() };
        kept.push({ election: id, piece });
        return piece;
      }),
  });
}
