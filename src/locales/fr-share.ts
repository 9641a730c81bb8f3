import type { ShareMessages, SharePageMessages } from './share-messages.js';

export const sharePage: SharePageMessages = {
  quoted: (words) => `«\u202f${words}\u202f»`,
  votes: (dates) => `Vote\u00a0: ${dates}`,
  onward: (name) => `Voir ${name} sur la page du vote`,
  brand: (name) => `Le site de ${name}`,
  picture: (name) => `L’affiche de ${name}.`,
  unknown: 'Personne à cette adresse',
  unknownLong: 'Ce lien ne mène à aucune candidature. Il lui manque peut-être la fin\u00a0: vérifiez-le.',
  gone: 'Cette candidature n’est plus là',
  goneLong: 'La personne à qui menait ce lien ne se présente plus. Les autres sont sur la page du vote.',
};

export const share: ShareMessages = {
  share: (name) => `Partager la candidature de ${name}`,
  shareShort: 'Partager',
  send: 'Envoyer…',
  copy: 'Copier le lien',
  copied: 'Lien copié.',
  copyByHand: 'Cette page ne peut pas copier elle-même. Le lien est sélectionné\u00a0: copiez-le.',
  address: 'Le lien',
  code: 'Code QR',
  codeOf: (name) => `Code QR qui mène à ${name}`,
  print: 'Imprimer',
  scan: 'À scanner pour lire la candidature et voter.',
  cameFor: (name) => `Vous venez pour ${name}`,
  cameForLong: 'Rien n’est choisi\u00a0: les autres sont là aussi, dans un ordre tiré au sort.',
};
