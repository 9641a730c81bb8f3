/** The sentences of one topic, in a language: asked for when first wanted. */
export type Words<T> = (lang: string, then: () => void) => T | undefined;

/**
 * @param loaders by language
 * @returns what gives them; it calls `then` once they are there, where they are not yet
 */
export function wordsOf<T>(loaders: Readonly<Record<string, () => Promise<T>>>): Words<T> {
  const loaded: Record<string, T> = {};
  return (lang, then) => {
    if (!loaded[lang])
      void loaders[lang]?.().then((words) => {
        loaded[lang] = words;
        then();
      });
    return loaded[lang];
  };
}
