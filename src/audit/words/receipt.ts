import type { ReceiptCode } from '../receipt.js';

/** What is said of a voter's receipt. */
export type ReceiptWords = Readonly<Record<ReceiptCode, string>>;

export const en: ReceiptWords = {
  'receipt-counted': 'The ballot {code} is in the log, at entry {index}, and it counts.',
  'receipt-sealed':
    'It was sealed with the choice in the receipt, {choice}; the proof holds against this log.',
  'receipt-replaced':
    'The ballot {code} is in the log, at entry {index}. The same voter replaced it by entry {standing}, which stands in its place.',
  'receipt-review':
    'The ballot {code} is in the log, at entry {index}. It is under review, and does not count until that is decided.',
  'receipt-invalidated':
    'The ballot {code} is in the log, at entry {index}. It was decided that it does not count; the dossier gives the reason.',
  'receipt-newer':
    'The receipt is newer than this copy of the log, which ends before entry {index}. Open the log again in a minute.',
  'receipt-malformed':
    'This is neither a receipt nor a tracking code. Paste the whole receipt, or two words like 1F4-7KQ2M9.',
  'receipt-elsewhere': 'This receipt is of another election: {origin}.',
  'receipt-absent':
    'There is no ballot {code} in this log. If the code was copied rightly, the log that you were shown was another one.',
  'receipt-signature-wrong': 'The receipt’s checkpoint is not signed by the key that this log had then.',
  'receipt-proof-wrong': 'The receipt’s proof does not lead to its own checkpoint: the receipt was changed.',
  'receipt-forked':
    'The receipt was given for another log: at {size} entries this one had another root. Keep the receipt; it proves it.',
  'receipt-other-entry': 'Another entry stands at {index} in this log. Keep the receipt; it proves it.',
  'receipt-choice-wrong': 'The ballot was not sealed with the choice in the receipt.',
};

export const fr: ReceiptWords = {
  'receipt-counted': 'Le bulletin {code} est au registre, inscription {index}, et il compte.',
  'receipt-sealed': 'Il scelle bien le choix du reçu, {choice}\u00a0; la preuve tient face à ce registre.',
  'receipt-replaced':
    'Le bulletin {code} est au registre, inscription {index}. La même personne l’a remplacé par l’inscription {standing}, qui en tient lieu.',
  'receipt-review':
    'Le bulletin {code} est au registre, inscription {index}. Il est à l’examen et ne compte pas tant que rien n’est décidé.',
  'receipt-invalidated':
    'Le bulletin {code} est au registre, inscription {index}. Il a été décidé qu’il ne compte pas\u00a0; le dossier en donne la raison.',
  'receipt-newer':
    'Le reçu est plus récent que cette copie du registre, qui s’arrête avant l’inscription {index}. Rouvrez le registre dans une minute.',
  'receipt-malformed':
    'Ce n’est ni un reçu ni un code de suivi. Collez le reçu entier, ou deux mots comme 1F4-7KQ2M9.',
  'receipt-elsewhere': 'Ce reçu est d’une autre élection\u00a0: {origin}.',
  'receipt-absent':
    'Il n’y a pas de bulletin {code} dans ce registre. Si le code est bien recopié, le registre qu’on vous a montré était un autre.',
  'receipt-signature-wrong': 'Le sceau du reçu n’est pas signé par la clé qu’avait alors ce registre.',
  'receipt-proof-wrong': 'La preuve du reçu ne mène pas à son propre sceau\u00a0: le reçu a été changé.',
  'receipt-forked':
    'Le reçu a été donné pour un autre registre\u00a0: à {size} inscriptions, celui-ci avait une autre racine. Gardez le reçu\u00a0: il le prouve.',
  'receipt-other-entry':
    'Une autre inscription se trouve en {index} dans ce registre. Gardez le reçu\u00a0: il le prouve.',
  'receipt-choice-wrong': 'Le bulletin ne scellait pas le choix du reçu.',
};
