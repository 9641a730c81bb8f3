import type { AroundMessages } from './around-messages.js';

export const around: AroundMessages = {
  all: 'Campaign and rules',
  standTitle: 'Why not you?',
  standUntil: (date) => `It takes five minutes, until ${date}. You can stop, and go on later.`,
  stand: 'Stand as a candidate',
  own: 'Follow my candidacy',
  ask: 'Questions',
  read: 'News',
  rules: 'Read the rules',
  with: (name) => `${name} answers`,
  close: 'Close',
};
