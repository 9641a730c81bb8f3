import type { CallOptions } from './call-options.js';
import { HIDDEN, lengthOf, LINK, tidy, ZALGO } from './candidacy.js';
import type { Calendar, Id, Instant } from './election.js';
import { isFrom, phaseAt } from './phase.js';

export const QUESTION_KINDS = ['question', 'idea'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** In whose name an answer is given. */
export const ANSWERERS = ['candidate', 'president', 'brand'] as const;
export type Answerer = (typeof ANSWERERS)[number];

export interface Answer {
  readonly by: Answerer;
  /** The candidate's, the president's or the brand's. */
  readonly name: string;
  /** Plain text; a blank line starts a new paragraph. */
  readonly text: string;
  readonly at: Instant;
}

/** What a customer asks or proposes, and others support. */
export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  /** Plain text. */
  readonly text: string;
  /** Of whoever wrote it, as they gave it; may be empty. */
  readonly name: string;
  readonly at: Instant;
  /** Whom it is for; `null`: the brand and its president. */
  readonly candidate: Id | null;
  readonly supports: number;
  /** Whether the asking person supports it; whoever wrote it does. */
  readonly supported: boolean;
  /** In the order in which they were given; one each of candidate, president and brand. */
  readonly answers: readonly Answer[];
}

/** What is sent to ask. */
export interface Asked {
  readonly kind: QuestionKind;
  readonly text: string;
  readonly name: string;
  readonly candidate: Id | null;
}

/** `support`: the most supported first; `date`: the newest first. */
export const QUESTION_SORTS = ['support', 'date'] as const;
export type QuestionSort = (typeof QUESTION_SORTS)[number];

export interface QuestionFilter {
  readonly kind: QuestionKind;
  readonly sort: QuestionSort;
  /** Only theirs. */
  readonly candidate?: Id;
  /** Only those in which all these words, or their beginnings, are. */
  readonly search?: string;
}

export interface QuestionPage {
  readonly questions: readonly Question[];
  /** All that the filter finds, on all pages. */
  readonly total: number;
  /** What the next page comes after; `null`: these were the last. */
  readonly next: string | null;
}

/** How a backend takes questions and ideas. */
export interface QuestionsOffer {
  /** Twenty at a time. @param after the last page's `next` */
  list(election: Id, filter: QuestionFilter, after?: string, options?: CallOptions): Promise<QuestionPage>;
  /** Sending the same again under its key gives the same question. @param key a UUID made before the first send */
  ask(election: Id, asked: Asked, key: string, options?: CallOptions): Promise<Question>;
  /** Once a person, however often. @param supported `false` takes it back */
  support(election: Id, question: string, supported: boolean, options?: CallOptions): Promise<Question>;
  /** Tells the brand that it should look at it. Once a person, however often. */
  report(election: Id, question: string, options?: CallOptions): Promise<void>;
  /** As the candidate, or the president, that this person is; again replaces what was said. */
  answer(election: Id, question: string, text: string, options?: CallOptions): Promise<Question>;
}

/** Lengths in characters as people count them. */
export const QUESTION_LENGTHS = { text: [10, 600], name: [0, 40], answer: [2, 4000] } as const;
/** Questions on one page. */
export const QUESTION_PAGE = 20;
/** What one person may ask in one election in 24 hours. */
export const QUESTIONS_A_DAY = 10;

export type QuestionFault = 'missing' | 'short' | 'long' | 'hidden' | 'marks' | 'letters' | 'link';

/** What is wrong with a text. @param text tidied */
export function questionFault(field: keyof typeof QUESTION_LENGTHS, text: string): QuestionFault | undefined {
  const [least, most] = QUESTION_LENGTHS[field];
  const length = lengthOf(text);
  if (length === 0) return least > 0 ? 'missing' : undefined;
  if (HIDDEN.test(field === 'name' ? text : text.replaceAll('\n', ''))) return 'hidden';
  if (ZALGO.test(text.normalize('NFD'))) return 'marks';
  if (length > most) return 'long';
  if (length < least) return 'short';
  if (!/\p{L}/u.test(text)) return 'letters';
  return field !== 'answer' && LINK.test(text) ? 'link' : undefined;
}

/** With its texts as they are kept. */
export const tidiedQuestion = <T extends Pick<Asked, 'text' | 'name'>>(asked: T): T => ({
  ...asked,
  text: tidy(asked.text),
  name: tidy(asked.name),
});

/** Whether customers may ask, support and answer: from the campaign to the end of the mandate. */
export const takesQuestions = ({ calendar }: { readonly calendar: Calendar }, now: number): boolean => {
  const phase = phaseAt(calendar, now);
  return isFrom(phase, 'campaign') && phase !== 'ended';
};

/** A text as it is searched: lower case, without accents, words between spaces. */
export const foldedWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Words that a search looks at. */
const MOST_WORDS = 8;

/** The words of a search, folded; empty where there is nothing to look for. */
export const searchedWords = (search: string): readonly string[] =>
  foldedWords(search).split(' ').filter(Boolean).slice(0, MOST_WORDS);
