import type { MailMessages } from './mail-messages.js';

export const mail: MailMessages = {
  signIn: (code, minutes) => ({
    subject: `${code} is your sign-in code`,
    paragraphs: [
      `Your code: ${code}`,
      `It works once, for ${minutes} minutes. Nobody will ask you for it, by phone or by mail.`,
      'If you asked for nothing, do nothing: without the code nobody gets in.',
    ],
  }),
  received: (title, brand) => ({
    subject: `Your candidacy has arrived: ${title}`,
    paragraphs: [
      'Hello,',
      `${brand} has received your candidacy and will read it. The answer will come to this address.`,
      'Until voting opens you can change it, or take it back, on the page where you sent it.',
    ],
  }),
  approved: (name, title, brand, address) => ({
    subject: `You are a candidate: ${title}`,
    paragraphs: [
      `Hello ${name},`,
      `${brand} has accepted your candidacy: you are on the list.`,
      ...(address === undefined
        ? ['Now campaign. Share the link to your card; it shows the card, and chooses for nobody.']
        : [
            'Now campaign. This is your own address, to be shared wherever you like; it shows your card, and chooses for nobody:',
            address,
          ]),
    ],
  }),
  returned: (name, title, brand, reason) => ({
    subject: `Your candidacy needs another look: ${title}`,
    paragraphs: [
      `Hello ${name},`,
      `${brand} has read your candidacy and asks you to go over it. This is why:`,
      reason,
      'Nothing is lost: open the page where you sent it, change it, and send it again.',
    ],
  }),
  proclaimed: (name, title, brand, outcome) => ({
    subject: `The result is out: ${title}`,
    paragraphs: [
      `Hello ${name},`,
      outcome,
      `The count is published, and anyone can do it again. Thank you for campaigning for the customers of ${brand}.`,
    ],
  }),
  elected: (name) => `${name} is elected.`,
  notElected: 'Nobody is elected. The brand will say whether there is another vote.',
};
