import type { Messages } from './messages.js';

export const messages: Messages = {
  loading: 'The election is on its way…',
  phases: {
    announced: 'Announced',
    candidacy: 'Candidacies',
    campaign: 'Campaign',
    voting: 'Vote',
    counting: 'Count',
    proclaimed: 'Proclamation',
    mandate: 'Mandate',
    ended: 'End of term',
  },
  begins: {
    candidacy: 'Candidacies open',
    campaign: 'The campaign begins',
    voting: 'Voting opens',
    counting: 'Voting closes',
    mandate: 'The mandate begins',
    ended: 'The mandate ends',
  },
  first: '1',
  candidates: 'Candidates',
  manifesto: 'Read the manifesto',

  vote: (name) => `Vote for ${name}`,
  change: (name) => `Change to ${name}`,
  yourVote: 'Your vote',
  changed: 'Your vote, changed',
  youVoted: 'You have voted',
  confirming: 'Your ballot is ready',
  casting: 'Sending your ballot…',
  kept: 'Kept, not yet confirmed',
  notOpen: (date) => `Voting opens ${date}`,
  closed: 'Voting has closed',

  ballot: 'Ballot paper',
  ballotFinal: 'Once in the box, a ballot cannot be changed.',
  ballotChangeable: 'You may change your mind until the close: the last ballot counts.',
  cast: 'Put it in the box',
  cancel: 'Go back',
  close: 'Close',
  stub: 'Your ballot is in the box.',
  stubCode: 'Tracking code',
  keptLong:
    'There is no network. Your ballot is kept on this device and will be sent by itself; it is not counted yet.',

  results: 'Results',
  hidden: {
    'until-voted': 'Results open as soon as you have voted.',
    'until-close': 'Results stay sealed until the close.',
    'until-open': 'Results will come with the vote.',
  },

  device: 'One vote per device: the lightest check, which does not stop anyone from voting on another.',
  failed: 'The election cannot be shown for now.',
  retrying: 'Trying again.',
};
