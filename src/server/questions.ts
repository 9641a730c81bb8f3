/** What is done with questions: by customers and candidates through the routes, by the brand through the admin's. */
import type { Election, Id } from '../model/election.js';
import { ElectionError } from '../model/errors.js';
import { outcomeOf } from '../model/outcome.js';
import { isFrom, phaseAt } from '../model/phase.js';
import { questionFault, type Answer, type QUESTION_LENGTHS } from '../model/question.js';
import { tidy } from '../model/candidacy.js';
import type { Storage } from './storage/storage.js';
import type { Topics } from './storage/topics.js';

type Kept = Awaited<ReturnType<Topics['questions']['answer']>>;

/** @throws ElectionError `unsupported` where the storage keeps none */
export function topicsIn({ topics }: Storage): Topics {
  if (!topics) throw new ElectionError('unsupported', { detail: 'questions' });
  return topics;
}

/** @param text tidied @throws ElectionError `question-invalid`, naming the field and what is wrong */
export function checkText(field: keyof typeof QUESTION_LENGTHS, text: string): void {
  const fault = questionFault(field, text);
  if (fault) throw new ElectionError('question-invalid', { detail: `${field}: ${fault}` });
}

/**
 * Whoever stands under that id speaks as a candidate; once proclaimed, whoever was elected as the president.
 * @throws ElectionError `not-allowed` where nobody stands under it
 */
export async function speakerOf(
  { storage, clock }: { readonly storage: Storage; readonly clock: { now(): number } },
  election: Election,
  candidate: Id | undefined,
): Promise<Pick<Answer, 'by' | 'name'>> {
  const found = election.candidates.find(({ id }) => id === candidate);
  if (!found) throw new ElectionError('not-allowed');
  const { name } = found;
  if (!isFrom(phaseAt(election.calendar, clock.now()), 'proclaimed')) return { by: 'candidate', name };
  const outcome = outcomeOf(election, await storage.tally(election.id));
  const isPresident = outcome.kind === 'elected' && outcome.candidate === candidate;
  return { by: isPresident ? 'president' : 'candidate', name };
}

/**
 * Answers a question in somebody's name; the same one's again replaces what was said.
 * @param version the one that was seen; absent, any
 * @throws ElectionError `question-unknown`, `question-invalid`, `changed-meanwhile`
 */
export async function answerQuestion(
  storage: Storage,
  election: Id,
  question: string,
  said: Omit<Answer, 'at'>,
  version?: number,
): Promise<Kept> {
  const text = tidy(said.text);
  checkText('answer', text);
  return topicsIn(storage).questions.answer(election, question, { ...said, text }, version);
}
