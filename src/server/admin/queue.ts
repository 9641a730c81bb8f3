/** What waits for a moderator: candidacies, questions and reports. */
import { ElectionError } from '../../model/errors.js';
import {
  decideCandidacySchema,
  decideQuestionSchema,
  QUESTION_FILTERS,
  type AdminCandidacy,
  type AdminQuestion,
} from '../../protocol/admin/queue.js';
import { CANDIDACY_STATES } from '../../model/candidacy.js';
import { approveCandidacy, sendCandidacyBack } from '../candidacies.js';
import type { Topics } from '../storage/topics.js';
import { storedElection } from './elections.js';
import { candidacyApproved, candidacyReturned, questionAnswered } from './notices.js';
import { acts, entryOf, queried, shows } from './reading.js';

/** More never wait in one election. */
const MOST = 2000;
const PAGE = 20;

type Candidacy = Awaited<ReturnType<Topics['candidacies']['approve']>>;
type Question = Awaited<ReturnType<Topics['questions']['byId']>>;

/** A person's pseudonym is nobody's to see. */
const candidacyAnswer = (candidacy: Candidacy): AdminCandidacy => {
  const { id, state, version, profile, email, reason, candidate, by, submittedAt, changedAt } = candidacy;
  const shown = { id, state, version, profile, email, reason, candidate, by, submittedAt, changedAt };
  return shown as AdminCandidacy;
};

const questionAnswer = ({ supported: _, answers, ...question }: Question): AdminQuestion => ({
  ...question,
  answers: [...answers],
});

/** One of a few words in the query. @throws ElectionError `body-invalid` */
function oneOf<T extends string>(
  words: readonly T[],
  asked: string | undefined,
  name: string,
): T | undefined {
  const word = words.find((one) => one === asked);
  if (asked !== undefined && word === undefined) throw new ElectionError('body-invalid', { detail: name });
  return word;
}

export const showCandidacies = shows('reader', async (desk) => {
  const { id } = (await storedElection(desk)).election;
  const state = oneOf(CANDIDACY_STATES, queried(desk.call, 'state'), 'state');
  const candidacies = await desk.topics.candidacies.ofElection(id, MOST, state);
  const waits = ({ state: is }: Candidacy) => Number(is === 'pending');
  return { candidacies: [...candidacies].sort((a, b) => waits(b) - waits(a)).map(candidacyAnswer) };
});

export const decideCandidacy = acts('moderator', decideCandidacySchema, async (desk, asked) => {
  const { services, topics, by } = desk;
  const { election } = await storedElection(desk);
  const { id, version } = asked;
  const known = await topics.candidacies.byId(election.id, id);
  if (!known) throw new ElectionError('candidacy-unknown');
  const { name } = known.profile;
  const isApproved = asked.decision === 'approve';
  const act = isApproved ? 'candidacy-approved' : 'candidacy-returned';
  const detail = isApproved ? name : `${name}: ${asked.reason}`;
  const { candidacies } = topics.entering(entryOf(desk, { act, election: election.id, subject: id, detail }));
  const decided = { id, version, by: by.name };
  const candidacy = isApproved
    ? await approveCandidacy(services, election.id, decided, candidacies)
    : await sendCandidacyBack(services, election.id, { ...decided, reason: asked.reason }, candidacies);
  await (isApproved ? candidacyApproved : candidacyReturned)(services, election, candidacy);
  return { candidacy: candidacyAnswer(candidacy) };
});

export const showQuestions = shows('reader', async (desk) => {
  const { id } = (await storedElection(desk)).election;
  const show = oneOf(QUESTION_FILTERS, queried(desk.call, 'show'), 'show');
  const search = queried(desk.call, 'search')?.slice(0, 200);
  const after = queried(desk.call, 'after');
  const page = await desk.topics.questions.page(id, {
    limit: PAGE,
    sort: 'date',
    ...(show !== undefined && { show }),
    ...(search !== undefined && { search }),
    ...(after !== undefined && { after }),
  });
  return { ...page, questions: page.questions.map(questionAnswer) };
});

const QUESTION_ACTS = {
  hide: 'question-hidden',
  restore: 'question-restored',
  keep: 'question-kept',
  answer: 'question-answered',
} as const;

export const decideQuestion = acts('moderator', decideQuestionSchema, async (desk, asked) => {
  const { services } = desk;
  const { election } = await storedElection(desk);
  const { id, version, decision } = asked;
  const deed = { act: QUESTION_ACTS[decision], election: election.id, subject: id };
  const entry = entryOf(desk, decision === 'hide' ? { ...deed, detail: asked.reason } : deed);
  const { questions } = desk.topics.entering(entry);
  const question =
    decision === 'answer'
      ? await questions.answer(
          election.id,
          id,
          { by: 'brand', name: election.brand.name, text: asked.text },
          version,
        )
      : await questions.rule(election.id, id, version, decision === 'hide' ? asked.reason : null);
  if (decision === 'answer') await questionAnswered(services, election, question);
  return { question: questionAnswer(question) };
});
