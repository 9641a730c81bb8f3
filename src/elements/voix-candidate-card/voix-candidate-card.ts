import { css, html, nothing } from 'lit';
import type { Candidate } from '../../model/election.js';
import { candidateOf } from '../shared/candidate.js';
import { define } from '../shared/define.js';
import { portrait } from '../shared/portrait.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';

/**
 * One candidate: portrait, name, town, slogan, a manifesto that opens in place, a video behind a
 * click, and the vote button. Inside a container narrower than 34rem it lies down: portrait at the
 * left.
 *
 * @tag voix-candidate-card
 * @slot - A brand's own extras, under the manifesto.
 * @slot action - Replaces the vote button.
 * @csspart card - The whole card.
 * @csspart portrait - The photo, or the figure in its place.
 * @csspart name - The name.
 * @csspart slogan - The slogan.
 * @csspart manifesto - The text that opens.
 */
export class VoixCandidateCard extends VoixElement {
  static override properties = { candidate: {} };
  static override styles = [
    tokens,
    css`
      :host {
        contain: layout style;
      }
      article {
        display: grid;
        grid-template: auto 1fr auto / minmax(0, 1fr);
        height: 100%;
        overflow: hidden;
        border: 1px solid var(--_line);
        border-radius: var(--_r);
        background: var(--_surface);
      }
      .words {
        display: grid;
        grid-template-rows: auto auto 1fr;
        gap: 4px;
        padding: var(--_s) var(--_s) 0;
      }
      q {
        margin-block: 8px;
        font-size: calc(var(--_m) * 1.125);
      }
      q:lang(fr) {
        quotes: '«\u202f' '\u202f»';
      }
      summary {
        padding-block: 6px;
        color: var(--_link);
        text-decoration: underline;
        text-underline-offset: 0.2em;
        cursor: pointer;
        /* Its marker stands where the page begins its lines. */
        unicode-bidi: normal;
      }
      details p {
        white-space: pre-line;
      }
      .act {
        padding: 8px var(--_s) var(--_s);
      }
      @container (14rem < width < 34rem) {
        article {
          grid-template: 1fr auto / 96px minmax(0, 1fr);
          gap: 8px var(--_s);
          padding: var(--_s);
        }
        .portrait {
          border-radius: calc(var(--_r) * 0.6);
        }
        .words,
        .act {
          padding: 0;
        }
        .act {
          grid-column: 1 / 3;
        }
      }
    `,
  ];

  /** The candidate: an id, looked up with the provider, or the candidate's own data. */
  declare candidate: Candidate | string | undefined;

  protected override slice(): readonly unknown[] {
    return [this.ready?.election, this.snapshot];
  }

  protected override render() {
    const candidate = candidateOf(this.candidate, this.ready);
    if (!candidate) return nothing;
    const { name, town, slogan, manifesto } = candidate;
    const lang = candidate.lang ?? this.ready?.election.lang ?? nothing;
    return html`<article part="card">
      <div>${portrait(candidate, candidate.photo?.alt)}</div>
      <div class="words">
        <h3 part="name">${name}</h3>
        <p class="muted">${town}</p>
        <q part="slogan" lang=${lang} ?hidden=${!slogan}>${slogan}</q>
        ${
          manifesto &&
          html`<details>
            <summary>${this.language.t.manifesto}</summary>
            <p part="manifesto" lang=${lang}>${manifesto}</p>
          </details>`
        }
        ${candidate.video && html`<voix-video .candidate=${candidate}></voix-video>`}
        <slot></slot>
      </div>
      <div class="act">
        <slot name="action">
          <voix-vote-button .candidate=${candidate} .snapshot=${this.snapshot}></voix-vote-button>
        </slot>
      </div>
    </article>`;
  }
}

define('voix-candidate-card', VoixCandidateCard);

declare global {
  interface HTMLElementTagNameMap {
    'voix-candidate-card': VoixCandidateCard;
  }
}
