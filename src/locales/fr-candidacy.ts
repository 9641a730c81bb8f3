import type { CandidacyMessages } from './candidacy-messages.js';
import { plural } from './plural.js';

const form = plural('fr');

export const candidacy: CandidacyMessages = {
  title: 'Se porter candidat·e',
  own: 'Votre candidature',
  lead: (brand) =>
    `Cinq minutes, un visage, une idée. ${brand} relit chaque candidature avant de l’afficher, et vous répond.`,
  until: (date) => `Jusqu’au ${date}`,
  labels: {
    name: 'Votre nom, comme il paraîtra',
    town: 'Votre ville',
    photo: 'Votre portrait',
    alt: 'Ce que l’on voit sur la photo',
    slogan: 'Votre slogan',
    manifesto: 'Votre profession de foi',
    video: 'Une vidéo',
    email: 'Votre adresse e-mail',
  },
  hints: {
    slogan: 'Une ligne\u00a0: ce que l’on lit en premier.',
    manifesto: 'Qui vous êtes, ce que vous demanderez. Une ligne vide ouvre un paragraphe.',
    alt: 'Pour qui ne la voit pas\u00a0: «\u202fSur un quai, un thermos à la main\u202f».',
    video: 'Un lien YouTube, Vimeo ou Dailymotion. Pensez aux sous-titres.',
    email: 'Pour la réponse. Elle ne sera pas affichée.',
    photo: 'Sans portrait, votre carte garde un fond de couleur.',
  },
  optional: 'facultatif',
  count: (shown, most) => `${shown} sur ${most}`,
  faults: {
    hidden: 'Des caractères invisibles s’y sont glissés. Retapez ce texte au lieu de le coller.',
    marks: 'Il y a trop d’accents sur une même lettre.',
    letters: 'Il faut des lettres.',
    lines: 'Une seule ligne, s’il vous plaît.',
    link: 'Pas de lien ici. Une vidéo a son champ, plus bas.',
    address: 'Cette adresse n’est pas complète.',
    consent: 'Il faut votre accord pour continuer.',
  },
  missing: {
    name: 'Sous quel nom vous présentez-vous\u202f?',
    town: 'Où habitez-vous\u202f?',
    slogan: 'Une ligne qui dit pourquoi vous.',
    manifesto: 'Dites en quelques phrases ce que vous défendrez.',
    photo: 'Ajoutez un portrait.',
    alt: 'Décrivez la photo.',
    video: 'Collez le lien de la vidéo.',
    email: 'Écrivez votre adresse.',
  },
  short: (least) => `C’est un peu court\u00a0: ${least} caractères au moins.`,
  long: (over) => `C’est trop long de ${over} caractères.`,
  noVideo: 'Ce n’est pas le lien d’une vidéo YouTube, Vimeo ou Dailymotion.',
  toMend: (n, shown) => `${shown} ${form(n, 'champ à revoir', 'champs à revoir')} avant d’envoyer.`,

  choosePhoto: 'Choisir une photo',
  otherPhoto: 'Changer de photo',
  removePhoto: 'Retirer',
  frame: 'Cadrer le portrait',
  frameHint: 'Touchez votre visage\u00a0: c’est lui que l’on gardera, où que la photo soit recadrée.',
  across: 'De gauche à droite',
  down: 'De haut en bas',
  zoom: 'Zoom',
  keepFrame: 'Garder ce cadrage',
  framing: 'La photo part…',
  photoKept: 'Votre portrait est prêt.',
  photoWaits: 'Le réseau manque. Le portrait est gardé ici et partira avec votre candidature.',
  photoUnreadable:
    'Cette photo n’est pas lisible ici. Un HEIC demande d’être en ligne\u202f; sinon, enregistrez-le en JPEG.',

  chooseVideo: 'Ou envoyer une vidéo à vous',
  sendingVideo: 'Votre vidéo est en route. Continuez d’écrire en attendant.',
  percent: (shown) => `${shown}\u202f%`,
  cancelVideo: 'Arrêter l’envoi',
  videoKept: 'Votre vidéo est prête.',
  removeVideo: 'Retirer',
  videoStopped:
    'L’envoi de la vidéo s’est interrompu. Ce qui est arrivé est gardé\u00a0: il reprendra de là.',
  videoNoRoom: 'Il n’y a pas de place pour cette vidéo en ce moment. Réessayez plus tard, ou donnez un lien.',
  resumeVideo: 'Reprendre l’envoi',
  captionsHint:
    'Beaucoup regardent sans le son, et certains n’entendent pas. Ajoutez ce qui s’y dit\u00a0: un fichier VTT ou SRT, tel que les applications de sous-titrage l’écrivent.',
  addCaptions: 'Ajouter des sous-titres',
  otherCaptions: 'Changer les sous-titres',
  captionsKept: 'Elle a des sous-titres.',

  preview: 'Votre carte, telle qu’elle paraîtra',
  card: 'Votre carte',
  yourName: 'Votre nom',
  yourSlogan: 'Votre slogan',
  consents: 'Votre accord',
  consent: {
    age: () => 'J’ai 18 ans ou plus.',
    rules: () => 'J’ai lu le règlement et je l’accepte.',
    image: (brand) =>
      `${brand} peut montrer mon portrait, ma vidéo, mon nom et mes textes sur les pages de cette élection et du mandat, jusqu’à la fin du mandat. Je peux me retirer à tout moment\u00a0: le portrait et la vidéo sont alors effacés.`,
  },
  draftKept: 'Brouillon gardé sur cet appareil',
  send: 'Envoyer ma candidature',
  sendMended: 'Envoyer la nouvelle version',
  sending: 'Envoi…',
  keep: 'Revenir sans changer',

  state: {
    pending: 'Candidature reçue',
    returned: 'Candidature à revoir',
    approved: 'Vous êtes sur la liste',
    withdrawn: 'Candidature retirée',
    hidden: 'Vous n’êtes plus sur la liste',
  },
  next: {
    pending: (brand) => `${brand} la relit. Vous pouvez encore la changer.`,
    returned: (brand) => `${brand} demande un changement\u202f; la suite dépend de vous.`,
    approved: () => 'Votre carte est affichée. Faites campagne.',
    hidden: (brand) =>
      `${brand} a retiré votre candidature, pour la raison que voici. Elle ne peut pas être renvoyée.`,
    withdrawn: () => 'Vous n’êtes plus sur la liste. Votre portrait et votre adresse ont été effacés.',
  },
  brandSays: (brand) => `Le mot de ${brand}`,
  change: 'Modifier',
  standAgain: 'Se présenter à nouveau',
  withdraw: 'Retirer ma candidature',
  withdrawTitle: 'Retirer votre candidature\u202f?',
  withdrawBefore:
    'Votre carte disparaît de la liste, et votre portrait est effacé. Personne n’a encore voté.',
  withdrawDuring:
    'Les bulletins déjà déposés pour vous restent dans l’urne et dans le total, mais plus personne ne peut voter pour vous et vous ne pouvez plus être élu·e. Le registre public dira votre retrait. On ne revient pas dessus.',
  withdrawYes: 'Me retirer',
  withdrawNo: 'Rester',
  notYet: (date) => `Les candidatures ouvrent le ${date}.`,
  over: 'Les candidatures sont closes.',
  offline:
    'Le réseau manque. Rien n’est perdu\u00a0: tout est gardé sur cet appareil. Renvoyez quand il revient.',
};
