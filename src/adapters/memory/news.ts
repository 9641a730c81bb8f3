import { tidy } from '../../model/candidacy.js';
import { ElectionError } from '../../model/errors.js';
import type { Id } from '../../model/election.js';
import type { News, NewsOffer } from '../../model/news.js';
import { questionFault, takesQuestions } from '../../model/question.js';
import type { Town } from './community.js';
import { speakerIn, type StandsAs } from './speaker.js';

const SHOWN = 50;
/** Pieces that one candidate may publish. */
const MOST = 40;

export function newsIn(town: Town, standsAs: StandsAs): (person: string) => NewsOffer {
  const kept: { readonly election: Id; readonly piece: News }[] = [];
  const of = (election: Id, candidate: Id | undefined): readonly News[] =>
    kept
      .filter((one) => one.election === election)
      .map(({ piece }) => piece)
      .filter((piece) => candidate === undefined || piece.candidate === candidate);

  return (person) => ({
    ofElection: (election, candidate, options) =>
      town.answer(options, () => [...of(town.election(election).id, candidate)].reverse().slice(0, SHOWN)),
    write: (election, sent, key, options) =>
      town.answer(options, () => {
        const { now } = town.clock();
        if (!takesQuestions(town.election(election), now)) throw new ElectionError('questions-closed');
        const { candidate } = speakerIn(town, election, standsAs(election, person));
        const text = tidy(sent);
        if (questionFault('answer', text)) throw new ElectionError('question-invalid');
        const before = of(election, candidate);
        const known = before.find(({ id }) => id === key);
        if (known) return known;
        if (before.length >= MOST) throw new ElectionError('questions-many');
        const piece = { id: key, candidate, text, at: new Date(now).toISOString() };
        kept.push({ election, piece });
        return piece;
      }),
  });
}
