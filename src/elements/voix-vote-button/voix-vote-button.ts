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
 */
export class VoixVoteButton extends VoixElement {
  static override properties = { candidate: {} };
  static override styles = [
    tokens,
    css`
      button {
        width: 100%;
      }
      .mine,
      .busy,
      .kept {
        border-color: var(--_link);
        background: var(--_sunk);
      }
      .kept {
        border-style: dashed;
      }
      .off {
        border: 0;
        padding: 0;
        text-align: inherit;
        font-weight: 400;
        color: var(--_muted);
      }
      @container (width >= 34rem) {
        button {
          min-height: 58px;
        }
      }
      p {
        margin-bottom: 8px;
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
    const reason = failed && this.sentence(failed);
    // The button stays on the line of its row.
    return html`${reason && html`<p class="small" part="reason">${reason}</p>`}<button
        part="button"
        class=${state.look === 'open' ? 'main' : state.look}
        aria-disabled=${!state.enabled}
        aria-description=${state.label.includes(name) ? nothing : name}
        @click=${() => state.enabled && this.dispatchEvent(new VoteRequestEvent([id]))}
      >
        ${state.look === 'mine' ? html`<span aria-hidden="true">✓&nbsp;</span>` : nothing}${state.label}
      </button>`;
  }
}

define('voix-vote-button', VoixVoteButton);

declare global {
  interface HTMLElementTagNameMap {
    'voix-vote-button': VoixVoteButton;
  }
}
