import type { Answerer, QuestionFault, QuestionKind, QuestionSort } from '../model/question.js';

/** What differs between questions and ideas. */
export interface KindMessages {
  readonly title: string;
  readonly ask: string;
  readonly label: string;
  readonly hint: string;
  readonly published: string;
  readonly none: string;
  readonly count: (n: number, shown: string) => string;
  readonly support: (n: number, shown: string, text: string) => string;
  readonly report: (text: string) => string;
}

/** What questions, ideas and news say. Loaded with them. */
export interface QuestionsMessages {
  readonly kinds: Readonly<Record<QuestionKind, KindMessages>>;
  readonly search: string;
  readonly sort: string;
  readonly sorts: Readonly<Record<QuestionSort, string>>;
  readonly notFound: string;
  readonly more: string;
  readonly loading: string;
  readonly failed: string;
  readonly offline: string;
  readonly again: string;
  readonly notYet: (date: string) => string;
  readonly closed: string;

  readonly to: string;
  readonly toBrand: (brand: string) => string;
  readonly forCandidate: (name: string) => string;
  readonly name: string;
  readonly nameHint: string;
  readonly left: (n: number, shown: string) => string;
  readonly tooMany: (n: number, shown: string) => string;
  readonly faults: Readonly<Record<QuestionFault, string>>;
  readonly send: string;
  readonly sending: string;
  readonly cancel: string;
  readonly rule: string;

  readonly someone: string;
  /** The number comes first. */
  readonly supporters: (n: number, shown: string) => string;
  readonly report: string;
  readonly reported: string;
  readonly answerers: Readonly<Record<Answerer, (name: string) => string>>;
  readonly answer: string;
  readonly answerAgain: string;
  readonly answerLabel: string;

  readonly news: string;
  readonly noNews: string;
  readonly newsFailed: string;
  readonly write: string;
  readonly writeLabel: string;
  readonly publish: string;
  readonly newsPublished: string;
}
