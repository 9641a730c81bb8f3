import type { DossierWords } from '../words/dossier-words.js';
import { dossier as enDossier } from '../words/en-dossier.js';
import { dossier as frDossier } from '../words/fr-dossier.js';
import { en } from '../words/en.js';
import { fr } from '../words/fr.js';
import { en as enReceipt, fr as frReceipt, type ReceiptWords } from '../words/receipt.js';
import type { Words } from '../words/words.js';
import { en as enPage, fr as frPage, type PageWords } from './words.js';

export interface Language {
  readonly lang: 'en' | 'fr';
  readonly words: Words;
  readonly page: PageWords;
  readonly receipt: ReceiptWords;
  readonly dossier: DossierWords;
}

const ENGLISH: Language = { lang: 'en', words: en, page: enPage, receipt: enReceipt, dossier: enDossier };
const FRENCH: Language = { lang: 'fr', words: fr, page: frPage, receipt: frReceipt, dossier: frDossier };

/** The first of the reader's languages that the page speaks; English where it speaks none. */
export function languageOf(wanted: readonly string[]): Language {
  const known = wanted
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((tag) => tag === 'fr' || tag === 'en');
  return known === 'fr' ? FRENCH : ENGLISH;
}

export const otherLanguage = ({ lang }: Language): Language => (lang === 'fr' ? ENGLISH : FRENCH);
