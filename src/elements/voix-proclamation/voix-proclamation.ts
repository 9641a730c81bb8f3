import { css, html, nothing, type TemplateResult } from 'lit';
import type { Id } from '../../model/election.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import { define } from '../shared/define.js';
import { figuresOf } from '../shared/figures.js';
import { portrait } from '../shared/portrait.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';

/**
 * How the election ended: the president with the sash in the brand's colour, a tie, or nobody.
 *
 * @tag voix-proclamation
 * @csspart name - The president's name.
 * @csspart portrait - The president's photo.
 */
export class VoixProclamation extends VoixElement {
  static override styles = [
    tokens,
    css`
      .elected {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_s) calc(var(--_s) * 2);
        align-items: center;
      }
      /* Side by side where there is room for both; else one above the other, each as wide as the place. */
      .elected > div {
        flex: 1 18rem;
      }
      .elected > div + div {
        flex: 999 14rem;
      }
      .moment {
        position: relative;
        overflow: hidden;
        border-radius: var(--_r);
      }
      .sash {
        position: absolute;
        inset-inline: -20%;
        inset-block-start: 68%;
        block-size: 13%;
        background: linear-gradient(
          var(--_c) 14%,
          var(--_on) 14% 20%,
          var(--_c) 20% 80%,
          var(--_on) 80% 86%,
          var(--_c) 86%
        );
        rotate: -28deg;
      }
      h3 {
        font-size: calc(var(--_xl) * 1.35);
        line-height: 1.05;
        font-weight: 700;
        letter-spacing: -0.02em;
        overflow-wrap: anywhere;
        text-wrap: balance;
      }
      .count {
        margin-block: calc(var(--_s) / 2) var(--_s);
        font-size: var(--_l);
      }
      blockquote {
        padding-inline-start: 1em;
        border-inline-start: 3px solid var(--_c);
        text-wrap: pretty;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_s);
        margin-block: var(--_s);
        list-style: none;
      }
      li {
        inline-size: 8rem;
        font-weight: 600;
      }
      .paper i {
        position: absolute;
        inset-block-start: -12%;
        inline-size: 9%;
        aspect-ratio: 3 / 4;
        background: #fff;
        border: 1px solid #ccc;
        opacity: 0;
        animation: fall 2.2s ease-in 1;
      }
      .paper i:nth-child(1) {
        inset-inline-start: 12%;
      }
      .paper i:nth-child(2) {
        inset-inline-start: 44%;
        animation-delay: 0.35s;
      }
      .paper i:nth-child(3) {
        inset-inline-start: 76%;
        animation-delay: 0.15s;
      }
      @keyframes fall {
        from {
          opacity: 1;
          transform: rotate(-14deg);
        }
        to {
          opacity: 0;
          transform: translateY(900%) rotate(120deg);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .paper {
          display: none;
        }
      }
    `,
  ];

  protected override slice(): readonly unknown[] {
    return [this.ready?.election, this.ready?.outcome];
  }

  protected override render() {
    const { more } = this;
    const s = this.ready;
    if (!s?.outcome || !more) return nothing;
    const f = figuresOf(this.language.lang);
    const { outcome } = s;
    const votes = (n: number): string => more.votes(n, f.number(n));
    switch (outcome.kind) {
      case 'elected':
        return this.#elected(s, outcome.candidate, more.elected(votes(outcome.votes), votes(outcome.margin)));
      case 'tie':
        return html`<h3>${more.tie(votes(outcome.votes))}</h3>
          <ul>
            ${this.#people(s, outcome.candidates)}
          </ul>
          <p>${more.tieNext}</p>`;
      case 'no-quorum':
        return html`<p class="count">
          ${more.noQuorum(more.ballots(outcome.ballots, f.number(outcome.ballots)), f.number(outcome.quorum))}
        </p>`;
      case 'no-ballots':
        return html`<p class="count">${more.noBallotsCast}</p>`;
    }
  }

  #people(s: ReadySnapshot, ids: readonly Id[]): TemplateResult[] {
    return s.election.candidates
      .filter(({ id }) => ids.includes(id))
      .map((candidate) => html`<li>${portrait(candidate)}${candidate.name}</li>`);
  }

  #elected({ election }: ReadySnapshot, id: Id, count: string): TemplateResult | typeof nothing {
    const candidate = election.candidates.find((other) => other.id === id);
    if (!candidate) return nothing;
    const { brand } = election;
    return html`<div class="elected">
      <div class="moment">
        ${portrait(candidate)}
        <div class="sash"></div>
        <div class="paper" aria-hidden="true"><i></i><i></i><i></i></div>
      </div>
      <div>
        <p class="muted">${this.more?.president}</p>
        <h3 part="name">${candidate.name}</h3>
        <p class="count">${count}</p>
        ${
          brand.welcome
            ? html`<p class="muted">${this.more?.welcome(brand.name)}</p>
                <blockquote lang=${election.lang}>${brand.welcome}</blockquote>`
            : nothing
        }
      </div>
    </div>`;
  }
}

define('voix-proclamation', VoixProclamation);

declare global {
  interface HTMLElementTagNameMap {
    'voix-proclamation': VoixProclamation;
  }
}
