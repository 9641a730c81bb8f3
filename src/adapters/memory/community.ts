/** What a backend in memory offers around the vote, put together from its topics. Loaded when somebody asks for it. */
import type { CallOptions } from '../../model/call-options.js';
import type { ClockReading } from '../../model/clock.js';
import type { Community } from '../../model/community.js';
import type { Election, Id } from '../../model/election.js';
import type { Tally } from '../../model/tally.js';
import { campaignIn } from './campaign.js';
import { candidaciesIn } from './candidacies.js';
import type { MemoryDesk } from './desk.js';
import { mandatesIn } from './mandates.js';
import { mediaIn } from './media.js';
import { newsIn } from './news.js';
import { questionsIn } from './questions.js';
import { reportsIn } from './reports.js';

/** What the topics know of the backend that they are a part of. */
export interface Town {
  readonly elections: () => readonly Election[];
  /** @throws ElectionError `election-unknown` */
  readonly election: (id: Id) => Election;
  /** What counts, whoever may see it. */
  readonly tally: (id: Id) => Tally;
  /** Puts the election in the place of the one of its id. */
  readonly change: (election: Election) => void;
  readonly clock: () => ClockReading;
  /** Answers a copy, after the backend's delay; fails where it was told to. */
  readonly answer: <T>(options: CallOptions | undefined, work: () => T) => Promise<T>;
}

export interface TownHall {
  /** What each person is offered; what one of them writes the others read. */
  readonly of: (person: string) => Community;
  readonly desk: MemoryDesk;
}

export function townHall(town: Town): TownHall {
  const media = mediaIn(town);
  const candidacies = candidaciesIn(town, media.has);
  const reports = reportsIn(town);
  const questions = questionsIn(town, candidacies.standsAs);
  const news = newsIn(town, candidacies.standsAs);
  const mandates = mandatesIn(town, questions.answered);
  const campaign = campaignIn(town, mandates.of);
  return {
    of: (person) => ({
      candidacies: { ...candidacies.of(person), ...media.offer, ...reports.of(person) },
      news: news(person),
      questions: questions.of(person),
      mandate: mandates.offer,
      campaign,
    }),
    desk: {
      approve: candidacies.approve,
      sendBack: candidacies.sendBack,
      reports: reports.reports,
      answer: questions.answerAsBrand,
      keepMandate: mandates.keep,
    },
  };
}
