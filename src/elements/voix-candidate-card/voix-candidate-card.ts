import { css, html, nothing } from 'lit';
import type { Candidate } from '../../model/election.js';
import { candidateOf } from '../shared/candidate.js';
import { define } from '../shared/define.js';
import { portrait } from '../shared/portrait.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';

/**
 * One candidate: portrait, name, town, slogan, a manifesto that opens in place, a video behind a
 * click, and the vote button. Inside a container named `voix` narrower than 34rem it lies down:
 * portrait at the left.
 *
 * @tag voix-candidate-card
 * @slot - A brand's own extras, under the manifesto.
 * @slot action - Replaces the vote button.
 * @csspart card - The whole card.
 * @csspart portrait - The photo, or the ground in its place.
 * @csspart name - The name.
 * @csspart slogan - The slogan.
 * @csspart manifesto - The text that opens.
 * @cssprop [--voix-colour] - The brand's colour.
 * @cssprop [--voix-radius=10px] - Radius of the corners.
 * @cssprop [--voix-space=16px] - The rhythm of the layout.
 */
export class VoixCandidateCard extends VoixElement {
  static override properties = { ...VoixElement.properties, candidate: {} };
  static override styles = [
    tokens,
    css`
      :host {
        contain: layout style;
      }
      article {
        display: grid;
        grid-template: auto 1fr auto / minmax(0, 1fr);
        block-size: 100%;
        overflow: hidden;
        border: 1px solid var(--_line);
        border-radius: var(--_r);
        background: var(--_surface);
      }
      .words {
        display: flex;
        flex-direction: column;
        gap: calc(var(--_s) / 4);
        padding: var(--_s) var(--_s) calc(var(--_s) / 2);
      }
      h3 {
        font-size: var(--_l);
        line-height: 1.2;
        font-weight: 650;
        letter-spacing: -0.01em;
        overflow-wrap: anywhere;
      }
      q {
        display: block;
        margin-block: calc(var(--_s) / 2);
        font-size: calc(var(--_m) * 1.125);
        line-height: 1.3;
        text-wrap: pretty;
        overflow-wrap: anywhere;
      }
      q:lang(fr) {
        quotes: '« ' ' »';
      }
      details {
        margin-block-start: auto;
      }
      summary {
        padding-block: 0.35em;
        font-size: var(--_sm);
        color: var(--_ink-brand);
        text-decoration: underline;
        text-underline-offset: 0.2em;
        text-decoration-thickness: 1px;
      }
      details p {
        margin-block-end: 0.6em;
        font-size: var(--_sm);
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      .act {
        padding: calc(var(--_s) / 2) var(--_s) var(--_s);
      }
      @container voix (width < 34rem) {
        article {
          grid-template: 1fr auto / 96px minmax(0, 1fr);
          column-gap: var(--_s);
          padding: var(--_s);
        }
        .portrait {
          border-radius: calc(var(--_r) * 0.6);
        }
        .words {
          padding: 0;
        }
        .act {
          grid-column: 1 / -1;
          padding: calc(var(--_s) * 0.75) 0 0;
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
    const { name, town, slogan, manifesto, video } = candidate;
    const lang = candidate.lang ?? this.ready?.election.lang ?? nothing;
    return html`<article part="card">
      <div>${portrait(candidate, candidate.photo?.alt)}</div>
      <div class="words">
        <h3 part="name">${name}</h3>
        ${town ? html`<p class="muted">${town}</p>` : nothing}
        ${slogan ? html`<q part="slogan" lang=${lang}>${slogan}</q>` : nothing}
        ${manifesto
          ? html`<details>
              <summary>${this.language.t.manifesto}</summary>
              <p part="manifesto" lang=${lang}>${manifesto}</p>
            </details>`
          : nothing}
        ${video ? html`<voix-video .candidate=${candidate}></voix-video>` : nothing}
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
