import { plural } from './plural.js';
import type { ReceiptMessages } from './receipt-messages.js';

const form = plural('fr');

export const receipt: ReceiptMessages = {
  receipt: 'Votre reçu',
  code: 'Code de suivi',
  for: 'Pour',
  at: 'Déposé',
  proof: 'Preuve',
  witnesses: 'Témoins',
  replaces: 'Remplace',
  now: 'Depuis',

  checking: 'En cours de vérification sur cet appareil…',
  proved: 'Vérifié sur cet appareil',
  provedAt: (n, shown) =>
    `Ce bulletin, avec ce choix, est dans le registre public, signé à ${shown} ${form(n, 'inscription', 'inscriptions')}.`,
  earlierKey:
    'Il est signé d’une autre clé que celle d’aujourd’hui\u00a0: vérifiez encore pour savoir si c’est dans l’ordre.',
  unchecked:
    'Pas encore vérifié\u00a0: ce qui vérifie n’a pas pu être chargé. Voyez votre connexion, puis vérifiez encore.',
  none: 'Cette élection ne tient pas de registre public\u00a0: le code désigne le bulletin, et n’a pour lui que la parole de l’organisateur.',
  invalid: 'Ce reçu ne prouve rien.',
  faults: {
    malformed: 'Il est abîmé, ou il en manque une partie.',
    ballot: 'L’inscription qu’il montre est celle d’un autre bulletin.',
    key: 'Le registre qu’il montre est signé d’une autre clé que celle de cette élection.',
    signature: 'La signature du registre est fausse.',
    inclusion: 'Le bulletin n’est pas dans le registre qui a été signé.',
    choice: 'Le bulletin inscrit au registre renferme un autre choix.',
  },
  keepIt:
    'Gardez-le quand même\u00a0: montré à l’organisateur et à qui veille sur le scrutin, il vaut témoignage.',
  witnessed: (n, shown) =>
    `${shown} ${form(n, 'témoin a signé', 'témoins ont signé')} cet état du registre, en plus de l’organisateur.`,
  unwitnessed:
    'Aucun n’a encore signé cet état du registre\u00a0: il n’a pour lui que la parole de l’organisateur.',
  named: (n, shown) =>
    `${shown} ${form(n, 'est désigné', 'sont désignés')} pour signer le registre, en plus de l’organisateur. «\u202fVérifier encore\u202f» dira si c’est fait.`,
  unnamed: 'Aucun n’est désigné dans cette élection\u00a0: le registre n’a que la parole de l’organisateur.',
  replaced: (first) => `Votre bulletin précédent${first && ` ${first}`}, qui ne compte plus.`,

  proves: 'Ce qu’il prouve',
  provesThis:
    'Votre bulletin est au registre, avec ce choix. Personne ne peut plus l’en retirer ni le changer sans être découvert.',
  provesNot: 'Ce qu’il ne prouve pas',
  notVoters:
    'Que l’organisateur n’a pas inventé d’électeurs. C’est à cela que servent les nombres publiés\u00a0: combien pouvaient voter, combien l’ont fait.',
  notSecret:
    'Il ouvre votre bulletin\u00a0: qui tient ce reçu peut lire votre choix, et le code y suffit une fois les résultats ouverts à tous. Un acheteur de voix pourrait vous le demander\u202f; personne n’a le droit de l’exiger.',

  copy: 'Copier',
  copied: 'Copié.',
  copyByHand: 'Cette page ne peut pas copier\u00a0: sélectionnez ce texte et copiez-le.',
  download: 'Télécharger',
  print: 'Imprimer',
  again: 'Vérifier encore',
  verifier: 'Recompter avec le vérificateur indépendant',

  asking: 'Lecture du registre…',
  stands: 'Toujours au registre',
  standsAt: (n, shown) =>
    `Il compte maintenant ${shown} ${form(n, 'inscription', 'inscriptions')}, et prolonge celui de ce reçu sans y rien changer.`,
  untouched: 'Rien de ce qui s’y est ajouté ne concerne ce bulletin\u00a0: il compte.',
  unread: (n, shown) =>
    `${shown} ${form(n, 'inscription suivante n’a pas été lue', 'inscriptions suivantes n’ont pas été lues')} ici\u00a0: le vérificateur indépendant les lit.`,
  superseded: 'Il a été remplacé par un bulletin plus récent de la même personne, et ne compte plus.',
  review: (reason) =>
    `Il est en cours d’examen, et n’est pas compté tant que rien n’est décidé. Motif\u00a0: ${reason}.`,
  invalidated: (reason) => `Il a été invalidé, et ne compte pas. Motif\u00a0: ${reason}.`,
  reinstated: 'Il a été examiné, et il compte.',
  reasons: {
    'duplicate-person': 'la même personne a voté plusieurs fois',
    automation: 'déposé par une machine',
    bought: 'voix achetée',
    error: 'erreur',
    court: 'décision de justice',
    'on-request': 'à la demande de la personne',
  },
  unreachable: 'Le registre est injoignable pour l’instant\u00a0: cela ne dit rien du bulletin.',
  behind: 'Le registre qui est montré ne va pas encore jusqu’à ce bulletin. Vérifiez encore dans une minute.',
  unsigned:
    'Toujours là\u202f; mais le registre est signé d’une clé inconnue ici. Le vérificateur indépendant dit si elle a été changée dans les règles.',
  contradicted: 'Le registre montré maintenant contredit ce reçu. L’un des deux est un faux.',

  find: 'Retrouver un bulletin',
  paste: 'Collez un reçu, ou tapez un code de suivi',
  like: (example) => `Un code ressemble à ${example}.`,
  search: 'Chercher',
  open: 'Ouvrir un fichier',
  other: 'Chercher un autre bulletin',
  own: 'Revenir à votre reçu',
  notUnderstood: 'Ce n’est ni un reçu, ni un code de suivi.',
  otherElection: 'Ce reçu est celui d’une autre élection.',
  noLog: 'Il n’y a pas ici de registre public où le chercher.',
  notThere: (code) => `Le registre n’a pas de bulletin de code ${code}.`,
  found: 'Au registre',
  foundAt: (n, shown) =>
    `Un bulletin de ce code est dans le registre public, signé à ${shown} ${form(n, 'inscription', 'inscriptions')}.`,
  sealed: 'Scellé\u00a0: seul son reçu l’ouvre ici.',

  scan: 'À scanner pour recompter l’élection avec le vérificateur indépendant.',
  paperSecret:
    'Cette feuille ne dit pas pour qui vous avez voté. Une fois les résultats ouverts à tous, son code permet de le lire au registre\u00a0: gardez-la pour vous.',
};
