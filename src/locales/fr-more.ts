import type { MoreMessages } from './messages.js';
import { plural } from './plural.js';

const form = plural('fr');

export const more: MoreMessages = {
  votes: (_, shown) => `${shown} voix`,
  ballotOffered: (max, shown) =>
    max
      ? `Cochez ${form(max, 'un nom', `jusqu’à ${shown} noms`)}.`
      : 'Cochez autant de noms que vous voulez.',
  live: 'en direct',
  polling: 'actualisés de temps en temps',
  down: 'connexion perdue, on réessaie',
  pause: 'Figer',
  resume: 'Reprendre le direct',
  asTable: 'Lire en tableau',
  ballots: (n, shown) => `${shown} ${form(n, 'bulletin', 'bulletins')}`,
  countedAt: (time) => `décompte de ${time}`,
  noBallots: 'L’urne est encore vide. La première voix peut être la vôtre.',
  leads: (name, share) => `${name} est en tête avec ${share}.`,
  search: 'Chercher un nom, une ville, une idée',
  found: (n, shown) => `${shown} ${form(n, 'candidature trouvée', 'candidatures trouvées')}`,
  more: 'Voir les autres',
  noCandidates: 'Personne ne se présente encore. Les candidatures paraîtront ici.',
  receipt: 'Voir mon reçu',

  errors: {
    'election-unknown': 'Cette élection n’existe pas ici. Le lien est peut-être ancien.',
    'candidate-unknown':
      'Cette candidature n’est plus sur la liste. Rien n’a été enregistré\u202f; rechargez la page.',
    'choice-method':
      'Ce bulletin n’est pas celui de cette élection. Rien n’a été enregistré\u202f; rechargez la page.',
    'choice-empty': 'Le bulletin est vide\u00a0: cochez au moins un nom.',
    'choice-too-many': 'Il y a trop de noms cochés. Retirez-en, puis votez.',
    'choice-duplicate': 'Un nom est coché deux fois. Rien n’a été enregistré\u202f; rechargez la page.',
    'voting-not-open': 'Le vote n’est pas encore ouvert. Rien n’a été enregistré.',
    'voting-closed': 'Le vote a fermé avant que votre bulletin n’arrive. Il n’est pas compté.',
    'already-voted': 'Un vote a déjà été enregistré depuis cet appareil. C’est lui qui compte.',
    'key-missing': 'Le bulletin est parti sans son numéro. Rien n’a été enregistré\u202f; rechargez la page.',
    'key-reused': 'Ce numéro a déjà servi pour un autre choix. Le premier bulletin compte.',
    'identity-missing':
      'Cet appareil n’a pas pu se présenter. Rien n’a été enregistré\u202f; rechargez la page.',
    'identity-invalid': 'Cet appareil n’a pas été reconnu. Rien n’a été enregistré\u202f; rechargez la page.',
    'origin-refused': 'L’élection n’est pas ouverte aux visiteurs de cette page.',
    'body-not-json': 'Le bulletin n’a pas été compris. Rien n’a été enregistré\u202f; rechargez la page.',
    'body-invalid': 'Le bulletin n’a pas été compris. Rien n’a été enregistré\u202f; rechargez la page.',
    'body-too-large': 'Le bulletin est trop grand. Rien n’a été enregistré.',
    'route-unknown': 'L’élection ne répond pas à cette adresse.',
    'method-refused': 'L’élection ne répond pas de cette façon à cette adresse.',
    overloaded: 'Beaucoup de monde vote en ce moment. Votre bulletin est gardé et va repartir tout seul.',
    'storage-failed':
      'L’urne n’a pas confirmé. Votre bulletin est gardé et va repartir\u202f; il ne comptera qu’une fois.',
    'log-stale': 'L’urne est en cours de remise en ordre. Votre bulletin est gardé et va repartir tout seul.',
    'log-closed': 'L’élection est close.',
    'ballot-unknown': 'Aucun bulletin ne porte ce numéro dans cette élection.',
    'openings-hidden': 'Le contenu des bulletins est publié après la clôture.',
    'document-erased': 'Ce contenu a été effacé à la demande de la personne concernée.',
    'receipt-invalid':
      'Le reçu ne prouve pas que votre bulletin est dans l’urne. Gardez-le, et prévenez la marque.',
    'candidacy-closed': 'Les candidatures ne sont pas ouvertes en ce moment.',
    'candidacy-exists': 'Vous êtes déjà candidat·e ici. Rechargez la page pour retrouver votre candidature.',
    'candidacy-unknown': 'Cette candidature n’existe pas ici.',
    'candidacy-invalid': 'Un champ de la candidature n’est pas accepté. Rien n’a été enregistré.',
    'candidacy-settled': 'Cette candidature ne peut plus changer\u00a0: une décision a été prise.',
    'photo-unreadable': 'Cette photo n’est pas lisible. Essayez un JPEG, un PNG ou un WebP.',
    'photo-too-large': 'Cette photo est trop lourde ou trop grande.',
    'changed-meanwhile': 'Cela a changé entre-temps. Rechargez, puis recommencez.',
    internal:
      'Quelque chose a échoué de notre côté. Réessayer est sans danger\u00a0: un bulletin ne compte qu’une fois.',
    offline: 'L’élection est injoignable. Ce que vous avez choisi est gardé sur cet appareil.',
    timeout: 'L’élection met trop de temps à répondre. Ce que vous avez choisi est gardé sur cet appareil.',
    'answer-unreadable': 'La réponse reçue n’est pas celle d’une élection.',
    'attribute-invalid': 'L’élection est mal branchée sur cette page.',
    unsupported: 'Cette élection n’offre pas cela.',
  },
  president: 'Présidence des clients',
  elected: (votes, margin) => `${votes}, ${margin} d’avance`,
  tie: (votes) => `Égalité\u00a0: ${votes} chacun`,
  tieNext: 'Personne n’est encore élu. La marque applique la règle de départage annoncée avant le vote.',
  noQuorum: (ballots, quorum) => `${ballots} dans l’urne\u00a0: il en fallait ${quorum}.`,
  noBallotsCast: 'Aucun bulletin dans l’urne.',
  notElected: 'Personne n’est élu',
  notElectedNext: 'La marque dira ici s’il y aura un nouveau vote.',
  welcome: (brand) => `Le mot de ${brand}`,
  rank: 'Rang',
  candidate: 'Candidature',
  count: 'Voix',
  share: 'Part des bulletins',
  watch: 'Voir la vidéo',
  play: (name) => `Voir la vidéo\u00a0: ${name}`,
  videoFrom: (host) => `La vidéo vient de ${host}, qui saura que vous la regardez.`,
  videoRefused: 'Cette vidéo n’est pas lisible ici.',
};
