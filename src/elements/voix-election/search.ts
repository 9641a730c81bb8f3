import { html, type TemplateResult } from 'lit';
import type { MoreMessages } from '../../locales/messages.js';
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

/**
 * The search field, and how many it has found.
 * @param found nothing where nothing is searched for
 */
export function field(
  more: MoreMessages,
  found: number | '' | undefined,
  onQuery: (text: string) => void,
): TemplateResult {
  return html`<input
      part="search"
      type="search"
      aria-label=${more.search}
      placeholder=${more.search}
      autocomplete="off"
      @input=${(event: InputEvent) => onQuery((event.target as HTMLInputElement).value)}
    />
    <p class="muted" role="status">
      ${typeof found === 'number' ? more.found(found, String(found)) : ''}
    </p>`;
}
