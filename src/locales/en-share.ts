import type { ShareMessages, SharePageMessages } from './share-messages.js';

export const sharePage: SharePageMessages = {
  quoted: (words) => `“${words}”`,
  votes: (dates) => `Vote: ${dates}`,
  onward: (name) => `See ${name} on the voting page`,
  brand: (name) => `${name}’s site`,
  picture: (name) => `The poster of ${name}.`,
  unknown: 'Nobody at this address',
  unknownLong: 'This link leads to no candidate. Perhaps its end is missing: check it.',
  gone: 'This candidate is no longer here',
  goneLong: 'The person this link led to stands no more. The others are on the voting page.',
};

export const share: ShareMessages = {
  share: (name) => `Share ${name}’s candidacy`,
  shareShort: 'Share',
  send: 'Send…',
  copy: 'Copy the link',
  copied: 'Link copied.',
  copyByHand: 'This page may not copy by itself. The link is selected: copy it.',
  address: 'The link',
  code: 'QR code',
  codeOf: (name) => `QR code that leads to ${name}`,
  print: 'Print',
  scan: 'Scan it to read more and to vote.',
  cameFor: (name) => `You came for ${name}`,
  cameForLong: 'Nothing is chosen: the others are here too, in an order drawn by lot.',
};
