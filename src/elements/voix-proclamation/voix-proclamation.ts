import { css, html, nothing, type TemplateResult } from 'lit';
import type { MoreMessages } from '../../locales/messages.js';
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
      /* A poster in the brand's colour: the portrait bleeds off its edge. */
      .elected {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        overflow: hidden;
        border-radius: var(--_r);
        background: var(--_c);
        color: var(--_on);
      }
      /* Side by side where there is room for both; else one above the other, each as wide as the place. */
      .moment {
        flex: 1 18rem;
        align-self: stretch;
        position: relative;
        overflow: hidden;
      }
      .words {
        flex: 999 18rem;
        padding: calc(var(--_s) * 1.5) calc(var(--_s) * 2);
      }
      .moment .portrait {
        min-height: 100%;
      }
      .sash {
        position: absolute;
        inset-inline: -20%;
        inset-block-start: 69.5%;
        block-size: 10%;
        background: var(--_c);
        border-block: 3px solid var(--_on);
        outline: 7px solid var(--_c);
        rotate: -28deg;
      }
      h3 {
        font-size: min(calc(var(--_xl) * 1.35), 11cqi);
        line-height: 1.05;
        letter-spacing: -0.02em;
      }
      .elected h3 {
        margin-block: 0.1em 0.25em;
        font-size: clamp(min(calc(var(--_xl) * 1.35), 12cqi), 7cqi, calc(var(--_xl) * 2.6));
        line-height: 0.98;
      }
      @media (forced-colors: active) {
        .elected {
          border: 1px solid;
        }
      }
      .count {
        font-size: min(var(--_l), 10cqi);
      }
      .welcome {
        margin-block-start: calc(var(--_s) * 1.5);
        padding-block-start: var(--_s);
        border-block-start: 1px solid;
      }
      blockquote {
        font-size: min(var(--_l), 10cqi);
        line-height: 1.3;
      }
      .nobody {
        display: grid;
        gap: var(--_s);
        padding: calc(var(--_s) * 1.5);
        border-block: 2px solid var(--_c);
        background: var(--_sunk);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_s) 4%;
      }
      li {
        flex: 0 1 max(6em, min(11rem, 46%));
        font-weight: 600;
      }
      li .portrait {
        margin-block-end: 8px;
        border-radius: calc(var(--_r) * 0.6);
        /* Told from the ground by more than its tint. */
        outline: 1px solid var(--_line);
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
        return html`<div class="nobody">
          <h3>${more.tie(votes(outcome.votes))}</h3>
          <ul role="list">
            ${this.#people(s, outcome.candidates)}
          </ul>
          <p>${more.tieNext}</p>
        </div>`;
      case 'no-quorum':
        return notElected(
          more.noQuorum(more.ballots(outcome.ballots, f.number(outcome.ballots)), f.number(outcome.quorum)),
          more,
        );
      case 'no-ballots':
        return notElected(more.noBallotsCast, more);
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
      <div class="words">
        <p>${this.more?.president}</p>
        <h3 part="name">${candidate.name}</h3>
        <p class="count">${count}</p>
        ${
          brand.welcome
            ? html`<div class="welcome">
                <p class="small">${this.more?.welcome(brand.name)}</p>
                <blockquote lang=${election.lang}>${brand.welcome}</blockquote>
              </div>`
            : nothing
        }
      </div>
    </div>`;
  }
}

/** Why nobody is elected, and what comes of it. */
const notElected = (why: string, more: MoreMessages): TemplateResult =>
  html`<div class="nobody">
    <h3>${more.notElected}</h3>
    <p class="count">${why}</p>
    <p>${more.notElectedNext}</p>
  </div>`;

define('voix-proclamation', VoixProclamation);

declare global {
  interface HTMLElementTagNameMap {
    'voix-proclamation': VoixProclamation;
  }
}
