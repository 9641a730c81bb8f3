import { plural } from './plural.js';
import type { QuestionsMessages } from './questions-messages.js';

const form = plural('fr');

export const questions: QuestionsMessages = {
  kinds: {
    question: {
      title: 'Les questions',
      ask: 'Poser une question',
      label: 'Votre question',
      hint: 'Une seule à la fois, dite simplement\u00a0: les autres pourront la soutenir.',
      published: 'Votre question est publiée, avec votre soutien.',
      none: 'Personne n’a encore rien demandé. La première question est pour vous.',
      count: (n, shown) => `${shown} ${form(n, 'question posée', 'questions posées')}`,
      support: (n, shown, text) =>
        `Soutenir la question «\u202f${text}\u202f», ${shown} ${form(n, 'soutien', 'soutiens')}`,
      report: (text) => `Signaler la question «\u202f${text}\u202f»`,
    },
    idea: {
      title: 'Les idées',
      ask: 'Proposer une idée',
      label: 'Votre idée',
      hint: 'Une seule à la fois, dite simplement\u00a0: les autres pourront la soutenir.',
      published: 'Votre idée est publiée, avec votre soutien.',
      none: 'Personne n’a encore rien proposé. La première idée est pour vous.',
      count: (n, shown) => `${shown} ${form(n, 'idée proposée', 'idées proposées')}`,
      support: (n, shown, text) =>
        `Soutenir l’idée «\u202f${text}\u202f», ${shown} ${form(n, 'soutien', 'soutiens')}`,
      report: (text) => `Signaler l’idée «\u202f${text}\u202f»`,
    },
  },
  search: 'Chercher un mot',
  sort: 'Dans l’ordre',
  sorts: { support: 'Les plus soutenues', date: 'Les plus récentes' },
  notFound: 'Aucune ne contient ces mots.',
  more: 'En voir d’autres',
  loading: 'Un instant…',
  failed: 'Les questions ne s’affichent pas pour l’instant.',
  offline: 'Pas de réseau\u00a0: rien n’est parti. Votre texte reste là, réessayez.',
  again: 'Réessayer',
  notYet: (date) => `Les questions ouvriront avec la campagne, le ${date}.`,
  closed: 'On ne peut plus poser de questions ici.',

  to: 'Pour qui',
  toBrand: (brand) => `${brand} et sa présidence`,
  forCandidate: (name) => `pour ${name}`,
  name: 'Votre prénom',
  nameHint: 'Facultatif. Il sera affiché.',
  left: (n, shown) => `Encore ${shown} ${form(n, 'signe', 'signes')}`,
  tooMany: (n, shown) => `${shown} ${form(n, 'signe', 'signes')} de trop`,
  faults: {
    missing: 'Il manque votre texte.',
    short: 'C’est trop court\u00a0: dites-en un peu plus.',
    long: 'C’est trop long\u00a0: coupez un peu.',
    hidden: 'Ce texte contient des signes qui ne se voient pas. Écrivez-le plutôt à la main.',
    marks: 'Ce texte porte trop d’accents empilés\u00a0: il ne se lirait pas.',
    letters: 'Il faut au moins quelques lettres.',
    link: 'Les adresses de sites ne sont pas publiées\u00a0: retirez-la.',
  },
  send: 'Publier',
  sending: 'Envoi…',
  cancel: 'Annuler',
  rule: 'Tout le monde pourra le lire. La marque peut masquer ce qui blesse ou ce qui vend.',

  someone: 'Sans nom',
  supporters: (n, shown) => `${shown} ${form(n, 'soutien', 'soutiens')}`,
  report: 'Signaler',
  reported: 'Signalé, merci\u00a0: la marque regardera.',
  answerers: {
    candidate: (name) => `${name}, en campagne`,
    president: (name) => `${name}, à la présidence`,
    brand: (name) => `${name}, la marque`,
  },
  answer: 'Répondre',
  answerAgain: 'Changer ma réponse',
  answerLabel: 'Votre réponse',

  news: 'Nouvelles de campagne',
  noNews: 'Pas encore de nouvelles de la campagne.',
  newsFailed: 'Les nouvelles ne s’affichent pas pour l’instant.',
  write: 'Donner des nouvelles',
  writeLabel: 'Vos nouvelles',
  publish: 'Publier',
  newsPublished: 'Vos nouvelles sont publiées.',
};
