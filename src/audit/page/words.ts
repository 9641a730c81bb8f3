/** What the verifier's page says. */
export interface PageWords {
  readonly kind: string;
  readonly title: string;
  readonly lead: string;
  /** The other language, in its own words. */
  readonly other: string;
  readonly address: string;
  readonly addressHint: string;
  readonly recount: string;
  readonly folder: string;
  readonly folderHint: string;
  readonly key: string;
  readonly keyHint: string;
  readonly reading: string;
  readonly progress: string;
  readonly stop: string;
  readonly stopped: string;
  readonly unreachable: string;
  readonly noLog: string;
  readonly badKey: string;
  readonly badAddress: string;
  readonly done: string;
  readonly good: string;
  readonly bad: string;
  readonly entries: string;
  readonly checks: string;
  readonly save: string;
  readonly receipt: string;
  readonly receiptHint: string;
  readonly receiptLabel: string;
  readonly receiptCheck: string;
  readonly receiptEmpty: string;
  readonly foot: readonly string[];
}

export const en: PageWords = {
  kind: 'Verifier',
  title: 'Recount an election',
  lead: 'An election held with Voix publishes its whole log: rules, ballots, decisions. This page reads it and counts again, on your own machine, believing nobody.',
  other: 'Français',
  address: 'Address of the election',
  addressHint: 'Of its log, of the election, or of the whole backend.',
  recount: 'Recount',
  folder: 'Open a folder',
  folderHint:
    'Or a published folder that you have: open it, or drop it here. Its files stay on this machine.',
  key: 'I know the log’s key from elsewhere',
  keyHint: 'As the organiser published it: name+number+letters.',
  reading: 'Reading {name}',
  progress: '{read} of {size} entries',
  stop: 'Stop',
  stopped: 'Stopped. Nothing is said of what was not read.',
  unreachable: 'It cannot be read: {message}. Nothing can be said of it.',
  noLog: 'There is no log here: no file named “checkpoint”.',
  badKey: 'This is no key of a log.',
  badAddress: 'Write a whole address: https://vote.brand.example',
  done: '{title} – {verdict}',
  good: 'Nothing is wrong with this log.',
  bad: 'Something is wrong with this log.',
  entries: '{origin} · {size} entries',
  checks: 'What was checked',
  save: 'Save the fairness dossier',
  receipt: 'Is my ballot in it?',
  receiptHint: 'Paste your receipt, or type its tracking code. It stays on this machine.',
  receiptLabel: 'Receipt or tracking code',
  receiptCheck: 'Look it up',
  receiptEmpty: 'Paste a receipt, or type a code like 1F4-7KQ2M9.',
  foot: [
    'It shows that no ballot was changed, left out or added once it had its place. It does not show that every voter is a person.',
    'Whoever sees your opened receipt sees what you chose. Nobody can ask you for it.',
    'This page speaks to the address that you give it, and to nobody else. It remembers the checkpoints that it saw, in this browser alone.',
  ],
};

export const fr: PageWords = {
  kind: 'Vérificateur',
  title: 'Recompter une élection',
  lead: 'Une élection tenue avec Voix publie tout son registre\u00a0: règlement, bulletins, décisions. Cette page le lit et recompte, sur votre propre machine, sans croire personne.',
  other: 'English',
  address: 'Adresse de l’élection',
  addressHint: 'Celle de son registre, de l’élection, ou du serveur entier.',
  recount: 'Recompter',
  folder: 'Ouvrir un dossier',
  folderHint:
    'Ou un dossier publié que vous avez\u00a0: ouvrez-le, ou déposez-le ici. Ses fichiers restent sur cette machine.',
  key: 'Je tiens d’ailleurs la clé du registre',
  keyHint: 'Telle que l’organisateur l’a publiée\u00a0: nom+nombre+lettres.',
  reading: 'Lecture de {name}',
  progress: '{read} inscriptions sur {size}',
  stop: 'Arrêter',
  stopped: 'Arrêté. Rien n’est dit de ce qui n’a pas été lu.',
  unreachable: 'Lecture impossible\u00a0: {message}. On n’en peut rien dire.',
  noLog: 'Il n’y a pas de registre ici\u00a0: pas de fichier «\u202fcheckpoint\u202f».',
  badKey: 'Ce n’est pas la clé d’un registre.',
  badAddress: 'Écrivez une adresse entière\u00a0: https://vote.marque.example',
  done: '{title} – {verdict}',
  good: 'Aucune anomalie dans ce registre.',
  bad: 'Ce registre présente des anomalies.',
  entries: '{origin} · {size} inscriptions',
  checks: 'Ce qui a été vérifié',
  save: 'Enregistrer le dossier d’équité',
  receipt: 'Mon bulletin y est-il\u202f?',
  receiptHint: 'Collez votre reçu, ou saisissez son code de suivi. Il reste sur cette machine.',
  receiptLabel: 'Reçu ou code de suivi',
  receiptCheck: 'Chercher',
  receiptEmpty: 'Collez un reçu, ou saisissez un code comme 1F4-7KQ2M9.',
  foot: [
    'Cela montre qu’aucun bulletin n’a été changé, retiré ou ajouté une fois sa place donnée. Cela ne montre pas que chaque votant est une personne.',
    'Qui voit votre reçu ouvert voit votre choix. Personne n’a à vous le demander.',
    'Cette page parle à l’adresse que vous lui donnez, et à personne d’autre. Elle retient, dans ce seul navigateur, les sceaux qu’elle a vus.',
  ],
};
