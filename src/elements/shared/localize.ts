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

const listeners = new Set<() => void>();
let language: Language | undefined;
let loading: Promise<void> | undefined;

const wanted = (): string => {
  const base = document.documentElement.lang.split('-')[0] ?? '';
  return base in LOADERS ? base : 'en';
};

async function load(): Promise<void> {
  const base = wanted();
  const { messages } = await LOADERS[base]!();
  if (base !== wanted()) return load();
  const page = document.documentElement.lang;
  language = { lang: base, t: messages, f: formatsOf(page.startsWith(base) ? page : base) };
  for (const listener of listeners) listener();
}

/** The page's language, `undefined` until it is loaded. */
export const currentLanguage = (): Language | undefined => language;

function begin(): Promise<void> {
  new MutationObserver(() => {
    loading = load();
  }).observe(document.documentElement, { attributeFilter: ['lang'] });
  return load();
}

/** Resolves once the page's language is there; from then on it follows the page's `lang`. */
export const languageReady = (): Promise<void> => (loading ??= begin());

/** Called when the page changes its `lang`; returns the way to stop. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const moreByLanguage = new Map<string, MoreMessages>();

/**
 * The sentences that few visitors need, in the page's language: asked for when first wanted.
 * @param then called once they are there, where they are not yet
 */
export function moreMessages(then: () => void): MoreMessages | undefined {
  const base = wanted();
  const more = moreByLanguage.get(base);
  if (!more)
    void MORE[base]!().then((loaded) => {
      moreByLanguage.set(base, loaded.more);
      then();
    });
  return more;
}
