import type { Question, QuestionPage, QuestionsOffer } from '../../model/question.js';
import { QUESTION_ROUTES } from '../../protocol/question-routes.js';
import { addressOf } from '../../protocol/routes.js';
import type { Line } from './line.js';

export const questionsOver = (line: Line): QuestionsOffer => {
  const of = (route: string, election: string, question: string) =>
    addressOf(route, election).replace('{question}', encodeURIComponent(question));
  return {
    list(election, { kind, sort, candidate, search }, after, options) {
      const query = new URLSearchParams({ kind, sort });
      if (candidate) query.set('candidate', candidate);
      if (search) query.set('search', search);
      if (after) query.set('after', after);
      const address = `${addressOf(QUESTION_ROUTES.questions, election)}?${query.toString()}`;
      return line.get(address, pageIn, options);
    },
    ask: (election, asked, key, options) =>
      line.post(addressOf(QUESTION_ROUTES.ask, election), asked, questionIn, { ...options, key }),
    support: (election, question, supported, options) =>
      line.post(of(QUESTION_ROUTES.support, election, question), { supported }, questionIn, options),
    report: (election, question, options) =>
      line.post(of(QUESTION_ROUTES.report, election, question), {}, () => undefined, options),
    answer: (election, question, text, options) =>
      line.post(of(QUESTION_ROUTES.answer, election, question), { text }, questionIn, options),
  };
};

function held(question: Question): Question {
  const { id, text, name, at, supports, answers } = question;
  const isText = [id, text, name, at].every((part) => typeof part === 'string');
  if (isText && Number.isSafeInteger(supports) && Array.isArray(answers)) return question;
  throw new TypeError();
}

const questionIn = ({ question }: { readonly question: Question }): Question => held(question);

function pageIn({ questions, total, next }: QuestionPage): QuestionPage {
  if (!Number.isSafeInteger(total)) throw new TypeError();
  return { questions: questions.map(held), total, next: next === null ? null : String(next) };
}
