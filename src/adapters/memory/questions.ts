import { tidy } from '../../model/candidacy.js';
import type { Id } from '../../model/election.js';
import type { Answered } from '../../model/mandate.js';
import { ElectionError } from '../../model/errors.js';
import {
  foldedWords,
  QUESTION_PAGE,
  questionFault,
  QUESTIONS_A_DAY,
  searchedWords,
  takesQuestions,
  tidiedQuestion,
  type Answer,
  type Question,
  type QuestionFilter,
  type QuestionsOffer,
} from '../../model/question.js';
import type { Town } from './community.js';
import { speakerIn, type StandsAs } from './speaker.js';

interface Kept {
  readonly election: Id;
  readonly key: string;
  readonly by: string;
  readonly at: number;
  readonly question: Omit<Question, 'supports' | 'supported'>;
  readonly supporters: Set<string>;
}

interface Questions {
  readonly of: (person: string) => QuestionsOffer;
  readonly answerAsBrand: (election: Id, question: string, text: string) => Question;
  readonly answered: (election: Id) => Answered;
}

/** Questions that nobody moderates. */
export function questionsIn(town: Town, standsAs: StandsAs): Questions {
  const kept = new Map<string, Kept>();
  let number = 0;

  function known(election: Id, id: string): Kept {
    const found = kept.get(id);
    if (found?.election !== town.election(election).id) throw new ElectionError('question-unknown');
    return found;
  }

  function open(election: Id): void {
    if (!takesQuestions(town.election(election), town.clock().now))
      throw new ElectionError('questions-closed');
  }

  const seenBy =
    (person: string | undefined) =>
    ({ question, supporters }: Kept): Question => ({
      ...question,
      supports: supporters.size,
      supported: person !== undefined && supporters.has(person),
    });

  /** The same one's answer again stands where the first one stood. */
  function answer(election: Id, id: string, said: Pick<Answer, 'by' | 'name'>, sent: string): Kept {
    const one = known(election, id);
    const text = tidy(sent);
    if (questionFault('answer', text)) throw new ElectionError('question-invalid');
    const { by, name } = said;
    const given = { by, name, text, at: new Date(town.clock().now).toISOString() };
    const { answers: before } = one.question;
    const answers = before.some((each) => each.by === by)
      ? before.map((each) => (each.by === by ? given : each))
      : [...before, given];
    const answered = { ...one, question: { ...one.question, answers } };
    kept.set(id, answered);
    return answered;
  }

  const of = (person: string): QuestionsOffer => {
    const seen = seenBy(person);

    return {
      list: (election, filter, after, options) =>
        town.answer(options, () => {
          const { id } = town.election(election);
          const all = [...kept.values()].filter((one) => one.election === id).map(seen);
          const found = all.filter((question) => fits(question, filter)).reverse();
          if (filter.sort === 'support') found.sort((a, b) => b.supports - a.supports);
          const from = after === undefined ? 0 : found.findIndex((question) => question.id === after) + 1;
          const questions = found.slice(from, from + QUESTION_PAGE);
          const last = questions.at(-1);
          const isMore = last && from + questions.length < found.length;
          return { questions, total: found.length, next: isMore ? last.id : null };
        }),
      ask: (election, sent, key, options) =>
        town.answer(options, () => {
          open(election);
          const { id, candidates } = town.election(election);
          const { kind, text, name, candidate } = tidiedQuestion(sent);
          if (candidate !== null && !candidates.some((one) => one.id === candidate))
            throw new ElectionError('candidate-unknown');
          if (questionFault('text', text) ?? questionFault('name', name))
            throw new ElectionError('question-invalid');
          const others = [...kept.values()].filter((one) => one.election === id);
          const before = others.find((one) => one.key === key);
          if (before && before.by !== person) throw new ElectionError('key-reused');
          if (before) return seen(before);
          const mine = others.filter((one) => one.by === person);
          const at = town.clock().now;
          if (mine.filter((one) => one.at > at - 86_400_000).length >= QUESTIONS_A_DAY)
            throw new ElectionError('questions-many');
          const asked = { id: `q${++number}`, kind, text, name, candidate, answers: [] };
          const question = { ...asked, at: new Date(at).toISOString() };
          const one = { election: id, key, by: person, at, question, supporters: new Set([person]) };
          kept.set(question.id, one);
          return seen(one);
        }),
      support: (election, id, supported, options) =>
        town.answer(options, () => {
          open(election);
          const one = known(election, id);
          if (supported) one.supporters.add(person);
          else one.supporters.delete(person);
          return seen(one);
        }),
      report: (election, id, options) => town.answer(options, () => void known(election, id)),
      answer: (election, id, text, options) =>
        town.answer(options, () => {
          open(election);
          const { candidate, ...said } = speakerIn(town, election, standsAs(election, person));
          const { question } = known(election, id);
          // What is for nobody of them is for the brand and its president.
          const mayAnswer =
            question.candidate === null ? said.by === 'president' : question.candidate === candidate;
          if (!mayAnswer) throw new ElectionError('not-allowed');
          return seen(answer(election, id, said, text));
        }),
    };
  };

  return {
    of,
    answerAsBrand: (election, id, text) => {
      const { name } = town.election(election).brand;
      return structuredClone(seenBy(undefined)(answer(election, id, { by: 'brand', name }, text)));
    },
    answered: (election) => {
      const asked = [...kept.values()]
        .filter((one) => one.election === election)
        .filter(({ question }) => question.kind === 'question');
      const answered = asked.filter(({ question }) => question.answers.length > 0);
      return { asked: asked.length, answered: answered.length };
    },
  };
}

function fits(question: Question, { kind, candidate, search = '' }: QuestionFilter): boolean {
  if (question.kind !== kind || (candidate !== undefined && question.candidate !== candidate)) return false;
  const words = foldedWords(question.text).split(' ');
  return searchedWords(search).every((sought) => words.some((word) => word.startsWith(sought)));
}
