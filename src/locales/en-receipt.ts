import { plural } from './plural.js';
import type { ReceiptMessages } from './receipt-messages.js';

const form = plural('en');

export const receipt: ReceiptMessages = {
  receipt: 'Your receipt',
  code: 'Tracking code',
  for: 'For',
  at: 'Cast',
  proof: 'Proof',
  witnesses: 'Witnesses',
  replaces: 'Replaces',
  now: 'Since then',

  checking: 'Being checked on this device…',
  proved: 'Checked on this device',
  provedAt: (n, shown) =>
    `This ballot, with this choice, is in the public record, signed at ${shown} ${form(n, 'entry', 'entries')}.`,
  earlierKey:
    'It was signed by another key than the one in force now: check again to see whether that is right.',
  unchecked:
    'Not checked yet: what checks it could not be loaded. Look at your connection, then check again.',
  none: 'This election keeps no public record: the code names the ballot, and only the organiser’s word stands behind it.',
  invalid: 'This receipt proves nothing.',
  faults: {
    malformed: 'It is damaged, or a part of it is missing.',
    ballot: 'The entry that it shows is another ballot’s.',
    key: 'The record that it shows is signed by another key than this election’s.',
    signature: 'The signature on the record is false.',
    inclusion: 'The ballot is not in the record that was signed.',
    choice: 'The ballot in the record holds another choice.',
  },
  keepIt:
    'Keep it all the same: shown to the organiser and to whoever watches over the vote, it is evidence.',
  witnessed: (n, shown) =>
    `${shown} ${form(n, 'witness has', 'witnesses have')} signed this state of the record, besides the organiser.`,
  unwitnessed: 'None has signed this state of the record yet: so far it is the organiser’s word alone.',
  named: (n, shown) =>
    `${shown} ${form(n, 'is', 'are')} named to sign the record, besides the organiser. “Check again” tells whether that is done.`,
  unnamed: 'None is named in this election: the record is the organiser’s word alone.',
  replaced: (first) => `Your earlier ballot${first && ` ${first}`}, which counts no more.`,

  proves: 'What it proves',
  provesThis:
    'Your ballot is in the record with this choice. Nobody can take it out or change it from now on without being found out.',
  provesNot: 'What it does not prove',
  notVoters:
    'That the organiser has invented no voters. That is what the published numbers are for: how many could vote, and how many did.',
  notSecret:
    'It opens your ballot: whoever has this receipt can read your choice, and the code is enough once results are open to all. Someone who buys votes may ask for it; nobody has a right to see it.',

  copy: 'Copy',
  copied: 'Copied.',
  copyByHand: 'This page may not copy: select this text and copy it yourself.',
  download: 'Download',
  print: 'Print',
  again: 'Check again',
  verifier: 'Recount with the independent verifier',

  asking: 'The record is being read…',
  stands: 'Still in the record',
  standsAt: (n, shown) =>
    `It has ${shown} ${form(n, 'entry', 'entries')} now, and continues the one of this receipt without changing anything in it.`,
  untouched: 'Nothing that was entered since concerns this ballot: it counts.',
  unread: (n, shown) =>
    `${shown} later ${form(n, 'entry was', 'entries were')} not read here; the independent verifier reads them.`,
  superseded: 'It was replaced by a later ballot of the same voter, and counts no more.',
  review: (reason) => `It is under review, and not counted until that is decided. Reason: ${reason}.`,
  invalidated: (reason) => `It was invalidated, and does not count. Reason: ${reason}.`,
  reinstated: 'It was reviewed, and counts.',
  reasons: {
    'duplicate-person': 'the same person voted more than once',
    automation: 'cast by a machine',
    bought: 'a vote that was bought',
    error: 'an error',
    court: 'a court’s decision',
    'on-request': 'at the voter’s request',
  },
  unreachable: 'The record cannot be reached for now, which says nothing of the ballot.',
  behind: 'The record that is shown does not reach this ballot yet. Check again in a minute.',
  unsigned:
    'Still there; but the record is signed by a key that is not known here. The independent verifier says whether it was changed rightly.',
  contradicted: 'The record that is shown now contradicts this receipt. One of the two was forged.',

  find: 'Find a ballot',
  paste: 'Paste a receipt, or type a tracking code',
  like: (example) => `A code looks like ${example}.`,
  search: 'Look it up',
  open: 'Open a file',
  other: 'Look up another ballot',
  own: 'Back to your receipt',
  notUnderstood: 'This is neither a receipt nor a tracking code.',
  otherElection: 'This receipt is of another election.',
  noLog: 'There is no public record here to look it up in.',
  notThere: (code) => `The record holds no ballot of the code ${code}.`,
  found: 'In the record',
  foundAt: (n, shown) =>
    `A ballot of this code is in the public record, signed at ${shown} ${form(n, 'entry', 'entries')}.`,
  sealed: 'Sealed: only its receipt opens it here.',

  scan: 'Scan to recount the election with the independent verifier.',
  paperSecret:
    'This sheet does not say whom you voted for. Once results are open to all, its code is enough to read that in the record: keep it to yourself.',
};
