import { plural } from './plural.js';
import type { QuestionsMessages } from './questions-messages.js';

const form = plural('en');

export const questions: QuestionsMessages = {
  kinds: {
    question: {
      title: 'Questions',
      ask: 'Ask a question',
      label: 'Your question',
      hint: 'One at a time, in plain words: then others can support it.',
      published: 'Your question is published, with your support.',
      none: 'Nobody has asked anything yet. The first question is yours.',
      count: (n, shown) => `${shown} ${form(n, 'question', 'questions')}`,
      support: (n, shown, text) =>
        `Support the question “${text}”, ${shown} ${form(n, 'supporter', 'supporters')}`,
      report: (text) => `Report the question “${text}”`,
    },
    idea: {
      title: 'Ideas',
      ask: 'Propose an idea',
      label: 'Your idea',
      hint: 'One at a time, in plain words: then others can support it.',
      published: 'Your idea is published, with your support.',
      none: 'Nobody has proposed anything yet. The first idea is yours.',
      count: (n, shown) => `${shown} ${form(n, 'idea', 'ideas')}`,
      support: (n, shown, text) =>
        `Support the idea “${text}”, ${shown} ${form(n, 'supporter', 'supporters')}`,
      report: (text) => `Report the idea “${text}”`,
    },
  },
  search: 'Search for a word',
  sort: 'In order',
  sorts: { support: 'Most supported', date: 'Most recent' },
  notFound: 'None has these words in it.',
  more: 'See more',
  loading: 'One moment…',
  failed: 'The questions cannot be shown at the moment.',
  offline: 'No network: nothing was sent. Your text is still here, try again.',
  again: 'Try again',
  notYet: (date) => `Questions open with the campaign, on ${date}.`,
  closed: 'Questions are closed here.',

  to: 'For whom',
  toBrand: (brand) => `${brand} and its president`,
  forCandidate: (name) => `for ${name}`,
  name: 'Your first name',
  nameHint: 'Optional. It will be shown.',
  left: (n, shown) => `${shown} ${form(n, 'character', 'characters')} left`,
  tooMany: (n, shown) => `${shown} ${form(n, 'character', 'characters')} too many`,
  faults: {
    missing: 'Your text is missing.',
    short: 'That is too short: say a little more.',
    long: 'That is too long: cut a little.',
    hidden: 'This text has characters in it that cannot be seen. Please type it instead.',
    marks: 'This text has too many accents piled up: nobody could read it.',
    letters: 'It needs a few letters at least.',
    link: 'Addresses of sites are not published: take it out.',
  },
  send: 'Publish',
  sending: 'Sending…',
  cancel: 'Cancel',
  rule: 'Everyone will be able to read it. The brand may hide what hurts and what sells.',

  someone: 'No name given',
  supporters: (n, shown) => `${shown} ${form(n, 'supporter', 'supporters')}`,
  report: 'Report',
  reported: 'Reported, thank you: the brand will look.',
  answerers: {
    candidate: (name) => `${name}, candidate`,
    president: (name) => `${name}, president`,
    brand: (name) => `${name}, the brand`,
  },
  answer: 'Answer',
  answerAgain: 'Change my answer',
  answerLabel: 'Your answer',

  news: 'News from the campaign',
  noNews: 'No news from the campaign yet.',
  newsFailed: 'The news cannot be shown at the moment.',
  write: 'Tell the news',
  writeLabel: 'Your news',
  publish: 'Publish',
  newsPublished: 'Your news is published.',
};
