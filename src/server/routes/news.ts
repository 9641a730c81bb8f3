import { ElectionError } from '../../model/errors.js';
import { tidy } from '../../model/candidacy.js';
import { takesQuestions } from '../../model/question.js';
import { newsQuerySchema, writeNewsSchema } from '../../protocol/news-messages.js';
import { answer, publicFor } from '../answer.js';
import { admit, type Handler } from '../call.js';
import { checkText, speakerOf, topicsIn } from '../questions.js';
import { personFor, queryIn, sentIn } from '../sent.js';

const SHOWN = 50;
/** Pieces that one candidate may publish. */
const MOST = 40;

export const listNews: Handler = async (services, call) => {
  const { election } = await admit(services, call);
  const { candidate } = queryIn(call, newsQuerySchema);
  const news = await topicsIn(services.storage).news.ofElection(election.id, SHOWN, candidate);
  return answer(services, call, JSON.stringify({ news }), {
    headers: { 'Cache-Control': publicFor(services.clock) },
  });
};

/** A piece has the id of its key: sent again, it is there once. */
export const writeNews: Handler = async (services, call) => {
  const listed = await admit(services, call);
  const { election } = listed;
  const { key, body } = await sentIn(call, writeNewsSchema);
  if (!takesQuestions(election, services.clock.now())) throw new ElectionError('questions-closed');
  const person = await personFor('candidacy', services, call, listed);
  const { candidacies, news } = topicsIn(services.storage);
  const candidate = (await candidacies.ofPerson(election.id, person))?.candidate;
  await speakerOf(services, election, candidate);
  if (candidate === undefined) throw new ElectionError('not-allowed');
  const text = tidy(body.text);
  checkText('answer', text);
  const before = await news.ofElection(election.id, MOST, candidate);
  const known = before.find(({ id }) => id === key);
  if (!known && before.length >= MOST) throw new ElectionError('questions-many');
  const piece = known ?? (await news.add(election.id, { id: key, candidate, text }));
  return answer(services, call, JSON.stringify({ piece }));
};
