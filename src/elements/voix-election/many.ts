import { html, nothing, type TemplateResult } from 'lit';
import type { MoreMessages } from '../../locales/messages.js';
import { arrivalIn } from '../../model/arrival.js';
import type { Candidate } from '../../model/election.js';
import { matching } from './search.js';

/** Cards drawn at first, and added by each press of "See the others". */
const PAGE = 48;

/** Many candidates: a search, how many it has found, and their cards a page at a time. */
export class Many {
  #query = '';
  #limit = PAGE;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  draw(
    candidates: readonly Candidate[],
    more: MoreMessages,
    cards: (some: readonly Candidate[]) => TemplateResult,
  ): TemplateResult {
    const found = matching(candidates, this.#query);
    // Whoever came for one candidate finds that card in its place among the others, however far down.
    const arrived = arrivalIn(location.hash)?.candidate;
    const limit = Math.max(this.#limit, found.findIndex(({ id }) => id === arrived) + 1);
    return html`<input
        part="search"
        type="search"
        autocomplete="off"
        aria-label=${more.search}
        placeholder=${more.search}
        @input=${this.#search}
      />
      <p class="muted" role="status">${this.#query ? more.found(found.length, String(found.length)) : ''}</p>
      ${cards(found.slice(0, limit))}
      ${
        found.length > limit
          ? html`<button type="button" @click=${this.#further}>${more.more}</button>`
          : nothing
      }`;
  }

  #search = (event: InputEvent): void => {
    this.#query = (event.target as HTMLInputElement).value;
    this.#limit = PAGE;
    this.#onChange();
  };

  #further = (): void => {
    this.#limit += PAGE;
    this.#onChange();
  };
}
