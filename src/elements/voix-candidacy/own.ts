import { html, nothing, type TemplateResult } from 'lit';
import type { CandidacyMessages } from '../../locales/candidacy-messages.js';
import { isMendable, type Candidacy } from '../../model/candidacy.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import { isFrom, phaseStarts } from '../../model/phase.js';
import { cardOf } from './card.js';
import { windowOf } from './window.js';

export interface OwnActs {
  readonly onChange: () => void;
  readonly onLeave: () => void;
}

type Part = TemplateResult | typeof nothing;

/** What became of what was sent, what one may do about it, and the card. */
export function ownState(
  own: Candidacy,
  snapshot: ReadySnapshot,
  words: CandidacyMessages,
  acts: OwnActs,
  trouble: Part,
): TemplateResult {
  return html`<div class="both">
    <div>
      ${said(own, snapshot, words, acts)} ${trouble}
      ${own.state === 'approved' ? shareOf(own, snapshot) : nothing}
    </div>
    ${own.state === 'withdrawn' ? nothing : cardOf({ id: own.id, ...own.profile }, snapshot, own.state === 'approved' ? words.card : words.preview)}
  </div>`;
}

/** From now on there is an address to be passed on. */
function shareOf({ candidate: id, profile }: Candidacy, snapshot: ReadySnapshot): Part {
  if (id === undefined) return nothing;
  void import('../voix-share/voix-share.js');
  return html`<voix-share class="share" .candidate=${{ id, ...profile }} .snapshot=${snapshot}></voix-share>`;
}

function said(
  own: Candidacy,
  snapshot: ReadySnapshot,
  words: CandidacyMessages,
  { onChange, onLeave }: OwnActs,
): TemplateResult {
  const { phase, election } = snapshot;
  const window = windowOf(snapshot, phaseStarts(election.calendar));
  const brand = election.brand.name;
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
