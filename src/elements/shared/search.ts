const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether the texts hold every word of the query, whatever the accents. */
export function holdsWords(texts: readonly (string | undefined)[], query: string): boolean {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (!words.length) return true;
  const text = plain(texts.join(' '));
  return words.every((word) => text.includes(word));
}
