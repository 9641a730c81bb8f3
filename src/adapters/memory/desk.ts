import type { Candidacy } from '../../model/candidacy.js';
import type { Id } from '../../model/election.js';
import type { Mandate } from '../../model/mandate.js';
import type { Reports } from '../../model/report.js';
import type { Question } from '../../model/question.js';

/** What the brand's people do with a backend in memory. All throw an `ElectionError`, as a server would refuse it. */
export interface MemoryDesk {
  /** Makes a candidate of the person whose candidacy waits. */
  approve(election: Id, person: string): Candidacy;
  /** Sends a candidacy that waits back to the person, with a reason. */
  sendBack(election: Id, person: string, reason: string): Candidacy;
  /** How many people reported a candidate, by reason. */
  reports(election: Id, candidate: Id): Reports;
  /** Answers a question in the brand's name; again replaces what was said. */
  answer(election: Id, question: string, text: string): Question;
  /** Keeps what is written of the president's term in place of what was there. */
  keepMandate(election: Id, mandate: Mandate): void;
}
