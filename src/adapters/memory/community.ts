/** What a backend in memory offers around the vote, put together from its topics. Loaded when somebody asks for it. */
import type { CallOptions } from '../../model/call-options.js';
import type { Community } from '../../model/community.js';
import type { Election, Id } from '../../model/election.js';
import { candidaciesIn } from './candidacies.js';
import { newsIn } from './news.js';
import { questionsIn } from './questions.js';

/** What the topics know of the backend that they are a part of. */
export interface Town {
  /** @throws ElectionError `election-unknown` */
  readonly election: (id: Id) => Election;
  /** Ms since 1970, by the backend's clock. */
  readonly now: () => number;
  /** Answers a copy, after the backend's delay; fails where it was told to. */
  readonly answer: <T>(options: CallOptions | undefined, work: () => T) => Promise<T>;
}

/** What each person is offered; what one of them writes the others read. */
export function communityIn(town: Town): (person: string) => Community {
  const candidacies = candidaciesIn(town);
  const news = newsIn(town);
  const questions = questionsIn(town);
  return (person) => ({ candidacies: candidacies(person), news: news(person), questions: questions(person) });
}
