import { css, html, nothing, type PropertyValues } from 'lit';
import type { Candidate } from '../../model/election.js';
import { standings, type Standing } from '../../model/tally.js';
import { bar } from '../shared/bar.js';
import { idOf, nameOf } from '../shared/candidate.js';
import { define } from '../shared/define.js';
import { figuresOf } from '../shared/figures.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';

/**
 * One candidate's live bar, for a layout of one's own: name, bar, share and votes, in text.
 *
 * @tag voix-results-bar
 * @csspart name - The name.
 * @csspart bar - The bar; decoration, hidden from screen readers.
 * @csspart share - The share of ballots.
 * @csspart votes - The count.
 */
export class VoixResultsBar extends VoixElement {
  static override properties = {
    candidate: {},
    standing: { attribute: false },
  };
  static override styles = [
    tokens,
    bar,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 0.5em;
      }
      [part='name'] {
        flex: 1 8em;
      }
      .bar {
        flex: 1 0 100%;
      }
      .num {
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
    `,
  ];

  /** The candidate: an id, looked up with the provider, or the candidate's own data. */
  declare candidate: Candidate | string | undefined;
  /** The candidate's standing, for use without a provider. */
  declare standing: Standing | undefined;

  #standing(): Standing | undefined {
    const s = this.ready;
    if (this.standing || !s || s.results.hidden) return this.standing;
    const id = idOf(this.candidate);
    return standings(
      s.election.candidates.map((candidate) => candidate.id),
      s.results,
    ).find((standing) => standing.candidate === id);
  }

  protected override slice(): readonly unknown[] {
    return [this.ready?.election, this.ready?.results];
  }

  protected override render() {
    const { more } = this;
    const standing = this.#standing();
    if (!standing || !more) return nothing;
    const f = figuresOf(this.language.lang);
    return html`<div class=${standing.rank === 1 ? 'first' : ''}>
      <span part="name">${nameOf(this.candidate, this.ready)}</span>
      <b class="num" part="share">${f.share(standing.permille)}</b>
      <span class="num muted" part="votes">${more.votes(standing.votes, f.number(standing.votes))}</span>
      <span class="bar" part="bar" aria-hidden="true"><i></i></span>
    </div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    this.style.setProperty('--_share', String((this.#standing()?.permille ?? 0) / 1000));
  }
}

define('voix-results-bar', VoixResultsBar);

declare global {
  interface HTMLElementTagNameMap {
    'voix-results-bar': VoixResultsBar;
  }
}
