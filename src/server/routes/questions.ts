import { ElectionError } from '../../model/errors.js';
import { QUESTION_PAGE, takesQuestions, tidiedQuestion, type Question } from '../../model/question.js';
import {
  answerSchema,
  askSchema,
  questionQuerySchema,
  reportSchema,
  supportSchema,
} from '../../protocol/question-messages.js';
import { questionAnswered, questionAsked } from '../admin/notices.js';
import { answer, publicFor } from '../answer.js';
import { admit, type Call, type Handler, type Services } from '../call.js';
import type { Listed } from '../catalogue.js';
import { answerQuestion, checkText, speakerOf, topicsIn } from '../questions.js';
import { personFor, queryIn, sentIn } from '../sent.js';

/** Of who asks, another name than the voter's in the log and the candidate's. */
const PURPOSE = 'questions';

export const listQuestions: Handler = async (services, call) => {
  const listed = await admit(services, call);
  const { questions } = topicsIn(services.storage);
  const query = { ...queryIn(call, questionQuerySchema), limit: QUESTION_PAGE };
  const isKnown = call.request.headers.has('Authorization');
  const person = isKnown ? await personFor(PURPOSE, services, call, listed) : undefined;
  const page = await questions.page(listed.election.id, query, person);
  const body = { questions: page.questions.map(shownOf), total: page.total, next: page.next };
  const headers = { 'Cache-Control': isKnown ? 'private, no-cache' : publicFor(services.clock) };
  return answer(services, call, JSON.stringify(body), { headers });
};

export const askQuestion: Handler = async (services, call) => {
  const listed = await open(services, call);
  const { key, body } = await sentIn(call, askSchema);
  const asked = tidiedQuestion(body);
  const person = await personFor(PURPOSE, services, call, listed);
  const { id, candidates } = listed.election;
  if (asked.candidate !== null && !candidates.some((candidate) => candidate.id === asked.candidate))
    throw new ElectionError('candidate-unknown');
  checkText('text', asked.text);
  checkText('name', asked.name);
  const sent = { ...asked, id: crypto.randomUUID(), key, person };
  const question = await topicsIn(services.storage).questions.ask(id, sent);
  await questionAsked(services, listed.election, question);
  return shown(services, call, question);
};

export const supportQuestion: Handler = async (services, call) => {
  const listed = await open(services, call);
  const { body } = await sentIn(call, supportSchema);
  const person = await personFor(PURPOSE, services, call, listed);
  const question = await visible(services, call, listed);
  const { questions } = topicsIn(services.storage);
  return shown(services, call, await questions.support(listed.election.id, question, person, body.supported));
};

export const reportQuestion: Handler = async (services, call) => {
  const listed = await admit(services, call);
  await sentIn(call, reportSchema);
  const person = await personFor(PURPOSE, services, call, listed);
  const question = await visible(services, call, listed);
  await topicsIn(services.storage).questions.report(listed.election.id, question, person);
  return answer(services, call, '{"reported":true}');
};

export const answerAsCandidate: Handler = async (services, call) => {
  const listed = await open(services, call);
  const { body } = await sentIn(call, answerSchema);
  const person = await personFor('candidacy', services, call, listed);
  const { storage } = services;
  const { election } = listed;
  const { candidacies, questions } = topicsIn(storage);
  const candidate = (await candidacies.ofPerson(election.id, person))?.candidate;
  const speaker = await speakerOf(services, election, candidate);
  const id = await visible(services, call, listed);
  const asked = await questions.byId(election.id, id);
  // What is for nobody of them is for the brand and its president.
  if (asked.candidate === null ? speaker.by !== 'president' : asked.candidate !== candidate)
    throw new ElectionError('not-allowed');
  const answered = await answerQuestion(storage, election.id, id, { ...speaker, text: body.text });
  await questionAnswered(services, election, answered);
  return shown(services, call, answered);
};

/** @throws ElectionError `questions-closed`, and as `admit` */
async function open(services: Services, call: Call): Promise<Listed> {
  const listed = await admit(services, call);
  if (!takesQuestions(listed.election, services.clock.now())) throw new ElectionError('questions-closed');
  return listed;
}

/** The question in the address. One that is hidden is not there. @throws ElectionError `question-unknown` */
async function visible({ storage }: Services, call: Call, { election }: Listed): Promise<string> {
  const { id, hidden } = await topicsIn(storage).questions.byId(election.id, call.parameter('question'));
  if (hidden) throw new ElectionError('question-unknown');
  return id;
}

const shown = (services: Services, call: Call, question: Question): Response =>
  answer(services, call, JSON.stringify({ question: shownOf(question) }));

/** As everyone may see it: without what only the brand knows. */
const shownOf = (question: Question): Question => {
  const { id, kind, text, name, at, candidate, supports, supported, answers } = question;
  return { id, kind, text, name, at, candidate, supports, supported, answers };
};
