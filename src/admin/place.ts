/** Where one is on the desk, as the page's address has it after the `#`. */

/** Parts of the desk that are about one election. */
export const ELECTION_PARTS = ['form', 'candidacies', 'questions', 'results', 'mandate', 'share'] as const;
export const DESK_PARTS = ['elections', 'people', 'trail', 'mails', 'webhooks', 'account'] as const;

export type Place =
  | { readonly part: (typeof DESK_PARTS)[number] }
  /** `election` is empty for one that is being written. */
  | { readonly part: (typeof ELECTION_PARTS)[number]; readonly election: string };

/** What is at no known place is the list of elections. */
export function placeOf(hash: string): Place {
  const [first = '', second = ''] = hash.replace(/^#?\/?/, '').split('/');
  const desk = DESK_PARTS.find((part) => part === first);
  if (desk) return { part: desk };
  if (first === '+') return { part: 'form', election: '' };
  if (!/^[a-z0-9][a-z0-9-]*$/.test(first)) return { part: 'elections' };
  return { part: ELECTION_PARTS.find((part) => part === second) ?? 'form', election: first };
}
