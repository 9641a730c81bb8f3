import type { CandidacyMessages } from '../../locales/candidacy-messages.js';

const LOADERS: Readonly<Record<string, () => Promise<{ candidacy: CandidacyMessages }>>> = {
  fr: () => import('../../locales/fr-candidacy.js'),
  en: () => import('../../locales/en-candidacy.js'),
};
const loaded: Record<string, CandidacyMessages> = {};

/**
 * The sentences of the form.
 * @param then called once they are there, where they are not yet
 */
export function candidacyWords(lang: string, then: () => void): CandidacyMessages | undefined {
  if (!loaded[lang])
    void LOADERS[lang]?.().then(({ candidacy }) => {
      loaded[lang] = candidacy;
      then();
    });
  return loaded[lang];
}

const formats: Record<string, Intl.NumberFormat> = {};

/** Whole numbers as a language writes them. What writes standings knows it too, and weighs as much as this form. */
export const numbersIn =
  (lang: string) =>
  (n: number): string =>
    (formats[lang] ??= new Intl.NumberFormat(lang)).format(n);
