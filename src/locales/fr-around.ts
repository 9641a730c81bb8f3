import type { AroundMessages } from './around-messages.js';

export const around: AroundMessages = {
  all: 'Campagne et règlement',
  standTitle: 'Et si c’était vous\u202f?',
  standUntil: (date) => `Cinq minutes suffisent, jusqu’au ${date}. On peut s’y reprendre à plusieurs fois.`,
  stand: 'Je me présente',
  own: 'Suivre ma candidature',
  ask: 'Questions',
  read: 'Nouvelles',
  rules: 'Lire le règlement',
  with: (name) => `${name} répond`,
  close: 'Fermer',
};
