import type { ReportMessages } from './report-messages.js';

export const report: ReportMessages = {
  open: 'Signaler',
  openName: (name) => `Signaler la candidature de ${name}`,
  title: (name) => `Qu’est-ce qui ne va pas dans la candidature de ${name}\u202f?`,
  reasons: {
    impersonation: 'C’est le nom ou la photo de quelqu’un d’autre',
    offence: 'Elle est insultante ou haineuse',
    falsehood: 'Elle affirme quelque chose de faux',
    other: 'Autre chose',
  },
  note: (brand) => `${brand} lit chaque signalement et en voit le nombre, pas l’auteur.`,
  send: 'Envoyer le signalement',
  cancel: 'Annuler',
  sent: 'Signalé, merci\u00a0: la marque regardera.',
};
