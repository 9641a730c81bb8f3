import type { Messages } from './messages.js';

export const messages: Messages = {
  loading: 'L’élection arrive…',
  phases: {
    announced: 'Annonce',
    candidacy: 'Candidatures',
    campaign: 'Campagne',
    voting: 'Vote',
    counting: 'Dépouillement',
    proclaimed: 'Proclamation',
    mandate: 'Mandat',
    ended: 'Fin du mandat',
  },
  begins: {
    candidacy: 'Les candidatures ouvrent',
    campaign: 'La campagne commence',
    voting: 'Le vote ouvre',
    counting: 'Le vote ferme',
    mandate: 'Le mandat commence',
    ended: 'Le mandat s’achève',
  },
  first: '1er',
  candidates: 'Candidates et candidats',
  manifesto: 'Lire la profession de foi',

  vote: (name) => `Voter pour ${name}`,
  change: (name) => `Changer pour ${name}`,
  yourVote: 'Votre voix',
  changed: 'Votre voix, changée',
  youVoted: 'Vous avez voté',
  confirming: 'Votre bulletin est prêt',
  casting: 'Envoi du bulletin…',
  kept: 'Gardé, pas encore confirmé',
  notOpen: (date) => `Le vote ouvre le ${date}`,
  closed: 'Le vote est clos',

  ballot: 'Bulletin de vote',
  ballotFinal: 'Dans l’urne, un bulletin ne se change plus.',
  ballotChangeable: 'Vous pourrez changer d’avis jusqu’à la clôture\u00a0: le dernier bulletin compte.',
  cast: 'Glisser dans l’urne',
  cancel: 'Revenir',
  close: 'Fermer',
  stub: 'Votre bulletin est dans l’urne.',
  stubCode: 'Code de suivi',
  keptLong:
    'Le réseau manque. Votre bulletin est gardé sur cet appareil et partira tout seul\u202f; il n’est pas encore compté.',

  results: 'Résultats',
  hidden: {
    'until-voted': 'Les résultats s’ouvrent dès que vous avez voté.',
    'until-close': 'Les résultats restent scellés jusqu’à la clôture.',
    'until-open': 'Les résultats s’ouvrent avec le vote.',
  },

  device: 'Un vote par appareil\u00a0: la vérification la plus légère, qui n’empêche pas d’en changer.',
  failed: 'L’élection ne s’affiche pas pour l’instant.',
  retrying: 'On réessaie.',
};
