import type { Messages, MoreMessages } from '../../locales/messages.js';
import { formatsOf, type Formats } from './formats.js';

export interface Language {
  readonly lang: string;
  readonly t: Messages;
  readonly f: Formats;
}

const LOADERS: Record<string, () => Promise<{ messages: Messages }>> = {
  fr: () => import('../../locales/fr.js'),
  en: () => import('../../locales/en.js'),
};
const MORE: Record<string, () => Promise<{ more: MoreMessages }>> = {
  fr: () => import('../../locales/fr-more.js'),
  en: () => import('../../locales/en-more.js'),
};

/** A page's language where it is one of these, with its country: whatever else a page's `lang` may hold is left out. */
const SPOKEN = /^(fr|en)(-[a-z]{2}\b)?/i;

/** What is drawn again when the page changes its `lang`. */
export const speakers = new Set<{ requestUpdate(): void }>();

let language: Language | undefined;
let more: MoreMessages | undefined;
let loading: Promise<void> | undefined;

async function load(): Promise<void> {
  const page = document.documentElement.lang;
  const [tag, base] = SPOKEN.exec(page) ?? ['en', 'en'];
  const lang = base!.toLowerCase();
  const { messages: t } = await LOADERS[lang]!();
  // Changed meanwhile: the sentences of that language are on their way.
  if (page !== document.documentElement.lang) return load();
  more = undefined;
  language = { lang, t, f: formatsOf(tag, t.first) };
  for (const speaker of speakers) speaker.requestUpdate();
}

function begin(): Promise<void> {
  new MutationObserver(() => {
    loading = load();
  }).observe(document.documentElement, { attributeFilter: ['lang'] });
  return load();
}

/** The page's language, `undefined` until it is loaded. */
export const currentLanguage = (): Language | undefined => language;

/** Resolves once the page's language is there; from then on it follows the page's `lang`. */
export const languageReady = (): Promise<void> => (loading ??= begin());

/**
 * The sentences that few visitors need, in the page's language: asked for when first wanted.
 * @param then called once they are there, where they are not yet
 */
export function moreMessages(then: () => void): MoreMessages | undefined {
  const asked = language;
  if (asked && !more)
    void MORE[asked.lang]!().then((loaded) => {
      if (asked === language) ({ more } = loaded);
      then();
    });
  return more;
}
