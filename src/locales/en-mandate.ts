import type { MandateMessages } from './mandate-messages.js';
import { plural } from './plural.js';

const form = plural('en');

export const mandate: MandateMessages = {
  share: 'Share the news',
  shared: 'The address is copied.',
  copyByHand: 'The address, to be copied',
  news: (name, brand) => `${name} now speaks for the customers of ${brand}.`,
  notYet: 'The president will be known at the proclamation.',

  term: 'The mandate',
  begins: (date, left) => `Begins on ${date}, ${left}`,
  runs: (begins, ends) => `From ${begins} to ${ends}`,
  open: (begins) => `Since ${begins}`,
  left: (n, shown) => `${shown} ${form(n, 'day', 'days')} left`,
  over: (date) => `Ended on ${date}`,

  responses: {
    welcomed: 'The brand welcomes its president',
    excused: 'The brand has excused itself',
    refused: 'The brand has refused',
  },
  silent: (n, shown) => `The brand has not responded for ${shown} ${form(n, 'day', 'days')}`,

  programme: 'The programme',
  noProgramme: 'No date is announced yet.',
  failed: 'The programme cannot be shown at the moment.',
  again: 'Try again',
  kept: (kept, promised) => `${kept} of ${promised} promises kept`,
  states: { kept: 'Kept', due: 'Promised, not kept yet', ahead: 'Ahead' },
  promise: 'What was promised',
  done: 'What was done',
  toCalendar: 'Add to my calendar',
  toCalendarOf: (title) => `Add to my calendar: ${title}`,
  allToCalendar: 'Add all to my calendar',

  reports: 'Reports',
  privileges: 'What the president is given',
  obligations: 'What the president owes',
  questions: 'Customers’ questions',
  answered: (answered, asked) => `${answered} of ${asked} answered`,
  noQuestions: 'No question was asked yet.',
  handover: 'What comes next',
  next: 'See the next election',
};
