import type { CampaignMessages } from './campaign-messages.js';
import { plural } from './plural.js';

const form = plural('en');

export const campaign: CampaignMessages = {
  waiting: 'The elections are coming…',
  failed: 'The elections cannot be shown at the moment.',
  again: 'Try again',
  search: 'Search a brand or a question',
  phase: 'Phase',
  all: 'All',
  elections: (n, shown) => `${shown} ${form(n, 'election', 'elections')}`,
  none: 'No election matches. Try another word, or another phase.',
  empty: 'No election is announced yet.',
  others: (n, shown) => `See ${form(n, 'the other election', `${shown} other elections`)}`,
  since: (date) => `since ${date}`,
  on: (date, left) => `on ${date}, ${left}`,
  candidates: (n, shown) => `${shown} ${form(n, 'candidate', 'candidates')}`,
  nobodyYet: 'Nobody stands yet',
  ballots: (n, shown) => `${shown} ${form(n, 'ballot', 'ballots')}`,
  hidden: 'Results are still sealed',
  noBallots: 'The box is empty',
  leads: 'In the lead',
  level: 'Level',
  presides: 'President',
  tie: 'A tie: nobody is elected',
  noQuorum: 'No quorum: nobody is elected',
  share: (share) => `${share} of the ballots`,
  other: (name) => `and ${name}`,

  assembly: 'The presidents’ assembly',
  seats: (n, shown) => `${shown} ${form(n, 'seat', 'seats')}`,
  noSeats: 'The assembly will meet once a first president is proclaimed.',
  of: (brand) => `speaks for the customers of ${brand}`,
  agenda: 'Coming up',
  noDates: 'No date is announced.',
  kept: (kept, promised) => `${kept} of ${promised} promises kept`,
  responses: {
    welcomed: 'The brand welcomes',
    excused: 'The brand has excused itself',
    refused: 'The brand has refused',
    none: 'The brand has not responded',
  },
  votes: (votes, ballots) => `${votes} of ${ballots} votes`,
};
