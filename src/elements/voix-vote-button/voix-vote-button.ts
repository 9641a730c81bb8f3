import { css, html, nothing } from 'lit';
import type { Candidate } from '../../model/election.js';
import { define } from '../shared/define.js';
import { nameOf, idOf } from '../shared/candidate.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';
import { buttonState, failureOf } from './button-state.js';
import { VoteRequestEvent } from './vote-request-event.js';

/**
 * Votes for one candidate. It says what it does, and in every state what has become of the vote.
 * It knows no backend: it asks, by `voix-vote-request`, and the provider acts.
 *
 * @tag voix-vote-button
 * @fires {VoteRequestEvent} voix-vote-request - The visitor wants to vote; cancelable.
 * @csspart button - The native button.
 * @csspart reason - Why a ballot for this candidate was refused, or waits to be sent again.
 * @cssprop [--voix-colour] - The brand's colour.
 * @cssprop [--voix-radius=10px] - Radius of the corners.
 */
export class VoixVoteButton extends VoixElement {
  static override properties = { ...VoixElement.properties, candidate: {} };
  static override styles = [
    tokens,
    css`
      button {
        inline-size: 100%;
        min-block-size: 48px;
        padding: 0.5em 1em;
        border: 1px solid var(--_c);
        border-radius: var(--_r);
        background: var(--_c);
        color: var(--_on);
        font-weight: 600;
        line-height: 1.2;
        text-wrap: balance;
        transition: background-color 0.15s;
      }
      .open:hover {
        background: color-mix(in oklab, var(--_c) 88%, var(--_ink));
      }
      .other {
        background: none;
        border-color: var(--_line);
        color: var(--_ink-brand);
      }
      .mine,
      .busy,
      .kept {
        background: var(--_sunk);
        border-color: var(--_ink-brand);
        color: var(--_ink-brand);
      }
      .kept {
        border-style: dashed;
      }
      .off {
        background: none;
        border-color: var(--_line);
        color: var(--_muted);
        font-weight: 400;
      }
      [aria-disabled='true'] {
        cursor: default;
      }
      @container voix (width >= 34rem) {
        button {
          min-block-size: 58px;
        }
      }
      p {
        margin-block-start: 0.5em;
        font-size: var(--_xs);
        line-height: 1.35;
      }
      svg {
        inline-size: 1em;
        block-size: 1em;
        margin-inline-end: 0.4em;
        vertical-align: -0.1em;
        fill: none;
        stroke: currentColor;
        stroke-width: 2.5;
      }
    `,
  ];

  /** The candidate: an id, looked up with the provider, or the candidate's own data. */
  declare candidate: Candidate | string | undefined;

  protected override slice(): readonly unknown[] {
    const s = this.ready;
    return [s?.election, s?.phase, s?.vote];
  }

  protected override render() {
    const id = idOf(this.candidate);
    const name = nameOf(this.candidate, this.ready);
    const state = buttonState(this.ready, id, name, this.language);
    const failed = failureOf(this.ready, id);
    const reason =
      failed && (failed.retryable && failed.code !== 'overloaded' ? this.language.t.keptLong : this.more?.errors[failed.code]);
    return html`<button
      part="button"
      class=${state.look}
      type="button"
      aria-disabled=${!state.enabled}
      aria-description=${state.label.includes(name) ? nothing : name}
      @click=${() => state.enabled && this.dispatchEvent(new VoteRequestEvent([id]))}
    >
      ${state.look === 'mine' ? html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 9l4 4 8-10" /></svg>` : nothing}${state.label}
      </button>
      ${reason ? html`<p part="reason">${reason}</p>` : nothing}`;
  }
}

define('voix-vote-button', VoixVoteButton);

declare global {
  interface HTMLElementTagNameMap {
    'voix-vote-button': VoixVoteButton;
  }
}
