import type { QuestionsMessages } from '../../locales/questions-messages.js';
import { wordsOf } from './words.js';

/** The sentences of questions, ideas and news. */
export const questionWords = wordsOf<QuestionsMessages>({
  fr: async () => (await import('../../locales/fr-questions.js')).questions,
  en: async () => (await import('../../locales/en-questions.js')).questions,
});
