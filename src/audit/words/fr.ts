import type { Words } from './words.js';

export const fr: Words = {
  lang: 'fr',
  checks: {
    checkpoint: {
      name: 'Le sceau du registre',
      ok: 'Il est bien formé. Inscriptions de {origin} dont il répond\u00a0: {size}.',
    },
    signature: { name: 'La signature', ok: 'Le sceau est signé par la clé qui a été donnée.' },
    witnesses: { name: 'Les témoins', ok: 'Contresigné par {witnesses}.' },
    consistency: {
      name: 'Rien n’a été réécrit',
      ok: 'Tous les sceaux déjà vus ici sont des débuts de ce registre.',
    },
    tree: {
      name: 'Les fichiers',
      ok: 'Chaque inscription est bien celle dont répond le sceau signé.',
    },
    entries: {
      name: 'Les inscriptions',
      ok: 'Toutes sont écrites selon le format et appartiennent à cette élection.',
    },
    documents: {
      name: 'Le règlement',
      ok: 'Le règlement est celui de l’ouverture\u00a0; toutes ses modifications sont là.',
    },
    ballots: {
      name: 'Un bulletin par personne',
      ok: 'Votants\u00a0: {voters}. Bulletins\u00a0: {ballots}\u00a0; remplacés par un autre de la même personne\u00a0: {superseded}.',
    },
    openings: {
      name: 'Les choix',
      ok: 'Chacun des {ballots} bulletins s’ouvre sur le choix qu’il scellait.',
    },
    tally: {
      name: 'Le dépouillement',
      ok: 'Recompté. Bulletins qui comptent\u00a0: {counted}\u00a0; à l’examen\u00a0: {review}\u00a0; écartés\u00a0: {invalidated}.',
    },
    eligible: {
      name: 'Qui pouvait voter',
      ok: 'Pas plus de bulletins que de personnes qui pouvaient voter.',
    },
    close: {
      name: 'La clôture',
      ok: 'Ce que la clôture dit des votants et des bulletins est bien dans le registre.',
    },
    proclamation: { name: 'Le résultat', ok: 'Ce qui a été proclamé est ce que donne le recomptage.' },
    profiles: { name: 'Les candidatures', ok: 'Chaque profil est là, tel qu’à la publication du règlement.' },
    privacy: { name: 'Le secret', ok: 'Aucun nombre ici ne trahit le choix de quelqu’un.' },
  },
  verdicts: { ok: 'vérifié', failed: 'ne tient pas', unknown: 'impossible à savoir', warning: 'à noter' },
  notReached: 'La vérification n’est pas allée jusque-là.',
  more: '… et {more} autres du même genre.',
  candidate: '{name} (n°\u00a0{number})',
  candidateUnnamed: 'n°\u00a0{number}',
  findings: {
    'checkpoint-malformed': 'Le fichier «\u202fcheckpoint\u202f» n’est pas le sceau signé d’une élection.',
    'checkpoint-empty': 'Le registre est vide\u00a0: pas même le règlement n’est publié.',

    'signature-other-key': 'Le sceau n’est pas signé par la clé en vigueur, {key}.',
    'signature-wrong':
      'Le sceau porte une signature de la clé {key}, et elle est fausse\u00a0: ce dont il répond a été changé.',
    'key-not-this': 'Ce registre est signé par {key}, et non par la clé donnée ({given}).',
    'key-replaced':
      'Ce registre dit que la clé donnée ({given}) a été remplacée par {key}. Si vous tenez la nouvelle clé d’ailleurs, donnez-la\u00a0; rien dans le registre ne peut la prouver.',
    'key-malformed': 'L’inscription {index} donne une clé qui n’est pas de ce registre\u00a0: {key}.',
    'key-none':
      'Le règlement ne nomme aucune clé\u00a0; rien ne montre qui a signé le sceau\u00a0: n’importe qui a pu l’écrire.',
    'key-own':
      'Aucune clé n’a été donnée\u00a0; le registre a été cru sur parole pour {key}. Comparez-la à celle que l’organisateur a publiée ailleurs.',
    'key-changed': 'L’inscription {index} met une nouvelle clé en vigueur\u00a0: {key}.',

    'cosignature-wrong': 'La contresignature du témoin {name} est fausse.',
    'witness-malformed': 'Le règlement nomme un témoin par une clé qui n’en est pas une\u00a0: {key}.',
    'witness-missing':
      'Le témoin {name} n’a pas contresigné ce sceau. D’ici, on ne peut savoir si tout le monde voit le même registre.',
    'witnesses-none':
      'Le règlement ne nomme aucun témoin. D’ici, on ne peut savoir si tout le monde voit le même registre.',
    'cosigner-unknown': 'Une signature de {name}, que le règlement ne nomme pas, a été ignorée.',

    'checkpoint-forked':
      'Ce n’est pas le registre déjà vu\u00a0: à {before} inscriptions, sa racine était une autre. Gardez les deux sceaux\u00a0: ensemble, ils le prouvent.',
    'checkpoint-shrunk':
      'Ce registre a été vu avec {before} inscriptions\u00a0; il en a {size}. Un registre ne fait que grandir.',
    'checkpoint-first':
      'Rien de ce registre n’a encore été vu ici. Revenez le vérifier\u00a0: ce qui est vu aujourd’hui est retenu.',

    'bundle-missing': 'Les inscriptions {from} à {to} ne sont pas publiées. La suite n’a pas été lue.',
    'bundle-cut': 'Le fichier des inscriptions {from} à {to} est tronqué.',
    'tile-missing': 'La tuile de niveau {level}, empreintes {from} à {to}, n’est pas publiée.',
    'tile-cut': 'La tuile de niveau {level}, empreintes {from} à {to}, est tronquée.',
    'tile-wrong': 'La tuile de niveau {level}, empreintes {from} à {to}, ne découle pas des inscriptions.',
    'entry-dropped': 'Une inscription a été retirée en {index}\u00a0: le registre en a une.',
    'entry-duplicated': 'Une inscription a été mise deux fois en {index}\u00a0: le registre l’a une fois.',
    'entries-reordered': 'À partir de {index}, les inscriptions ne sont pas dans l’ordre du registre.',
    'entry-changed': 'L’inscription {index} n’est pas celle du registre.',
    'root-wrong':
      'Les {size} inscriptions ne donnent pas la racine signée\u00a0: ce ne sont pas celles dont répond le sceau.',

    'entry-malformed': 'L’inscription {index} n’est pas écrite selon le format («\u202f{member}\u202f»).',
    'entry-not-canonical':
      'L’inscription {index} se lit, mais n’est pas écrite selon le format, à l’octet près.',
    'entry-elsewhere': 'L’inscription {index} est d’une autre élection, «\u202f{election}\u202f».',
    'hour-backwards': 'L’inscription {index} ({at}) précède de plus d’une heure une inscription d’avant.',
    'opening-not-first': 'Le registre ne commence pas par son règlement, mais par «\u202f{type}\u202f».',
    'opening-again': 'L’inscription {index} ouvre l’élection une seconde fois.',

    'document-missing': 'Le règlement que nomme l’inscription {index} n’est pas publié ({document}).',
    'document-changed':
      'Le règlement publié pour l’inscription {index} n’est pas celui qu’elle nomme ({document}).',
    'rules-malformed':
      'Le règlement de l’inscription {index} n’est pas écrit selon le format («\u202f{member}\u202f»).',
    'rules-elsewhere':
      'Le règlement de l’inscription {index} est celui d’une autre élection, «\u202f{election}\u202f».',
    'candidate-reassigned':
      'L’inscription {index} donne la candidature {candidate} à quelqu’un d’autre\u00a0: «\u202f{before}\u202f» est devenu «\u202f{after}\u202f».',
    'amended-locked':
      'L’inscription {index} a changé «\u202f{what}\u202f» après l’ouverture du vote\u00a0: cela se fixe avant.',
    'candidate-dropped': 'Depuis l’inscription {index}, la candidature {candidate} n’est plus au règlement.',
    'amended-while-voting': 'L’inscription {index} a changé le règlement pendant le vote.',
    'amended-after-close': 'L’inscription {index} a changé le règlement après la clôture.',
    amended: 'L’inscription {index} modifie le règlement\u00a0: {reason}',

    'ballot-second':
      'L’inscription {index} est un second bulletin de la même personne ({voter})\u00a0; le règlement n’en permet qu’un.',
    'ballot-duplicated': 'L’inscription {index} porte l’identifiant d’un bulletin déjà là, {ballot}.',
    'ballot-early': 'L’inscription {index} est un bulletin d’avant l’ouverture du vote ({at}).',
    'ballot-late': 'L’inscription {index} est un bulletin d’après la fin du vote ({at}).',
    'ballot-after-close': 'L’inscription {index} est un bulletin d’après la clôture (inscription {close}).',
    'close-again': 'L’inscription {index} clôt le vote une seconde fois (après l’inscription {close}).',
    'tier-unknown':
      'L’inscription {index} est le bulletin d’une personne identifiée par «\u202f{tier}\u202f», que le règlement ne connaît pas.',
    'decision-unknown': 'L’inscription {index} statue sur un bulletin qui n’est pas au registre, {ballot}.',
    'moderation-unknown':
      'L’inscription {index} porte sur la candidature {candidate}, que le règlement ne connaît pas.',

    'openings-missing': 'Les choix des inscriptions {from} à {to} devraient être publiés, et ne le sont pas.',
    'openings-cut': 'Le fichier des choix des inscriptions {from} à {to} est tronqué.',
    'opening-malformed':
      'Ce qui devrait ouvrir le bulletin de l’inscription {index} n’est pas écrit selon le format.',
    'opening-missing': 'Le bulletin de l’inscription {index} n’est pas ouvert.',
    'opening-stray': 'L’inscription {index} n’est pas un bulletin, et un choix est publié pour elle.',
    'opening-wrong':
      'Le bulletin de l’inscription {index} ne scellait pas le choix publié pour lui\u00a0: {choice}.',
    'choice-invalid':
      'Le règlement ne permet pas de remplir ainsi le bulletin de l’inscription {index}\u00a0: {choice}.',
    'openings-hidden':
      'Les choix sont scellés jusqu’à la clôture, comme le dit le règlement ({visibility}). Ils seront vérifiés ensuite.',
    'openings-early':
      'Les choix sont publiés avant la clôture, alors que le règlement les cache ({visibility}).',

    'tally-incomplete':
      'On ne peut pas tout compter\u00a0: {ballots} bulletins ne sont pas ouverts, {gaps} inscriptions n’ont pu être prises en compte.',

    'eligible-exceeded':
      'Plus de personnes ont voté par «\u202f{tier}\u202f» qu’il n’y en avait\u00a0: {found} pour {eligible}.',
    'eligible-unknown':
      'Nul ne sait combien de personnes pouvaient voter par «\u202f{tier}\u202f». Le registre montre que rien n’a été changé, non qu’aucun votant n’a été inventé.',

    'close-early': 'L’inscription {index} clôt le vote ({at}) avant la fin que donne le règlement.',
    'close-voters-wrong': 'La clôture parle de {said} votants\u00a0; le registre en a {found}.',
    'close-tiers-wrong':
      'Pour «\u202f{tier}\u202f», la clôture parle de {said} bulletins {state}\u00a0; le registre en a {found}.',
    'close-unchecked':
      'Ce que dit la clôture n’a pu être vérifié\u00a0: {gaps} inscriptions n’ont pu être prises en compte.',
    'not-closed': 'Le vote n’est pas clos.',
    'close-refused':
      'La clôture dit que {refused} bulletins ont été refusés. Ils ne sont pas au registre et ne peuvent être vérifiés.',

    'proclamation-early': 'L’inscription {index} proclame un résultat avant la clôture.',
    'proclamation-counts-wrong':
      'Pour la candidature {candidate}, l’inscription {index} proclame {said} voix\u00a0; le recomptage en donne {found}.',
    'proclamation-outcome-wrong':
      'L’inscription {index} ne proclame pas ce que donne le recomptage (proclamé\u00a0: {said}\u00a0; recompté\u00a0: {found}).',
    'proclamation-unchecked':
      'Ce que proclame l’inscription {index} n’a pu être vérifié, faute d’avoir tout pu compter.',
    'not-proclaimed': 'Rien n’est encore proclamé.',
    'proclamation-outdated':
      'Ce qu’a proclamé l’inscription {index} était juste alors. Des décisions l’ont changé depuis\u00a0; le recomptage donne\u00a0: {found}.',

    'profile-missing':
      'Le profil de la candidature {candidate} a disparu, et aucune inscription ne dit qu’il a été effacé.',
    'profile-changed': 'Le profil de la candidature {candidate} n’est pas celui que nomme le règlement.',
    'profile-malformed': 'Le profil de la candidature {candidate} n’est pas écrit selon le format.',
    'profile-erased':
      'Le profil de la candidature {candidate} a été effacé, comme le dit une inscription. Les voix restent.',

    'few-voters': '{voters} votants seulement\u00a0: en dessous de {few}, on peut deviner qui a choisi quoi.',
    'tier-unanimous':
      'Les {ballots} bulletins «\u202f{tier}\u202f» ont fait le même choix\u00a0: tout le monde le connaît.',
  },
  terms: {
    counted: 'comptés',
    review: 'à l’examen',
    invalidated: 'écartés',
    always: 'toujours visibles',
    'until-voted': 'cachés tant qu’on n’a pas voté',
    'until-close': 'cachés jusqu’à la clôture',
    device: 'appareil',
    elected: 'élection',
    tie: 'égalité',
    'no-quorum': 'trop peu de bulletins',
    'no-ballots': 'personne',
  },
};
