import { plural } from './plural.js';
import type { RulesMessages } from './rules-messages.js';

const form = plural('fr');

export const rules: RulesMessages = {
  rules: 'Le règlement de l’élection',
  organiser: 'Qui organise',
  calendar: 'Les dates',
  zone: (zone) => `Fuseau horaire\u00a0: ${zone}`,
  standing: 'Qui peut se présenter',
  standingUnsaid: (brand) =>
    `Toute personne cliente chez ${brand}, en son nom propre. La marque relit chaque candidature.`,
  voting: 'Qui peut voter',
  votingUnsaid: (brand) => `Toute personne cliente chez ${brand}. Une personne, une voix.`,
  device:
    'Le vote est vérifié par appareil\u00a0: un bulletin par appareil. C’est la vérification la plus légère\u202f; elle n’empêche pas de voter depuis un autre.',
  ballot: 'Le bulletin',
  methods: {
    plurality: 'Un bulletin porte un seul nom.',
    approval: 'Un bulletin porte autant de noms que l’on veut.',
  },
  atMost: (n, shown) => `Un bulletin porte ${shown} ${form(n, 'nom', 'noms')} au plus.`,
  revote: 'On peut changer d’avis jusqu’à la clôture\u00a0: le dernier bulletin compte.',
  final: 'Une fois dans l’urne, un bulletin ne se change plus.',
  results: 'Les résultats',
  visibility: {
    always: 'Ils se voient pendant tout le vote.',
    'until-voted':
      'Pendant le vote, seules les personnes qui ont voté les voient. Après la clôture, tout le monde.',
    'until-close': 'Ils restent sous scellés jusqu’à la clôture, pour tout le monde.',
  },
  elected: 'Est élue la personne qui reçoit le plus de voix.',
  quorum: (n, shown) =>
    `Il faut au moins ${shown} ${form(n, 'bulletin', 'bulletins')}\u202f; sinon, personne n’est élu.`,
  noQuorum: 'Aucun nombre minimal de bulletins n’est exigé.',
  tie: 'En cas d’égalité en tête, l’égalité est proclamée telle quelle et personne n’est élu\u00a0: aucun tirage au sort.',
  mandate: 'Ce que donne et demande le mandat',
  privileges: 'La présidence reçoit',
  obligations: 'La présidence doit',
  noPrize: 'La marque n’a annoncé ni récompense ni avantage.',
  complaints: 'Réclamations',
  complaintsUnsaid: (brand) => `Pour toute réclamation\u00a0: ${brand}.`,
  proof:
    'Chaque bulletin reçoit un reçu, et le registre public peut être recompté par n’importe qui, sans demander à personne.',
  retention: 'Ce qui est gardé',
  retained:
    'Le bulletin est gardé sous un pseudonyme propre à cette élection\u00a0: ni adresse, ni courriel, ni heure précise. Aucun cookie n’est posé.',
  retentionUnsaid:
    'Le registre des bulletins reste public tant que l’élection peut être vérifiée. On peut demander l’effacement de ce qui désigne une personne\u202f; le compte n’en change pas.',
  amendments: 'Modifications depuis l’ouverture',
  unchanged:
    'Ces règles sont figées à l’ouverture du vote. Toute modification ultérieure est datée et affichée ici.',
};
