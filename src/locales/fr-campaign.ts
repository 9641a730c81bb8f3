import type { CampaignMessages } from './campaign-messages.js';
import { plural } from './plural.js';

const form = plural('fr');

export const campaign: CampaignMessages = {
  waiting: 'Les élections arrivent…',
  failed: 'Les élections ne s’affichent pas pour l’instant.',
  again: 'Réessayer',
  search: 'Chercher une marque ou une question',
  phase: 'Étape',
  all: 'Toutes',
  elections: (n, shown) => `${shown} ${form(n, 'élection', 'élections')}`,
  none: 'Aucune élection n’y répond. Essayez un autre mot, ou une autre étape.',
  empty: 'Aucune élection n’est annoncée pour l’instant.',
  others: (n, shown) => `Voir ${form(n, 'l’autre élection', `${shown} autres élections`)}`,
  since: (date) => `depuis le ${date}`,
  on: (date, left) => `le ${date}, ${left}`,
  candidates: (n, shown) => `${shown} ${form(n, 'candidature', 'candidatures')}`,
  nobodyYet: 'Personne ne se présente encore',
  ballots: (n, shown) => `${shown} ${form(n, 'bulletin', 'bulletins')}`,
  hidden: 'Résultats encore sous scellés',
  noBallots: 'L’urne est vide',
  leads: 'En tête',
  level: 'À égalité',
  presides: 'À la présidence',
  tie: 'Égalité\u00a0: personne n’est élu',
  noQuorum: 'Quorum manqué\u00a0: personne n’est élu',
  share: (share) => `${share} des bulletins`,
  other: (name) => `et ${name}`,

  assembly: 'L’assemblée des présidences',
  seats: (n, shown) => `${shown} ${form(n, 'siège', 'sièges')}`,
  noSeats: 'L’assemblée se réunira quand une première présidence sera proclamée.',
  of: (brand) => `préside les clients chez ${brand}`,
  agenda: 'À l’agenda',
  noDates: 'Aucune date annoncée.',
  kept: (kept, promised) => `${kept} ${form(kept, 'promesse tenue', 'promesses tenues')} sur ${promised}`,
  responses: {
    welcomed: 'La marque accueille',
    excused: 'La marque s’est excusée',
    refused: 'La marque a refusé',
    none: 'La marque n’a pas répondu',
  },
  votes: (votes, ballots) => `${votes} voix sur ${ballots}`,
};
