import type { Candidate } from '../../model/election.js';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The candidates whose name, town or words hold every word of the query, whatever the accents. */
export function matching(candidates: readonly Candidate[], query: string): readonly Candidate[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (!words.length) return candidates;
  return candidates.filter(({ name, town, slogan, manifesto }) => {
    const text = plain([name, town, slogan, manifesto].join(' '));
    return words.every((word) => text.includes(word));
  });
}
