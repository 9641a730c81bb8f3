import type { Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import {
  foldedWords,
  QUESTION_PAGE,
  questionFault,
  QUESTIONS_A_DAY,
  searchedWords,
  takesQuestions,
  tidiedQuestion,
  type Question,
  type QuestionFilter,
  type QuestionsOffer,
} from '../../model/question.js';
import type { Town } from './community.js';

interface Kept {
  readonly election: Id;
  readonly key: string;
  readonly by: string;
  readonly at: number;
  readonly question: Omit<Question, 'supports' | 'supported'>;
  readonly supporters: Set<string>;
}

/** Questions that nobody moderates. A candidate is whoever has the candidate's id for a name. */
export function questionsIn(town: Town): (person: string) => QuestionsOffer {
  const kept = new Map<string, Kept>();
  let number = 0;

  function known(election: Id, id: string): Kept {
    const found = kept.get(id);
    if (found?.election !== town.election(election).id) throw new ElectionError('question-unknown');
    return found;
  }

  function open(election: Id): void {
    if (!takesQuestions(town.election(election), town.now())) throw new ElectionError('questions-closed');
  }

  return (person) => {
    const seen = ({ question, supporters }: Kept): Question => ({
      ...question,
      supports: supporters.size,
      supported: supporters.has(person),
    });

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
          const mine = [...kept.values()].filter((one) => one.by === person && one.election === id);
          const before = mine.find((one) => one.key === key);
          if (before) return seen(before);
          const at = town.now();
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
          const one = known(election, id);
          const candidate = town.election(election).candidates.find((each) => each.id === person);
          if (!candidate || one.question.candidate !== person) throw new ElectionError('not-allowed');
          if (questionFault('answer', text)) throw new ElectionError('question-invalid');
          const said = { by: 'candidate' as const, name: candidate.name, text };
          const answers = [{ ...said, at: new Date(town.now()).toISOString() }];
          kept.set(id, { ...one, question: { ...one.question, answers } });
          return seen(known(election, id));
        }),
    };
  };
}

function fits(question: Question, { kind, candidate, search = '' }: QuestionFilter): boolean {
  if (question.kind !== kind || (candidate !== undefined && question.candidate !== candidate)) return false;
  const words = foldedWords(question.text).split(' ');
  return searchedWords(search).every((sought) => words.some((word) => word.startsWith(sought)));
}
