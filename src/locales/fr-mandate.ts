import type { MandateMessages } from './mandate-messages.js';
import { plural } from './plural.js';

const form = plural('fr');

export const mandate: MandateMessages = {
  share: 'Partager la nouvelle',
  shared: 'L’adresse est copiée.',
  copyByHand: 'L’adresse, à copier',
  news: (name, brand) => `Chez ${brand}, ${name} parle désormais pour les clients.`,
  notYet: 'La présidence sera connue à la proclamation.',

  term: 'Le mandat',
  begins: (date, left) => `Commence le ${date}, ${left}`,
  runs: (begins, ends) => `Du ${begins} au ${ends}`,
  open: (begins) => `Depuis le ${begins}`,
  left: (n, shown) => `Encore ${shown} ${form(n, 'jour', 'jours')}`,
  over: (date) => `Achevé le ${date}`,

  responses: {
    welcomed: 'La marque accueille sa présidence',
    excused: 'La marque s’est excusée',
    refused: 'La marque a refusé',
  },
  silent: (n, shown) => `La marque n’a pas répondu depuis ${shown} ${form(n, 'jour', 'jours')}`,

  programme: 'Le programme',
  noProgramme: 'Aucune date n’est encore annoncée.',
  failed: 'Le programme ne s’affiche pas pour l’instant.',
  again: 'Réessayer',
  kept: (kept, promised) => `${kept} ${form(kept, 'promesse tenue', 'promesses tenues')} sur ${promised}`,
  states: { kept: 'Tenu', due: 'Promis, pas encore tenu', ahead: 'À venir' },
  promise: 'Ce qui est promis',
  done: 'Ce qui a été fait',
  toCalendar: 'Noter dans mon agenda',
  toCalendarOf: (title) => `Noter dans mon agenda\u00a0: ${title}`,
  allToCalendar: 'Tout noter dans mon agenda',

  reports: 'Les comptes rendus',
  privileges: 'Ce que la présidence reçoit',
  obligations: 'Ce que la présidence doit',
  questions: 'Les questions des clients',
  answered: (answered, asked) => `${answered} ${form(answered, 'réponse', 'réponses')} sur ${asked}`,
  noQuestions: 'Aucune question n’a encore été posée.',
  handover: 'La relève',
  next: 'Voir l’élection suivante',
};
