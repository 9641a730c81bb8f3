import { html, nothing, type TemplateResult } from 'lit';
import type { CandidacyMessages } from '../../locales/candidacy-messages.js';
import { isMendable, type Candidacy } from '../../model/candidacy.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import { isFrom, type PhaseStart } from '../../model/phase.js';

/** Whether one may stand, or mend, at this moment; until when, or from when on. */
export interface Window {
  readonly isOpen: boolean;
  readonly mayMend: boolean;
  readonly opens?: PhaseStart | undefined;
  readonly closes?: PhaseStart | undefined;
}

/** As the server decides it, for the page to ask nobody in vain. @param starts of the calendar's phases, in order */
export function windowOf(
  { phase, election: { calendar } }: Pick<ReadySnapshot, 'phase' | 'election'>,
  starts: readonly PhaseStart[],
): Window {
  const isEarly = calendar.candidacy !== undefined && !isFrom(phase, 'candidacy');
  const isBeforeVote = !isFrom(phase, 'voting');
  const startOf = (one: PhaseStart['phase']) => starts.find((start) => start.phase === one);
  return {
    isOpen: isBeforeVote && !isEarly && phase !== 'campaign',
    mayMend: isBeforeVote && !isEarly,
    opens: isEarly ? startOf('candidacy') : undefined,
    closes: startOf('campaign') ?? startOf('voting'),
  };
}

interface OwnActions {
  readonly onChange: () => void;
  readonly onLeave: () => void;
}

/** What became of what was sent, and what one may do about it. */
export function ownState(
  own: Candidacy,
  window: Window,
  phase: ReadySnapshot['phase'],
  brand: string,
  words: CandidacyMessages,
  { onChange, onLeave }: OwnActions,
): TemplateResult {
  const mayChange = isMendable(own) && window.mayMend;
  const mayStandAgain = own.state === 'withdrawn' && own.candidate === undefined && window.isOpen;
  const mayLeave = own.state !== 'withdrawn' && !isFrom(phase, 'counting');
  return html`<div class=${`state ${own.state}`} role="status">
      <h3 tabindex="-1">${words.state[own.state]}</h3>
      <p>${words.next[own.state](brand)}</p>
      ${
        (own.state === 'returned' || own.state === 'hidden') && own.reason
          ? html`<figure>
              <figcaption class="muted small">${words.brandSays(brand)}</figcaption>
              <blockquote>${own.reason}</blockquote>
            </figure>`
          : nothing
      }
    </div>
    <div class="keys">
      ${
        mayChange || mayStandAgain
          ? html`<button type="button" class=${own.state === 'returned' ? 'main' : ''} @click=${onChange}>
              ${mayStandAgain ? words.standAgain : words.change}
            </button>`
          : nothing
      }
      ${mayLeave ? html`<button type="button" class="quiet" @click=${onLeave}>${words.withdraw}</button>` : nothing}
    </div>`;
}

/** Asks before it is done, and says what becomes of the votes. */
export const leaving = (
  isVoting: boolean,
  words: CandidacyMessages,
  onAnswer: (isSure: boolean) => void,
): TemplateResult =>
  html`<dialog aria-labelledby="leaving" @cancel=${() => onAnswer(false)}>
    <h3 id="leaving">${words.withdrawTitle}</h3>
    <p>${isVoting ? words.withdrawDuring : words.withdrawBefore}</p>
    <div class="keys">
      <button type="button" autofocus @click=${() => onAnswer(false)}>${words.withdrawNo}</button>
      <button type="button" class="main" @click=${() => onAnswer(true)}>${words.withdrawYes}</button>
    </div>
  </dialog>`;
