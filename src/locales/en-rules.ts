import { plural } from './plural.js';
import type { RulesMessages } from './rules-messages.js';

const form = plural('en');

export const rules: RulesMessages = {
  rules: 'The rules of the election',
  organiser: 'Who organises it',
  calendar: 'Dates',
  zone: (zone) => `Time zone: ${zone}`,
  standing: 'Who may stand',
  standingUnsaid: (brand) => `Customers of ${brand}, in their own name. The brand reads each candidacy.`,
  voting: 'Who may vote',
  votingUnsaid: (brand) => `Customers of ${brand}. One person, one vote.`,
  device:
    'Votes are checked by device: one ballot a device. It is the lightest check; it keeps nobody from voting on another one.',
  ballot: 'The ballot',
  methods: {
    plurality: 'A ballot names one candidate.',
    approval: 'A ballot names as many candidates as one likes.',
  },
  atMost: (n, shown) => `A ballot names at most ${shown} ${form(n, 'candidate', 'candidates')}.`,
  revote: 'One may change one’s mind until the close: the last ballot counts.',
  final: 'Once in the box, a ballot cannot be changed.',
  results: 'The results',
  visibility: {
    always: 'They can be seen while the vote lasts.',
    'until-voted':
      'While the vote lasts, only those who have voted see them. After the close, everyone does.',
    'until-close': 'They are sealed until the close, for everyone.',
  },
  elected: 'Whoever has the most votes is elected.',
  quorum: (n, shown) =>
    `At least ${shown} ${form(n, 'ballot is', 'ballots are')} needed; otherwise nobody is elected.`,
  noQuorum: 'No least number of ballots is asked for.',
  tie: 'Where the first are level, the tie is proclaimed as one and nobody is elected: no lots are drawn.',
  mandate: 'What the mandate gives and asks',
  privileges: 'The president is given',
  obligations: 'The president owes',
  noPrize: 'The brand has announced neither prize nor privilege.',
  complaints: 'Complaints',
  complaintsUnsaid: (brand) => `Any complaint goes to ${brand}.`,
  proof: 'Each ballot gets a receipt, and anyone can recount the public log, without asking anybody.',
  retention: 'What is kept',
  retained:
    'The ballot is kept under a pseudonym of this election’s own: no address, no e-mail, no precise time. No cookie is set.',
  retentionUnsaid:
    'The log of ballots stays public as long as the election can be verified. What names a person can be erased on request; the count does not change by that.',
  amendments: 'Changes since the opening',
  unchanged: 'These rules are frozen when voting opens. Any later change is dated and shown here.',
};
