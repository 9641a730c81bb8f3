import type { MailMessages } from './mail-messages.js';

export const mail: MailMessages = {
  signIn: (code, minutes) => ({
    subject: `${code} est votre code de connexion`,
    paragraphs: [
      `Votre code\u00a0: ${code}`,
      `Il sert une fois, pendant ${minutes}\u00a0minutes. Personne ne vous le demandera, ni au téléphone, ni par mail.`,
      'Si vous n’avez rien demandé, laissez ce message sans suite\u00a0: sans le code, personne n’entre.',
    ],
  }),
  received: (title, brand) => ({
    subject: `Votre candidature est arrivée\u00a0: ${title}`,
    paragraphs: [
      'Bonjour,',
      `${brand} a reçu votre candidature et va la lire. Vous aurez la réponse à cette adresse.`,
      'Jusqu’à l’ouverture du vote, vous pouvez la modifier ou la retirer, sur la page où vous l’avez envoyée.',
    ],
  }),
  approved: (name, title, brand, address) => ({
    subject: `Vous êtes candidat·e\u00a0: ${title}`,
    paragraphs: [
      `Bonjour ${name},`,
      `${brand} a accepté votre candidature\u00a0: elle figure sur la liste.`,
      ...(address === undefined
        ? [
            'À vous de faire campagne. Partagez le lien de votre carte\u202f; il montre la carte, il ne choisit pas à la place des gens.',
          ]
        : [
            'À vous de faire campagne. Voici votre adresse, à partager où vous voulez\u202f; elle montre votre carte, elle ne choisit pas à la place des gens\u00a0:',
            address,
          ]),
    ],
  }),
  returned: (name, title, brand, reason) => ({
    subject: `Votre candidature est à reprendre\u00a0: ${title}`,
    paragraphs: [
      `Bonjour ${name},`,
      `${brand} a lu votre candidature et vous demande de la reprendre. Voici pourquoi\u00a0:`,
      reason,
      'Rien n’est perdu\u00a0: rouvrez la page où vous l’avez envoyée, modifiez-la et envoyez-la de nouveau.',
    ],
  }),
  proclaimed: (name, title, brand, outcome) => ({
    subject: `Le résultat est proclamé\u00a0: ${title}`,
    paragraphs: [
      `Bonjour ${name},`,
      outcome,
      `Le décompte est publié\u202f; chacun peut le refaire. Merci d’avoir mené campagne pour les clients de ${brand}.`,
    ],
  }),
  elected: (name) => `${name} est élu·e.`,
  notElected: 'Personne n’est élu. La marque dira s’il y aura un nouveau vote.',
};
